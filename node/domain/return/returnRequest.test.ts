import {
  aDocument,
  aPackage,
  NOW_MS,
  orderIn,
  SALE,
} from '../../testing/documents'
import type { Document } from '../../testing/documents'
import { ORDER_ID } from '../../testing/orders'
import { emptyJournal } from '../journal/journal'
import { isCalendarDate, refusalOfRequest } from './returnRequest'
import { returnVerdictOf } from './returnVerdict'

const DATE = '2026-11-26T12:00:00Z'

const NUMBER =
  'The number of a new return invoice has 1 to 50 letters and digits, and nothing else.'

const problem = (
  request: { invoiceNumber?: string; issuanceDate?: string },
  more: Document = {}
) =>
  refusalOfRequest(
    { invoiceNumber: 'R1', issuanceDate: DATE, ...request },
    orderIn(aDocument({ packages: [SALE], ...more })),
    NOW_MS
  )?.message.replace(' Nothing was sent to OMS.', '') ?? null

describe('field case 6: the number of a new return invoice', () => {
  it.each(['R1', '1', 'a'.repeat(50)])('may be %s', (invoiceNumber) => {
    expect(problem({ invoiceNumber })).toBeNull()
  })

  it.each([
    '0001-00001234',
    '4f0a9c9e-6a3b-4f0e-9d55-2f4c2f3f7a11',
    ' R1',
    'R1\n',
    'Ré1',
    '',
    'a'.repeat(51),
  ])('has a rule, which %j breaks', (invoiceNumber) => {
    expect(problem({ invoiceNumber })).toBe(NUMBER)
  })

  it('is not that of an invoice on the order', () => {
    expect(problem({ invoiceNumber: 'N1' })).toBe(
      "N1 is the number of the sale's invoice: a return needs one of its own."
    )
  })
})

describe('field case 6: a return that is on the order already', () => {
  const verdict = (number: string, invoiceNumber = number) =>
    returnVerdictOf(
      {
        order: orderIn(
          aDocument({ packages: [SALE, aPackage('Input', number, 500)] })
        ),
        journal: emptyJournal(ORDER_ID),
        nowMs: NOW_MS,
        callStartedMs: NOW_MS,
      },
      { invoiceNumber, issuanceDate: '1999-01-01T00:00:00Z' }
    )

  it.each([
    '4f0a9c9e-6a3b-4f0e-9d55-2f4c2f3f7a11',
    '0001-00001234',
    'NF 12/3 é',
  ])('is adopted whatever its number and its date are: %s', (number) => {
    expect(verdict(number)).toEqual({ kind: 'already' })
  })

  it('is not adopted under another number, whose rules then count', () => {
    expect(verdict('R1', 'R-2')).toMatchObject({
      kind: 'refuse',
      refusal: {
        code: 'INVALID_INPUT',
        message: expect.stringContaining(NUMBER),
      },
    })
    expect(verdict('r1', 'R1')).toEqual({ kind: 'send' })
  })

  it('leaves the number of the sale to the sale: that is no return', () => {
    expect(verdict('R1', 'N1')).toMatchObject({ kind: 'refuse' })
  })
})

describe('field case 5: returns A1, B1, A1, one after the other', () => {
  const verdict = (invoiceNumber: string, more: Document = {}) => {
    const found = returnVerdictOf(
      {
        order: orderIn(
          aDocument({
            packages: [SALE, aPackage('Input', 'A1', 12_990)],
            ...more,
          })
        ),
        journal: emptyJournal(ORDER_ID),
        nowMs: NOW_MS,
        callStartedMs: NOW_MS,
      },
      { invoiceNumber, issuanceDate: DATE }
    )

    return found.kind === 'refuse' ? found.refusal.message : found.kind
  }

  it.each(['invoiced', 'cancel', 'canceled'])(
    'say that all came back already, before anything about the status %s',
    (status) => {
      expect(verdict('A1', { status })).toBe('already')
      expect(verdict('B1', { status })).toBe(
        `All that was invoiced of order ${ORDER_ID} is on a return invoice already, so none was sent: a second one would refund twice.`
      )
    }
  )
})

describe('field case 6: the date of a return invoice', () => {
  it.each([
    '2026-01-31T18:25:43-05:00',
    '2026-01-31T18:25:43.5118436Z',
    '2026-01-31T18:25',
    '2028-02-29T00:00:00Z',
    '2026-12-31T23:59:59Z',
  ])('is one of the calendar: %s', (text) => {
    expect(isCalendarDate(text)).toBe(true)
  })

  it.each([
    '2026-02-30T12:00:00Z',
    '2026-02-29T12:00:00Z',
    '2026-04-31T12:00:00Z',
    '2026-13-01T12:00:00Z',
    '2026-00-10T12:00:00Z',
    '2026-01-00T12:00:00Z',
    '2026-01-31T25:00:00Z',
    '2026-01-31',
    '31/01/2026 12:00',
    '2026-01-31T18:25:43 (about)',
    '2026-01-31T18:25:43Z, or later',
    '',
    'T12:00',
    `2026-01-31T18:25:43.${'0'.repeat(40)}Z`,
  ])('is not taken where the calendar has none: %j', (text) => {
    expect(isCalendarDate(text)).toBe(false)
  })

  it.each([
    ['2027-11-27T12:00:00Z', null],
    ['2027-11-27T12:00:01Z', 'The issuance date is more than a year from now.'],
    ['2025-01-09T12:00:00Z', null],
    [
      '2025-01-09T11:59:59Z',
      'The issuance date is more than a year before the order was placed.',
    ],
  ])(
    'is within a year of the sale and of now: %s',
    (issuanceDate, expected) => {
      expect(
        problem({ issuanceDate }, { creationDate: '2026-01-10T12:00:00Z' })
      ).toBe(expected)
    }
  )

  it('may lie years back where the order does not say when it was placed', () => {
    expect(problem({ issuanceDate: '1999-01-01T00:00:00Z' })).toBeNull()
  })
})
