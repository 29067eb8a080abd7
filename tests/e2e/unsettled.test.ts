import type { FaultRule } from '../../simulator/edge/faults'
import { cancelOrder } from '../support/graphql'
import type { OrderAnswer } from '../support/graphql'
import { Simulator } from '../support/simulator'

const HTML = '<html>Sign in</html>'

/** Faulty replies to a cancel, which do not show whether OMS has processed it. */
const FAULTS: Array<[string, Omit<FaultRule, 'name'>]> = [
  ['times out', { kind: 'hang' }],
  ['drips a reply that never ends', { kind: 'drip', status: 200, body: '{' }],
  ['resets the connection', { kind: 'reset' }],
  ['answers 500', { status: 500, body: HTML }],
  ['answers 502', { status: 502, body: HTML }],
  ['answers 503', { status: 503, body: HTML }],
  ['answers 504', { status: 504, body: { code: 'ProxyTimeout' } }],
  ['answers 408', { status: 408 }],
  ['answers 422', { status: 422, body: {} }],
  ['answers 499', { status: 499 }],
  ['answers 302', { status: 302, headers: { location: '/login' } }],
  ['answers 200 with HTML', { status: 200, body: HTML }],
  ['answers 200 with broken JSON', { status: 200, body: '{"date": "20' }],
  ['answers 200 with no body', { status: 200, body: '' }],
  ['answers 204', { status: 204 }],
  ['answers 200 without a date', { status: 200, body: { orderId: 'ITSELF' } }],
  [
    'answers 200 about another order',
    { status: 200, body: { date: 'D', orderId: '1-01', receipt: 'R' } },
  ],
]

interface Outcome {
  orderId: string
  answer: OrderAnswer
}

const UNKNOWN = {
  state: 'UNKNOWN',
  awaiting: null,
  orderStatus: 'handling',
  nextStep: 'CHECK_AGAIN',
  warnings: [
    'OMS did not confirm what was sent, and the order does not show it yet. Read orderCancellation before you call again.',
  ],
}

const FOUND = {
  state: 'AWAITING_DECISION',
  awaiting: 'SELF',
  orderStatus: 'cancellation-requested',
  nextStep: 'DECIDE_REQUEST',
  warnings: [],
}

describe.each([
  ['before', 'the state is UNKNOWN', UNKNOWN],
  ['after', 'a read finds the request, and the cancel is a success', FOUND],
] as const)(
  'when OMS fails %s it has processed the cancel, %s',
  (processing, _promise, expected) => {
    const simulator = new Simulator()
    const outcomes = new Map<string, Outcome>()

    // Each cancel takes up to 22 s, so all of them run at once.
    beforeAll(async () => {
      await simulator.start()
      await simulator.reset()
      await Promise.all(
        FAULTS.map(async ([what, fault], index) => {
          const orderId = `1390000000${100 + index}-01`

          // The first cancel of an order in handling makes a request, which stays open for the whole test.
          await simulator.seed({ orderId, status: 'handling' })
          await simulator.fault({
            name: what,
            method: 'POST',
            path: orderId,
            processing,
            ...fault,
          })

          const answer = await cancelOrder(simulator, orderId)

          outcomes.set(what, { orderId, answer })
        })
      )
    })
    afterAll(() => simulator.stop())

    it.each(FAULTS)('OMS %s: the cancel is sent exactly once', async (what) => {
      const orderId = outcomes.get(what)?.orderId
      const calls = await simulator.omsCalls()

      expect(
        calls.filter((call) => call === `POST ${orderId}/cancel`)
      ).toHaveLength(1)
    })

    it.each(FAULTS)('OMS %s: the answer says only what is known', (what) => {
      expect(outcomes.get(what)?.answer).toMatchObject({
        date: null,
        receipt: null,
        refusal: null,
        ...expected,
      })
    })
  }
)
