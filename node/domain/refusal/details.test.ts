import { BATCH_SENTENCES } from '../batch/batchRefusal'
import { DIAGNOSES } from '../cancellation/stuck'
import { NOTICE_CODES } from '../notice/notice'
import { GROUND_DETAILS, saidParts } from './details'
import { SENTENCES } from './sentences'
import {
  adviceLines,
  batchLines,
  batchNoticeLines,
  groundLines,
  noticeLines,
  refusalLines,
} from '../../testing/sentences'

/** The texts that occur more than once. */
const repeated = (texts: readonly string[]) =>
  texts.filter((text, index) => texts.indexOf(text) !== index)

/** A line's sentence, without the words that name it. */
const sentenceOf = (line: string) => line.slice(line.indexOf(': ') + 2)

describe('a page that speaks another language', () => {
  it('tells every sentence of a refusal by its detail: no two share one, under whatever code', () => {
    expect(repeated(GROUND_DETAILS)).toEqual([])
    expect(GROUND_DETAILS).toHaveLength(
      refusalLines().length + groundLines().length
    )
    expect(
      repeated([...refusalLines(), ...groundLines()].map(sentenceOf))
    ).toEqual([])
  })

  it('tells every sentence about a batch by its detail', () => {
    expect(
      repeated(Object.values(BATCH_SENTENCES).flatMap(Object.keys))
    ).toEqual([])
    expect(repeated(batchLines().map(sentenceOf))).toEqual([])
  })

  it('tells every warning by its code', () => {
    expect(repeated(NOTICE_CODES)).toEqual([])
    expect(repeated(noticeLines().map(sentenceOf))).toEqual([])
    expect(repeated(batchNoticeLines().map(sentenceOf))).toEqual([])
  })

  it('tells every advice for an order that is stuck by kind and known issue', () => {
    const names = adviceLines().map((line) => line.slice(0, line.indexOf(': ')))

    expect(DIAGNOSES.length).toBeGreaterThanOrEqual(names.length)
    expect(repeated(names)).toEqual([])
  })
})

describe('a refusal made of parts', () => {
  const NAMED = { orderId: 'X', sums: null }

  it('says clauses within the sentence before them, and each by itself', () => {
    expect(
      saidParts(
        [
          { detail: 'INVOICED_RETURN_BARRED', subject: null },
          { detail: 'INVOICES_UNREADABLE', subject: null },
          { detail: 'FLAW_NO_ITEMS', subject: 'N1' },
          { detail: 'FLAW_NO_TYPE', subject: null },
          { detail: 'WORKFLOW_IN_ERROR', subject: null },
        ],
        NAMED
      )
    ).toEqual([
      'Order X is invoiced, and can be canceled only after all of it came back on a return invoice.',
      'The invoices of order X do not tell how much of it was sold and returned: invoice N1 names no items; an invoice says neither that goods were sold nor that they came back. Settle this order in the Admin, where you see its invoices.',
      'Invoice N1 names no items.',
      'An invoice says neither that goods were sold nor that they came back.',
      "OMS says that the order's workflow is in error.",
    ])
  })

  it('has sentences for each code', () => {
    expect(
      Object.entries(SENTENCES).filter(
        ([, sentences]) => Object.keys(sentences).length === 0
      )
    ).toEqual([])
  })
})
