import messages from '../../messages/en.json'
import type { RefusedFragment } from '../typings/operations'
import { headlineOf, reasonsOf, stuckOf } from './explain'
import type { Say } from './useSay'

const words: Partial<Record<string, string>> = messages
const PREFIX = 'admin/order-cancellation.'

const say = ((key: string, values: Record<string, string | number> = {}) =>
  (words[`${PREFIX}${key}`] ?? key).replace(/\{(\w+)\}/g, (_, name) =>
    String(values[name])
  )) as Say

say.has = (key) => `${PREFIX}${key}` in words
say.or = (key, sentence, values) => (say.has(key) ? say(key, values) : sentence)

const refused = (more: Partial<RefusedFragment>): RefusedFragment => ({
  code: 'ORDER_NOT_FOUND',
  detail: 'ORDER_NOT_FOUND',
  message: 'The API’s own sentence.',
  subject: null,
  grounds: [],
  sums: null,
  retryable: false,
  retryAfterSeconds: null,
  ...more,
})

const about = {
  orderId: '1-01',
  money: (cents: number | null) =>
    cents === null ? null : `R$ ${cents / 100}`,
  local: (text: string) => text,
}

describe('why the app refuses, in the words of the page', () => {
  it('has its reason, with what it names', () => {
    expect(reasonsOf(say, refused({}), about)).toEqual([
      'VTEX does not find order 1-01 in this account, or hides it from you. Check the id, and that the order belongs to this account and not to its marketplace or seller.',
    ])
  })

  it('says clauses within the sentence that they belong to', () => {
    expect(
      reasonsOf(
        say,
        refused({
          code: 'INVOICES_UNREADABLE',
          detail: 'INVOICES_UNREADABLE',
          grounds: [
            { detail: 'FLAW_NO_ITEMS', message: 'x', subject: '1001' },
            { detail: 'FLAW_NO_VALUE', message: 'x', subject: null },
          ] as RefusedFragment['grounds'],
        }),
        about
      )
    ).toEqual([
      'The invoices of order 1-01 do not tell how much of it was sold and returned: invoice 1001 names no items; an invoice has no readable value above 0. Settle this order in the Admin, where you see its invoices.',
    ])
  })

  it('shows the sums with their currency, and says which cannot be read', () => {
    const sums = {
      value: 1000,
      changes: 0,
      invoiced: 400,
      returned: null,
      rest: null,
    }

    const [whole] = reasonsOf(
      say,
      refused({
        code: 'ORDER_PARTIALLY_INVOICED',
        detail: 'PART_INVOICED',
        sums,
      }),
      about
    )

    const [lacking] = reasonsOf(
      say,
      refused({
        code: 'ORDER_PARTIALLY_INVOICED',
        detail: 'PART_INVOICED',
        sums: { ...sums, value: null },
      }),
      about
    )

    expect(whole).toContain('(R$ 4 of R$ 10)')
    expect(lacking).toContain('(R$ 4)')
  })

  it('is the sentence of the API where this version does not know the detail, or the row kept none', () => {
    expect(
      reasonsOf(say, refused({ detail: 'INVENTED' as never }), about)
    ).toEqual(['The API’s own sentence.'])
    expect(reasonsOf(say, refused({ detail: null }), about)).toEqual([
      'The API’s own sentence.',
    ])
  })

  it.each([
    ['UNDER_WAY', 12, 'Something else is at this order. Wait 12 s.'],
    [
      'OTHER_RETURN',
      null,
      'The return invoice may have been sent. Do not repeat. A person must look.',
    ],
    [
      'UNSETTLED_RETURN',
      40,
      'The return invoice may have been sent. Wait 40 s, then repeat with the same number.',
    ],
  ])(
    'a conflict %s says whether waiting helps',
    (detail, retryAfterSeconds, headline) => {
      expect(
        headlineOf(
          say,
          refused({
            code: 'CONFLICT',
            detail: detail as never,
            retryAfterSeconds,
          })
        )
      ).toBe(headline)
    }
  )
})

describe('why an order has stopped', () => {
  it.each([
    [
      'TRANSITION_STOPPED',
      '1218606',
      /^The order has stopped on its way into handling\./,
    ],
    ['TRANSITION_STOPPED', null, /^The order was invoiced while/],
    [
      'TRANSITION_STOPPED',
      '1',
      /^The order has stopped in a status that only VTEX changes\./,
    ],
    ['INVENTED_LATER', null, /^The API’s own advice\.$/],
  ])('%s of known issue %s has its words', (kind, knownIssue, sentence) => {
    expect(
      stuckOf(say, {
        kind: kind as never,
        knownIssue,
        since: null,
        advice: 'The API’s own advice.',
      })
    ).toMatch(sentence)
  })
})
