import * as fc from 'fast-check'

import { CALM_FILES } from '../../testing/batches/fileConditions'
import { ORDER_ID } from '../../testing/orders'
import { isJustified, processedOf } from '../../testing/shop/sends'
import type { Processed } from '../../testing/shop/sends'
import { ACCEPTING, VirtualShop } from '../../testing/shop/virtualShop'
import { randomFrom, VirtualTime } from '../../testing/virtualTime'
import { cancelOrder } from '../order/cancelOrder'
import {
  acceptCancellationRequest,
  denyCancellationRequest,
} from '../order/decideRequest'
import type { ReturnPorts } from '../ports'
import { returnInvoicedOrder } from '../order/returnInvoicedOrder'

interface Answer {
  date: string | null
  refusal: unknown
  state?: string
}

const returnOrder = (ports: ReturnPorts, invoiceNumber: string) =>
  returnInvoicedOrder(ports, ORDER_ID, {
    invoiceNumber,
    issuanceDate: null,
    reason: null,
  })

const OPERATIONS: Record<string, (ports: ReturnPorts) => Promise<Answer>> = {
  cancel: (ports) =>
    cancelOrder(ports, ORDER_ID, { reason: null, requestedByUser: false }),
  accept: (ports) => acceptCancellationRequest(ports, ORDER_ID, ACCEPTING),
  deny: (ports) => denyCancellationRequest(ports, ORDER_ID, 'Sent already'),
  'return R1': (ports) => returnOrder(ports, 'R1'),
  'return R2': (ports) => returnOrder(ports, 'R2'),
}

/** The error of each replica's clock. */
const SKEWS_MS = [0, 5_000, -5_000]

/** The operations that callers try on an order in each status; likely ones stand more often. */
const TRIED: Record<string, string[]> = {
  'payment-approved': ['cancel'],
  handling: ['cancel', 'cancel', 'cancel', 'accept', 'deny'],
  'cancellation-requested': ['accept', 'accept', 'deny', 'deny', 'cancel'],
  invoiced: ['return R1', 'return R1', 'return R2', 'cancel'],
}

const conditions = {
  seed: fc.integer(),
  lostReplies: fc.constantFrom(0, 0.5, 1),
  failedReads: fc.constantFrom(0, 0.2),
  faultyFiles: fc.constantFrom(0, 0.2),
  wrongMissing: fc.constantFrom(0, 0.1),
  fileMs: fc.constantFrom(30, 300),
  latePuts: fc.constantFrom(0, 0.15, 0.4),
  doubledPuts: fc.constantFrom(0, 0.1),
  listLagMs: fc.constantFrom(0, 2_000),
  listPage: fc.constantFrom(100, 3),
  sendMs: fc.constantFrom(200, 4_000),
  shownAfterMs: fc.constantFrom(0, 20_000),
}

/** OMS processes a send whose reply was lost within this time: the app waits 40 s, and two clocks may differ by up to 10 s. */
const LATEST_MS = 28_000

/** At the same time, soon after one another, or long after the first has settled. */
const aTime = fc.oneof(
  fc.integer({ min: 0, max: 1_000 }),
  fc.integer({ min: 5_000, max: 30_000 }),
  fc.integer({ min: 50_000, max: 120_000 })
)

const aScenario = fc.constantFrom(...Object.keys(TRIED)).chain((status) =>
  fc.record({
    ...conditions,
    status: fc.constant(status),
    calls: fc.array(
      fc.record({
        operation: fc.constantFrom(...TRIED[status]),
        replica: fc.constantFrom(0, 1, 2),
        atMs: aTime,
      }),
      { minLength: 2, maxLength: 5 }
    ),
    /** When each replica dies; null: never. */
    kills: fc.tuple(
      ...SKEWS_MS.map(() => fc.option(fc.integer({ min: 0, max: 20_000 })))
    ),
  })
)

type Scenario = typeof aScenario extends fc.Arbitrary<infer One> ? One : never

async function play({ seed, calls, kills, status, ...how }: Scenario) {
  const time = new VirtualTime()
  const shop = new VirtualShop(
    time,
    randomFrom(seed),
    {
      ...CALM_FILES,
      latePutMs: 20_000,
      limitedSends: 0,
      lateMs: LATEST_MS,
      ...how,
    },
    { [ORDER_ID]: status }
  )

  const replicas = SKEWS_MS.map((skewMs) => ({ isDead: false, skewMs }))
  const answers: Array<{ replica: number; answer: Answer }> = []

  kills.forEach((atMs, index) => {
    if (atMs === null) return

    void time.wait(atMs).then(() => {
      replicas[index].isDead = true
    })
  })

  calls.forEach(({ operation, replica, atMs }, index) => {
    void time
      .wait(atMs)
      .then(() =>
        OPERATIONS[operation](shop.ports(replicas[replica], `call-${index}`))
      )
      .then((answer) => answers.push({ replica, answer }))
  })

  await time.run()

  return { shop, answers }
}

/** Finds the cancels that OMS processed after another cancel or accept without a denial in between. */
function repeated(processed: Processed[]): Processed[] {
  return processed.filter(({ kind }, index) => {
    const before = processed
      .slice(0, index)
      .filter((one) => one.kind !== 'return')
      .pop()

    return kind === 'cancel' && before !== undefined && before.kind !== 'deny'
  })
}

describe('any calls for one order on any replicas, with faults and crashes', () => {
  it('never send without a read that justifies it, never send twice and never report a success that did not happen', async () => {
    await fc.assert(
      fc.asyncProperty(aScenario, async (scenario) => {
        const { shop, answers } = await play(scenario)
        const processed = processedOf(shop.sends)
        const unjustified = shop.sends.filter((send) => !isJustified(send))
        const returns = processed.filter(({ kind }) => kind === 'return')
        const wasRequested = scenario.status === 'cancellation-requested'
        const alive = scenario.calls.filter(
          ({ replica }) => scenario.kills[replica] === null
        )

        expect({
          unjustified,
          acceptedByAccident: processed.filter(
            ({ kind, statusBefore }) =>
              kind === 'cancel' && statusBefore === 'cancellation-requested'
          ),
          repeated: repeated(processed),
          returns: Math.max(1, returns.length),
          invented: answers.filter(
            ({ answer: { date, state = 'NOT_REQUESTED' } }) =>
              (date !== null ||
                ['ACCEPTED', 'CANCELED'].includes(state) ||
                (state === 'AWAITING_DECISION' && !wasRequested)) &&
              processed.length === 0
          ),
          unanswered: alive.length > answers.length,
        }).toEqual({
          unjustified: [],
          acceptedByAccident: [],
          repeated: [],
          returns: 1,
          invented: [],
          unanswered: false,
        })
      }),
      { numRuns: 10_000 }
    )
  })
})
