import { ended, journalOf } from '../../testing/journals'
import { anEntry, anInvoice, anOrder, ORDER_ID } from '../../testing/orders'
import { factsOf } from '../decision/facts'
import { emptyJournal } from '../journal/journal'
import type { Order, RecordedCancellation } from '../order/order'
import { journalOnly } from './known'
import type { Known } from './known'
import { diagnose } from './stuck'

const NOW_MS = Date.parse('2026-11-24T12:00:00Z')
const OLD_MS = NOW_MS - 2 * 3_600_000 - 1
const YOUNG_MS = NOW_MS - 2 * 3_600_000

const NOTHING = journalOnly(emptyJournal(ORDER_ID), NOW_MS)

const diagnosisOf = (more: Partial<Order>, known: Partial<Known> = {}) => {
  const order = anOrder(more)
  const all = { ...NOTHING, ...known }

  return diagnose(order, factsOf(order, all), all)
}

/** This app sent the cancel that became the request. */
const OWN_CANCEL: Partial<Known> = {
  journal: { orderId: ORDER_ID, entries: [anEntry({ kind: 'cancel' })] },
}

const recorded = (
  more: Partial<RecordedCancellation> = {}
): RecordedCancellation => ({
  reason: null,
  requestedByUser: null,
  requestedBySeller: null,
  date: '2026-11-24T09:00:00Z',
  requestId: null,
  ...more,
})

const FFM = 'cancellation-request-denied-ffm'

type Case = [string, string | null, Partial<Order>, Partial<Known>]

const CASES: Case[] = [
  [
    'invoiced on this side',
    'CANCEL_INVOICE_RACE 1400005',
    {
      status: 'request-cancel',
      workflowIsInError: true,
      invoices: [anInvoice('Output')],
    },
    {},
  ],
  [
    'invoiced by date alone',
    'CANCEL_INVOICE_RACE 1400005',
    { status: 'request-cancel', workflowIsInError: true, isInvoiceDated: true },
    {},
  ],
  [
    'invoiced on the other side',
    'CANCEL_INVOICE_RACE 1400005',
    { status: 'request-cancel', workflowIsInError: true },
    { otherSide: anOrder({ status: 'invoiced' }) },
  ],
  [
    'no invoice anywhere',
    'WORKFLOW_ERROR null',
    { status: 'request-cancel', workflowIsInError: true },
    {},
  ],
  [
    'an error and an invoice on an order that is not being canceled',
    null,
    {
      status: 'handling',
      workflowIsInError: true,
      invoices: [anInvoice('Output')],
    },
    {},
  ],
  [
    'creation error, old',
    'CREATION_ERROR 1089344',
    { status: 'cancel', cancellation: recorded({ reason: 'Creation Error ' }) },
    {},
  ],
  [
    'creation error, young',
    null,
    {
      status: 'cancel',
      lastChangeMs: YOUNG_MS,
      cancellation: recorded({ reason: 'Creation error' }),
    },
    {},
  ],
  [
    'the other side is canceled',
    'SELLER_NOT_CANCELED 1198719',
    { status: 'cancel' },
    { otherSide: anOrder({ status: 'canceled' }) },
  ],
  [
    'the transaction is canceling',
    'TRANSACTION_NOT_CANCELED 1163213',
    { status: 'cancel' },
    { transactionStatus: 'cancelling' },
  ],
  ['nothing else known, old', 'NO_PROGRESS null', { status: 'cancel' }, {}],
  [
    'nothing else known, young',
    null,
    { status: 'cancel', lastChangeMs: YOUNG_MS },
    {},
  ],
  [
    'an own request denied, at once',
    'OWN_REQUEST_DENIED 1004978',
    { status: FFM, lastChangeMs: YOUNG_MS },
    OWN_CANCEL,
  ],
  [
    "a request denied that OMS says was the seller's own, at once",
    'OWN_REQUEST_DENIED 1004978',
    {
      status: FFM,
      lastChangeMs: YOUNG_MS,
      cancellation: recorded({ requestedBySeller: true }),
    },
    {},
  ],
  [
    'a denial that does not go on, old',
    'DENIAL_WITHOUT_PROGRESS null',
    { status: FFM },
    {},
  ],
  [
    'a request of another side denied, young',
    null,
    { status: FFM, lastChangeMs: YOUNG_MS },
    {},
  ],
  [
    'an open request that an invoice has answered two hours ago',
    'TRANSITION_STOPPED null',
    {
      status: 'cancellation-requested',
      lastChangeMs: OLD_MS,
      invoices: [anInvoice('Output')],
    },
    {},
  ],
  [
    'an open request that an invoice has answered just now',
    null,
    {
      status: 'cancellation-requested',
      lastChangeMs: YOUNG_MS,
      invoices: [anInvoice('Output')],
    },
    {},
  ],
  [
    'an open request that an invoice has answered, and that this app may have denied a moment ago',
    null,
    {
      status: 'cancellation-requested',
      lastChangeMs: OLD_MS,
      invoices: [anInvoice('Output')],
    },
    {
      journal: journalOf(
        anEntry({
          kind: 'deny',
          startedAtMs: NOW_MS - 20_000,
          completion: ended('unsettled', {
            sentAtMs: NOW_MS - 19_000,
            atMs: NOW_MS - 1,
          }),
        })
      ),
    },
  ],
  [
    'an open request of last week',
    null,
    { status: 'cancellation-requested', lastChangeMs: OLD_MS - 7 * 86_400_000 },
    {},
  ],
  ['canceled', null, { status: 'canceled', workflowIsInError: true }, {}],
  ['waiting', null, { status: 'waiting-for-seller-decision' }, {}],
]

describe('diagnose', () => {
  it.each(CASES)('%s: %s', (_what, expected, order, known) => {
    const found = diagnosisOf({ lastChangeMs: OLD_MS, ...order }, known)

    expect(found && `${found.kind} ${found.knownIssue}`).toBe(expected)
  })

  it('dates the problem by OMS’s own date, or by the last change', () => {
    const stuck = (more: Partial<Order>) =>
      diagnosisOf({ status: 'cancel', ...more })

    expect(
      stuck({ lastChangeMs: OLD_MS, cancellation: recorded() })?.since
    ).toBe('2026-11-24T09:00:00Z')
    expect(stuck({ lastChangeMs: OLD_MS })?.since).toBe(
      '2026-11-24T09:59:59.999Z'
    )
  })

  it('does not call an order stuck that has no readable date', () => {
    expect(diagnosisOf({ status: 'cancel' })).toBeNull()
  })
})
