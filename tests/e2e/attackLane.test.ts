import {
  controlBatch,
  createBatch,
  readBatch,
  untilBatch,
} from '../support/batches'
import { useBatchSimulator } from '../support/batchWork'
import { cancelOrder } from '../support/graphql'

const simulator = useBatchSimulator()

/** Creates a batch and starts it; with `checkFirst` it only checks. */
async function begin(
  key: string,
  count: number,
  input: { maxPerMinute?: number; checkFirst?: boolean } = {}
) {
  const { orderIds } = await simulator.seedMany(count, key)
  const { batch } = await createBatch(simulator, {
    idempotencyKey: key,
    orders: orderIds,
    checkFirst: false,
    ...input,
  })

  const id = batch?.id ?? ''

  if (!input.checkFirst) {
    await controlBatch(simulator, {
      id,
      action: 'START',
      expectedOrders: count,
    })
  }

  return { id, orderIds }
}

const cancelsOf = async (orderIds: string[]) =>
  (await simulator.omsCalls()).filter((call) =>
    orderIds.some((orderId) => call === `POST ${orderId}/cancel`)
  )

describe('beside a batch of 300 orders at one a minute', () => {
  it('an urgent batch is sent, another is checked, and one of its own waiting orders is canceled singly: none of them waits for it', async () => {
    const slow = await begin('slow', 300, { maxPerMinute: 1 })

    await untilBatch(
      simulator,
      slow.id,
      ({ counts }) => counts.accepted + counts.canceled === 1
    )

    const urgent = await begin('urgent', 5)
    const checked = await begin('checked', 30, { checkFirst: true })

    await untilBatch(simulator, urgent.id, ({ counts }) => counts.pending === 0)
    await untilBatch(simulator, checked.id, ({ state }) => state === 'READY')

    const [last] = slow.orderIds.slice(-1)

    expect(await cancelOrder(simulator, last)).toMatchObject({
      state: 'ACCEPTED',
      refusal: null,
    })
    expect(await cancelsOf(urgent.orderIds)).toHaveLength(5)
    // Its cap held all the time.
    expect((await cancelsOf(slow.orderIds)).length).toBeLessThanOrEqual(3)
    expect((await readBatch(simulator, slow.id)).batch?.state).toBe('RUNNING')
  })
})

describe('while OMS answers 401 to the token of the app', () => {
  it('a batch refuses no row and says why it waits; after that it goes on by itself, and sends each order once', async () => {
    const { id } = await begin('batch', 60)

    await simulator.fault({
      name: 'token refused',
      path: '/api/oms/',
      times: 1_000_000,
      status: 401,
      body: {},
    })

    const waiting = await untilBatch(
      simulator,
      id,
      ({ state }) => state === 'NO_ACCESS'
    )

    expect(waiting.counts.refused).toBe(0)
    expect(waiting.warnings).toEqual([
      expect.stringContaining('OMS refuses the token of this app'),
    ])
    expect(waiting.notices).toEqual([
      {
        code: 'TOKEN_REFUSED',
        message: waiting.warnings[0],
        subject: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      },
    ])

    await simulator.clearFaults()

    const after = await untilBatch(
      simulator,
      id,
      ({ counts }) => counts.pending === 0
    )

    expect(after.counts).toMatchObject({ refused: 0, unknown: 0 })

    const processed = (await simulator.ledger('oms')).filter(
      (call) => call.method === 'POST' && call.processed
    )

    // Those that the fault answered with 401 did nothing.
    expect(processed).toHaveLength(60)
    expect(new Set(processed.map(({ path }) => path)).size).toBe(60)
  })
})
