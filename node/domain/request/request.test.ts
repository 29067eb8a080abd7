import { emptyJournal } from '../journal/journal'
import type { Journal } from '../journal/journal'
import type { Order } from '../order/order'
import { ended, journalOf } from '../../testing/journals'
import { anEntry, anInvoice, anOrder, ORDER_ID } from '../../testing/orders'
import { detailedRequest, listedRequest } from './request'

const ROW = {
  orderId: ORDER_ID,
  createdMs: 0,
  status: 'cancellation-requested',
  value: 12_990,
  currency: 'BRL',
}

const LISTED = listedRequest(ORDER_ID, ROW)

const RECORDED = {
  reason: 'Ordered twice',
  requestedByUser: null,
  requestedBySeller: null,
  date: '2026-11-01T10:00:00.1234567-03:00',
  requestId: 'q1',
}

const asked = (more: Partial<Order> = {}) =>
  anOrder({
    status: 'cancellation-requested',
    origin: 'Fulfillment',
    cancellation: RECORDED,
    ...more,
  })

const detailed = (
  order: Order,
  {
    journal = emptyJournal(ORDER_ID),
    isJournalRead = true,
    grants = ['CancelAction'],
  } = {}
) =>
  detailedRequest(LISTED, {
    order,
    journal,
    isJournalRead,
    grants,
    nowMs: Date.parse('2026-11-02T00:00:00Z'),
  })

const madeHere: Journal = journalOf(
  anEntry({
    requestedByUser: true,
    reason: 'Our reason',
    startedAtMs: Date.parse('2026-11-01T12:59:59Z'),
    completion: ended('received', {
      atMs: Date.parse('2026-11-01T13:00:00Z'),
      sentAtMs: Date.parse('2026-11-01T12:59:59Z'),
    }),
  })
)

/** An earlier request was denied; the open one is of another day. */
const deniedHere: Journal = journalOf(
  anEntry({ kind: 'deny', completion: ended('received') })
)

describe('a request of the list', () => {
  it('shows what its row tells, and claims nothing else', () => {
    expect(LISTED).toEqual({
      cacheId: `request:${ORDER_ID}`,
      orderId: ORDER_ID,
      awaiting: 'SELF',
      requestedBy: 'UNKNOWN',
      reason: null,
      requestedAt: null,
      decideBy: null,
      value: 12_990,
      currency: 'BRL',
      actions: [],
    })
  })

  it('shows no value above 9e11 cents', () => {
    const { value } = listedRequest(ORDER_ID, { ...ROW, value: 9e11 + 1 })

    expect(value).toBeNull()
    expect(listedRequest(ORDER_ID, { ...ROW, value: 9e11 }).value).toBe(9e11)
  })
})

describe('a request whose order was read', () => {
  it('shows reason and dates, in ISO 8601, and that VTEX decides 30 days after it', () => {
    expect(detailed(asked({ value: 11_000 }))).toMatchObject({
      reason: 'Ordered twice',
      requestedAt: '2026-11-01T13:00:00.123Z',
      decideBy: '2026-12-01T13:00:00.123Z',
      value: 11_000,
      currency: 'BRL',
    })
  })

  it('shows no date where OMS gives none, or one that cannot be read', () => {
    const none = { requestedAt: null, decideBy: null }

    expect(detailed(asked({ cancellation: null }))).toMatchObject(none)
    expect(
      detailed(asked({ cancellation: { ...RECORDED, date: 'yesterday' } }))
    ).toMatchObject(none)
  })

  it('shows no date for the decision behind the last date that there is', () => {
    const last = '+275760-09-12T00:00:00Z'

    expect(
      detailed(asked({ cancellation: { ...RECORDED, date: last } }))
    ).toMatchObject({
      requestedAt: '+275760-09-12T00:00:00.000Z',
      decideBy: null,
    })
  })

  it.each([
    'handling',
    'canceled',
    'cancel',
    'cancellation-request-denied',
    'waiting-for-seller-decision',
    'a-status-of-tomorrow',
    null,
  ])('is dropped when the order is %s by now', (status) => {
    expect(detailed(asked({ status }))).toBeNull()
  })

  it('is shown although an invoice has stopped the order, because it can still be denied', () => {
    const stopped = asked({
      cancellation: { ...RECORDED, requestedByUser: true },
      invoices: [anInvoice('Output')],
      lastChangeMs: Date.parse('2026-11-01T13:00:00Z'),
    })

    expect(detailed(stopped)).toMatchObject({
      awaiting: 'SELF',
      requestedBy: 'SHOPPER',
      reason: 'Ordered twice',
      actions: ['DENY'],
    })
  })

  it('is dropped when this app has accepted it, although OMS does not show that yet', () => {
    const accepted = journalOf(
      anEntry({
        kind: 'accept',
        statusSeen: 'cancellation-requested',
        startedAtMs: Date.parse('2026-11-01T23:59:50Z'),
        completion: ended('received', {
          atMs: Date.parse('2026-11-01T23:59:55Z'),
          sentAtMs: Date.parse('2026-11-01T23:59:50Z'),
        }),
      })
    )

    expect(detailed(asked(), { journal: accepted })).toBeNull()
  })

  it.each<
    [
      string,
      string,
      Partial<Order>,
      { journal?: Journal; isJournalRead?: boolean }
    ]
  >([
    [
      'the shopper, as OMS says',
      'SHOPPER',
      { cancellation: { ...RECORDED, requestedByUser: true } },
      {},
    ],
    [
      'the other side, where OMS says that it was not the shopper',
      'OTHER_SIDE',
      { cancellation: { ...RECORDED, requestedByUser: false } },
      {},
    ],
    ['a maker that OMS does not name', 'UNKNOWN', {}, {}],
    [
      'a maker that OMS does not name, on an own-store order',
      'UNKNOWN',
      { origin: 'Marketplace' },
      {},
    ],
    [
      'a maker that OMS does not name, where this app has denied an earlier request',
      'UNKNOWN',
      { origin: 'Marketplace' },
      { journal: deniedHere },
    ],
    [
      'this app, where OMS does not name the maker',
      'OWN_STORE',
      { origin: 'Marketplace' },
      { journal: madeHere },
    ],
    [
      'the store itself, in the Admin',
      'OWN_STORE',
      {
        origin: 'Marketplace',
        cancellation: { ...RECORDED, requestedByUser: false },
      },
      {},
    ],
    [
      'the shopper, on an own-store order',
      'SHOPPER',
      {
        origin: 'Marketplace',
        cancellation: { ...RECORDED, requestedByUser: true },
      },
      {},
    ],
    [
      'the seller itself, as OMS says',
      'OWN_STORE',
      { cancellation: { ...RECORDED, requestedBySeller: true } },
      {},
    ],
    [
      'this app, for the shopper',
      'OWN_STORE',
      { cancellation: { ...RECORDED, requestedByUser: true } },
      { journal: madeHere },
    ],
    [
      'this app perhaps, because the journal could not be read',
      'UNKNOWN',
      { cancellation: { ...RECORDED, requestedByUser: true } },
      { isJournalRead: false },
    ],
  ])('made by %s shows %s', (_who, maker, order, known) => {
    expect(detailed(asked(order), known)?.requestedBy).toBe(maker)
  })
})
