import type { Seed } from '../../simulator/services/oms/seed'
import {
  cancelOrder,
  decideRequest,
  returnInvoicedOrder,
} from '../support/graphql'
import { cancellationCase } from '../support/orderCase'
import { Simulator } from '../support/simulator'
import { CASES, OUTPUT, RETURN, SIDES } from '../support/statusTable'

const SHOPPERS = {
  status: 'cancellation-requested',
  requestedAt: 'handling',
  cancellation: { reason: 'Ordered twice', requestedByUser: true },
} satisfies Seed

/** Orders that the status alone does not tell apart. */
const MORE: Array<{ what: string; seed: Seed }> = [
  ...Object.entries(SIDES).map(([side, seed]) => ({
    what: `${side}, a shopper's open request`,
    seed: { ...seed, ...SHOPPERS },
  })),
  {
    what: "own store, the store's own open request",
    seed: {
      ...SHOPPERS,
      cancellation: { reason: 'Damaged', requestedByUser: false },
    },
  },
  {
    what: "seller, a shopper's open request for an order that is invoiced",
    seed: { ...SHOPPERS, origin: 'Fulfillment', packages: [OUTPUT] },
  },
  {
    what: 'seller, invoiced and returned in part',
    seed: {
      status: 'invoiced',
      origin: 'Fulfillment',
      packages: [OUTPUT, { ...RETURN, invoiceValue: 1_000 }],
    },
  },
]

/** What the calls of one mutation at OMS look like. */
const ACTIONS: Record<
  string,
  { sent: RegExp; call: (simulator: Simulator, id: string) => Promise<unknown> }
> = {
  CANCEL: {
    sent: /^POST .*\/cancel$/,
    call: (simulator, id) => cancelOrder(simulator, id),
  },
  ACCEPT: {
    sent: /^POST .*\/cancel$/,
    call: (simulator, id) => decideRequest(simulator, id, { accept: null }),
  },
  DENY: {
    sent: /^POST .*\/deny-cancellation-request$/,
    call: (simulator, id) => decideRequest(simulator, id, { deny: 'Shipped' }),
  },
  RETURN: {
    sent: /^POST .*\/invoice$/,
    call: (simulator, id) => returnInvoicedOrder(simulator, id),
  },
}

const NAMES = Object.keys(ACTIONS)

const TABLE = [
  ...CASES.map(({ what, status, side, more }) => ({
    what,
    seed: { status, ...SIDES[side], ...more },
  })),
  ...MORE,
].map((row, index) => ({ ...row, index }))

/** Each mutation has an order of its own, equal to the others of its row. */
const idOf = (index: number, action: string) =>
  `1391${String(index).padStart(8, '0')}${NAMES.indexOf(action)}-01`

/** Does something for each item, a few at a time. */
async function forEach<T>(items: T[], act: (item: T) => Promise<unknown>) {
  const left = [...items]

  const work = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      // eslint-disable-next-line no-await-in-loop
      await act(item)
    }
  }

  await Promise.all(Array.from({ length: 8 }, work))
}

describe('for each status on each side, the actions of cancellationCase', () => {
  const simulator = new Simulator()
  /** What each order's case offered, and what its mutation then sent; by order id. */
  const offered = new Map<string, string[]>()
  let sent: string[] = []
  let sentByReads: string[] = []

  const posts = async () =>
    (await simulator.allOmsCalls()).filter((call) => call.startsWith('POST'))

  beforeAll(async () => {
    await simulator.start()
    await simulator.reset()

    const orders = TABLE.flatMap(({ index, seed }) =>
      NAMES.map((action) => ({ action, id: idOf(index, action), seed }))
    )

    await forEach(orders, ({ id, seed }) =>
      simulator.seed({ ...seed, orderId: id })
    )
    await forEach(orders, async ({ id }) => {
      offered.set(id, (await cancellationCase(simulator, id)).actions)
    })
    sentByReads = await posts()
    await forEach(orders, ({ action, id }) =>
      ACTIONS[action].call(simulator, id)
    )
    sent = await posts()
  }, 400_000)
  afterAll(() => simulator.stop())

  it('are found without any send', () => {
    expect(sentByReads).toEqual([])
  })

  it.each(TABLE)(
    '$what: are what the four mutations then send',
    ({ index }) => {
      const cases = NAMES.map((action) => offered.get(idOf(index, action)))
      const sending = NAMES.filter((action) =>
        sent.some(
          (call) =>
            call.includes(idOf(index, action)) &&
            ACTIONS[action].sent.test(call)
        )
      )

      // The orders of a row are equal, and so are their cases.
      expect(cases).toEqual(NAMES.map(() => sending))
    }
  )

  it('name each action for some orders, and none for others', () => {
    const all = [...offered.values()]

    expect(new Set(all.flat())).toEqual(new Set(NAMES))
    expect(all.some((actions) => actions.length === 0)).toBe(true)
  })
})
