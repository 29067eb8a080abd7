import { parsePurchaseRead } from '../../clients/omsParsers'
import { answered } from '../../testing/answered'
import {
  aDocument,
  aLine,
  anItem,
  aPackage,
  NOW_MS,
  orderIn,
  SALE,
} from '../../testing/documents'
import type { Document } from '../../testing/documents'
import { ORDER_ID } from '../../testing/orders'
import { siblingNotices } from './siblingWarnings'

/** What is said about a purchase, as OMS lists it, of which one order is canceled. */
function said(rows: unknown[], order: Document = {}): string[] {
  const read = parsePurchaseRead(answered(rows), NOW_MS)

  if (read.kind !== 'found') throw new Error('The purchase cannot be read.')

  return siblingNotices(
    orderIn(aDocument({ status: 'canceled', ...order })),
    read.orders,
    NOW_MS
  ).map(({ message }) => message)
}

const sibling = (more: Document = {}) =>
  aDocument({ orderId: 'sibling-02', status: 'handling', ...more })

const ending = (what: string) => [
  `Order sibling-02 of the same purchase is not canceled: ${what} if the whole purchase is meant.`,
]

const UNREAD = (name: string) =>
  `${name} of the same purchase could not be read: it may not be canceled.`

describe('a sibling that lives on', () => {
  it.each<[string, Document, string]>([
    ['open', {}, 'cancel it too'],
    [
      'invoiced',
      { status: 'invoiced', packages: [SALE] },
      'it is invoiced, so return it',
    ],
    [
      'on its way on',
      { status: 'invoice' },
      'the platform is moving it on, so cancel it when its status has changed',
    ],
    [
      'invoiced in part',
      {
        items: [anItem('7', 1, 5_000), anItem('8', 1, 7_990)],
        packages: [aPackage('Output', 'N1', 5_000, [aLine(0, 1, 5_000)])],
      },
      'a cancel of it would be refused, so read it first',
    ],
    [
      'stopped',
      { status: 'invoice', workflowIsInError: true },
      'a cancel of it would be refused, so read it first',
    ],
    [
      'invoiced, where a return would be refused',
      { status: 'invoiced', packages: [] },
      'a cancel of it would be refused, so read it first',
    ],
    [
      'invoiced, and come back whole',
      {
        status: 'invoiced',
        packages: [SALE, aPackage('Input', 'R1', 12_990)],
      },
      'cancel it too',
    ],
    ['denied', { status: 'cancellation-request-denied' }, 'cancel it too'],
  ])('is named with what ends it: %s', (_what, more, what) => {
    expect(said([sibling(more)])).toEqual(ending(what))
  })

  it.each([
    'canceled',
    'cancel',
    'request-cancel',
    'cancellation-requested',
    'waiting-for-seller-decision',
    'replaced',
  ])('is not named where it is over, or will be: %s', (status) => {
    expect(said([sibling({ status })])).toEqual([])
  })

  it('is not named where it is the order itself, or its other side', () => {
    expect(
      said(
        [
          sibling({ orderId: ORDER_ID }),
          sibling({ orderId: 'seller-01' }),
          sibling({ orderId: 'mkt-01', sellerOrderId: ORDER_ID }),
        ],
        { sellerOrderId: 'seller-01' }
      )
    ).toEqual([])
  })
})

describe('field case 2: a row of a purchase that does not parse', () => {
  it('with "" for its status is an incomplete order, and named', () => {
    expect(said([sibling({ status: '' })])).toEqual(ending('cancel it too'))
  })

  it.each<[string, unknown, string]>([
    ['no status', { orderId: 'sibling-02' }, UNREAD('Order sibling-02')],
    ['a status of 7', sibling({ status: 7 }), UNREAD('Order sibling-02')],
    ['no id', { status: 'handling' }, UNREAD('An order')],
    [
      'an id that cannot be shown',
      sibling({ orderId: 'a\u0007b' }),
      UNREAD('An order'),
    ],
    ['null', null, UNREAD('An order')],
    ['a text', 'sibling-02', UNREAD('An order')],
  ])('is said to be unreadable: %s', (_what, row, warning) => {
    expect(said([row])).toEqual([warning])
  })

  it('is not said of the order itself', () => {
    expect(said([{ orderId: ORDER_ID }])).toEqual([])
  })

  it('hides none of the others', () => {
    expect(said([null, sibling(), { orderId: 'x-03' }])).toEqual([
      UNREAD('An order'),
      ...ending('cancel it too'),
      UNREAD('Order x-03'),
    ])
  })
})

describe('field case 14: a sibling whose id holds spaces', () => {
  it.each([
    ['BWW-Loja Exemplo-2660650814-01', 'cancel it too'],
    [
      'two  spaces/and a slash',
      'this app does not take its id, so cancel it in the Admin',
    ],
  ])('is named, with advice that the app can follow: %s', (orderId, advice) => {
    expect(said([sibling({ orderId })])).toEqual([
      `Order ${orderId} of the same purchase is not canceled: ${advice} if the whole purchase is meant.`,
    ])
  })
})

describe('a purchase of many orders', () => {
  it('names five of them, and counts the others, unreadable ones too', () => {
    const rows = [1, 2, 3, 4, 5, 6].map((n) => sibling({ orderId: `s-${n}` }))

    expect(said(rows.slice(0, 5))).toHaveLength(5)
    expect(said([...rows, null]).slice(5)).toEqual([
      '2 more orders of the same purchase are not canceled, or could not be read.',
    ])
    expect(said(rows)[5]).toBe(
      '1 more order of the same purchase is not canceled, or could not be read.'
    )
  })
})
