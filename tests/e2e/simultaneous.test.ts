import { cancelOrder, returnInvoicedOrder } from '../support/graphql'
import { outcomesOf } from '../support/journal'
import { sorted } from '../support/lists'
import { useSimulator } from '../support/simulator'
import type { Simulator } from '../support/simulator'

const PAIRS = 200

/** The number of pairs in flight, which two processes on a small machine can handle. */
const AT_ONCE = 8

const idOf = (pair: number) => `1395${String(pair).padStart(9, '0')}-01`

const cancelTwice = (simulator: Simulator, orderId: string) =>
  Promise.all(
    [0, 1].map((replica) => cancelOrder(simulator, orderId, { replica }))
  )

describe('two calls at the same moment on two replicas', () => {
  const simulator = useSimulator(undefined, { replicas: 2 })

  const postsFor = async (orderId: string) =>
    (await simulator.omsCalls()).filter((call) =>
      call.startsWith(`POST ${orderId}/`)
    )

  it(`send one cancel for each of ${PAIRS} orders in handling, and both callers get the same answer`, async () => {
    const ids = Array.from({ length: PAIRS }, (_, pair) => idOf(pair))
    const left = [...ids]

    const work = async () => {
      for (let id = left.shift(); id !== undefined; id = left.shift()) {
        // eslint-disable-next-line no-await-in-loop
        await simulator.seed({ orderId: id, status: 'handling' })

        // eslint-disable-next-line no-await-in-loop
        const [one, other] = await cancelTwice(simulator, id)

        expect(one).toMatchObject({
          state: 'AWAITING_DECISION',
          awaiting: 'SELF',
          nextStep: 'DECIDE_REQUEST',
          date: expect.any(String),
          receipt: expect.stringMatching(/^[0-9a-f]{32}$/),
          refusal: null,
        })
        expect({ ...other, orderStatus: one.orderStatus }).toEqual(one)
      }
    }

    await Promise.all(Array.from({ length: AT_ONCE }, work))

    const posts = (await simulator.omsCalls()).filter((call) =>
      call.startsWith('POST')
    )

    expect(sorted(posts)).toEqual(ids.map((id) => `POST ${id}/cancel`))
  }, 300_000)

  it('send one cancel when VBase ignores if-match', async () => {
    const orderId = idOf(1)

    await simulator.choose({ ifMatch: 'ignored' })
    await simulator.seed({ orderId, status: 'handling' })

    const [one, other] = await cancelTwice(simulator, orderId)

    expect([one.state, other.state]).toEqual([
      'AWAITING_DECISION',
      'AWAITING_DECISION',
    ])
    expect(one.receipt).toBe(other.receipt)
    expect(await postsFor(orderId)).toHaveLength(1)
  })

  it('send one cancel when VBase answers a stale if-match with 409', async () => {
    const orderId = idOf(1)

    await simulator.choose({ staleStatus: 409 })
    await simulator.seed({ orderId, status: 'handling' })
    await cancelTwice(simulator, orderId)

    expect(await postsFor(orderId)).toHaveLength(1)
  })

  it('send one return invoice', async () => {
    const orderId = idOf(1)

    await simulator.seed({
      orderId,
      status: 'invoiced',
      packages: [
        {
          type: 'Output',
          invoiceNumber: '1001',
          invoiceValue: 12990,
          items: [{ itemIndex: 0, quantity: 1, price: 12990 }],
        },
      ],
    })

    const [one, other] = await Promise.all(
      [0, 1].map((replica) =>
        returnInvoicedOrder(simulator, orderId, { replica })
      )
    )

    expect([one.refusal, other.refusal]).toEqual([null, null])
    expect(one.receipt).toBe(other.receipt)
    expect(
      (await postsFor(orderId)).filter((call) => call.endsWith('/invoice'))
    ).toHaveLength(1)
  })

  it("send the second caller's cancel when OMS refuses the first caller's", async () => {
    const orderId = idOf(1)

    await simulator.seed({ orderId, status: 'handling' })
    await simulator.fault({
      name: 'not that caller',
      method: 'POST',
      path: '/cancel',
      status: 403,
      body: {},
    })

    const states = (await cancelTwice(simulator, orderId)).map(
      ({ state, refusal }) => `${state} ${refusal?.code ?? null}`
    )

    expect(sorted(states)).toEqual([
      'AWAITING_DECISION null',
      'NOT_REQUESTED NOT_PERMITTED',
    ])
    // An entry that was withdrawn in favor of the other call may be there too.
    expect(
      (await outcomesOf(simulator, orderId)).filter(
        (outcome) => outcome !== 'cancel withdrawn'
      )
    ).toEqual(['cancel refused', 'cancel received'])
  })
})
