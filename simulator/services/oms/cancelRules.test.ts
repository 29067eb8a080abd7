import { reactionTo } from './cancelRules'
import type { Reaction } from './cancelRules'
import { orderFrom } from './orderFrom'
import type { Seed } from './seed'
import { anOms } from './testing'
import type { OmsSwitches } from './switches'

const MARKETPLACE = { sellers: [{ id: 'globex', name: 'Globex' }] }
const HANDLED = { ...MARKETPLACE, sellerDecides: true }
const SELLER = { origin: 'Fulfillment' } as const
const CHAIN = { origin: 'Chain', ...MARKETPLACE } as const

const REFUSED = { refused: 409 } as const

/** The reactions for each group of statuses: own store, marketplace, marketplace with a seller handling the order, seller, chain. */
const TABLE: Array<[Reaction[], Array<string | null>]> = [
  [
    [
      'cancels',
      'tells the seller',
      'asks the seller',
      'cancels',
      'tells the seller',
    ],
    [
      'order-completed',
      'on-order-completed',
      'on-order-completed-ffm',
      'waiting-for-authorization',
      'waiting-for-sellers-confirmation',
      'order-accepted',
      'payment-pending',
      'approve-payment',
      'payment-approved',
      'window-to-change-payment',
      'window-to-change-seller',
      'waiting-ffmt-authorization',
      'waiting-for-manual-authorization',
      'waiting-for-order-authorization',
      'waiting-for-mkt-authorization',
      'waiting-seller-handling',
      'waiting-for-fulfillment',
      'authorize-fulfillment',
      'window-to-cancel',
      'a-status-of-tomorrow',
    ],
  ],
  [
    ['asks', 'tells the seller', 'asks the seller', 'asks', 'tells the seller'],
    [
      'ready-for-handling',
      'handling',
      'ready-for-invoicing',
      'cancellation-request-denied',
      'cancellation-request-denied-ffm',
    ],
  ],
  [
    Array(5).fill('cancels'),
    [null, 'order-create-error', 'order-creation-error', 'detail.state.null'],
  ],
  [Array(5).fill('accepts'), ['cancellation-requested']],
  [
    Array(5).fill(REFUSED),
    [
      'order-created',
      'start-handling',
      'invoice',
      'invoiced',
      'waiting-for-seller-decision',
      'request-cancel',
      'cancel',
      'invoice-after-cancellation-deny',
      'canceled',
      'replaced',
    ],
  ],
]

const reaction = (seed: Seed, switches: Partial<OmsSwitches> = {}) =>
  reactionTo(
    orderFrom(seed, { number: 1, nowMs: 0 }),
    anOms(switches).orders.switches.values
  )

const OUTPUT = { type: 'Output', invoiceNumber: '1' } as const
const RETURN = { type: 'Input', invoiceNumber: 'R1' } as const

describe('the reaction of the simulated OMS to a cancel', () => {
  it.each(
    TABLE.flatMap(([reactions, statuses]) =>
      statuses.map((status) => [status, reactions] as const)
    )
  )('%s: %j', (status, reactions) => {
    expect(
      [{}, MARKETPLACE, HANDLED, SELLER, CHAIN].map((side) =>
        reaction({ status, ...side })
      )
    ).toEqual(reactions)
  })

  it('refuses a partly invoiced order with 400, even if other refusals are 409', () => {
    const seed: Seed = {
      status: 'handling',
      packages: [{ ...OUTPUT, invoiceValue: 1 }],
    }

    expect(reaction(seed)).toEqual({ refused: 400 })
    expect(reaction(seed, { statusRefusal: 409 })).toEqual({ refused: 400 })
  })

  it('cancels an invoiced order only when it has a return invoice', () => {
    expect(reaction({ status: 'invoiced', packages: [OUTPUT, RETURN] })).toBe(
      'cancels'
    )
    expect(reaction({ status: 'invoiced', packages: [OUTPUT] })).toEqual(
      REFUSED
    )
  })

  it.each<[Partial<OmsSwitches>, Seed, Reaction]>([
    [{ statusRefusal: 400 }, { status: 'start-handling' }, { refused: 400 }],
    [{ cancelOfCanceled: 'received' }, { status: 'canceled' }, 'again'],
    [
      { secondCancel: 'refused' },
      { status: 'cancellation-requested' },
      REFUSED,
    ],
    [{ cancelOfIncomplete: 'refused' }, { status: null }, REFUSED],
    [
      { cancelAfterReturn: 'refused' },
      { status: 'invoiced', packages: [OUTPUT, RETURN] },
      REFUSED,
    ],
  ])('follows the switch %j', (switches, seed, expected) => {
    expect(reaction(seed, switches)).toEqual(expected)
  })
})
