import { appLogger } from '../../../appLogger'
import { aBatchInput } from '../../../testing/batches/aBatchInput'
import { CALM } from '../../../testing/batches/conditions'
import { VirtualPlatform } from '../../../testing/batches/virtualPlatform'
import { controlBatch } from '../api/controlBatch'
import { createBatch } from '../api/createBatch'
import { readBatch } from '../api/readBatch'
import type { LanePorts } from '../ports'
import { drain } from './drain'

const CANARY = 'canary-token'

/** A bug of the app, whose every text is foreign. */
function bug(): Error {
  return Object.assign(new TypeError(`token ${CANARY}`), { name: CANARY })
}

/** Runs a batch of three orders in handling: first a worker with a bug, then sound ones. */
async function runWithBug(spoil: (oms: LanePorts['oms']) => LanePorts['oms']) {
  const platform = new VirtualPlatform(1, {
    ...CALM,
    orders: 3,
    isMixed: false,
    // An order shows for a while what it was: a second cancel would accept the first one's request.
    shownAfterMs: 20_000,
    // The test itself calls the workers.
    lostEvents: 1,
  })

  for (const order of platform.oms.orders.values()) {
    order.status = 'handling'
    order.shown = 'handling'
  }

  const logged: unknown[] = []
  const log = (entry: unknown) => logged.push(entry)
  const ports = platform.callerPorts()
  const life = (async () => {
    const { batch } = await createBatch(
      ports,
      aBatchInput([...platform.oms.orders.keys()], { checkFirst: false })
    )

    const id = batch?.manifest.id ?? ''

    await controlBatch(ports, { id, action: 'START', expectedOrders: 3 })
    await drain({
      ...ports,
      logger: appLogger({ info: log, error: log }),
      oms: spoil(ports.oms),
    })

    const before = (await readBatch(ports, id)).batch

    // Two workers that come too early, and two after the lease of the first has ended.
    for (const waitMs of [1_000, 10_000, 100_000, 60_000]) {
      // eslint-disable-next-line no-await-in-loop
      await platform.time.wait(waitMs)
      // eslint-disable-next-line no-await-in-loop
      await drain(ports)
    }

    return { before, after: (await readBatch(ports, id)).batch }
  })()

  await platform.time.run()

  return {
    ...(await life),
    logged,
    sends: [...platform.oms.orders.values()].map(
      ({ effects }) => effects.length
    ),
  }
}

const TRACE = {
  operation: 'drainBatches',
  problem: 'bug',
  bug: 'TypeError',
  at: expect.stringMatching(/^services\/batch\/worker\/bug\.test\.ts:\d+$/),
}

describe('a bug while a row is worked on', () => {
  it('before the send: leaves a trace without a foreign word, and loses no row', async () => {
    const { before, after, logged, sends } = await runWithBug((oms) => ({
      ...oms,
      getOrder: async () => {
        throw bug()
      },
    }))

    expect(logged).toEqual([TRACE])
    expect(JSON.stringify(logged)).not.toContain('canary')
    expect(before).toMatchObject({
      state: 'RUNNING',
      counts: { PENDING: 3, REFUSED: 0, UNKNOWN: 0 },
    })
    expect(after?.counts).toMatchObject({ PENDING: 0, AWAITING_DECISION: 3 })
    expect(sends).toEqual([1, 1, 1])
  })

  it('after the send, before anything of it is stored: the row is not sent again, and ends as it is at OMS', async () => {
    const { before, after, logged, sends } = await runWithBug((oms) => ({
      ...oms,
      cancelOrder: async (...call) => {
        await oms.cancelOrder(...call)

        throw bug()
      },
    }))

    // Every row of the shard met it, and one trace of it is enough.
    expect(logged).toEqual([TRACE])
    expect(before?.counts).toMatchObject({ PENDING: 3 })
    expect(after?.counts).toMatchObject({
      PENDING: 0,
      AWAITING_DECISION: 3,
      REFUSED: 0,
    })
    expect(sends).toEqual([1, 1, 1])
  })

  it('during a check: nothing of the shard counts as sent, so an abort ends its rows without a read', async () => {
    const platform = new VirtualPlatform(1, {
      ...CALM,
      orders: 3,
      isMixed: false,
      lostEvents: 1,
    })

    const ports = platform.callerPorts()
    const calls: string[] = []
    const silent = appLogger({ info: () => undefined, error: () => undefined })
    const life = (async () => {
      const { batch } = await createBatch(
        ports,
        aBatchInput([...platform.oms.orders.keys()])
      )

      const id = batch?.manifest.id ?? ''

      await drain({
        ...ports,
        logger: silent,
        oms: {
          ...ports.oms,
          getOrder: async () => {
            throw bug()
          },
        },
      })
      await controlBatch(ports, { id, action: 'ABORT', expectedOrders: null })
      await platform.time.wait(100_000)
      platform.oms.limit = (kind) => {
        calls.push(kind)

        return null
      }

      await drain(ports)

      return (await readBatch(ports, id)).batch
    })()

    await platform.time.run()

    expect(calls).toEqual([])
    expect(await life).toMatchObject({
      state: 'ABORTED',
      counts: { PENDING: 0, NOT_ATTEMPTED: 3, UNKNOWN: 0 },
      finishedAtMs: expect.any(Number),
    })
  })
})
