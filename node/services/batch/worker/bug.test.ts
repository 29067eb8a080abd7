import { appLogger } from '../../../appLogger'
import { aBatchInput } from '../../../testing/batches/aBatchInput'
import { CALM } from '../../../testing/batches/conditions'
import { VirtualPlatform } from '../../../testing/batches/virtualPlatform'
import { controlBatch } from '../api/controlBatch'
import { createBatch } from '../api/createBatch'
import { readBatch } from '../api/readBatch'
import { drain } from './drain'

const CANARY = 'canary-token'

/** OMS's answer meets a bug of the app. */
async function withBug(): Promise<never> {
  throw Object.assign(new TypeError(`token ${CANARY}`), { name: CANARY })
}

describe('a bug while a row is worked on', () => {
  it('leaves its class and its place in the log, keeps the lane, and loses no row', async () => {
    const platform = new VirtualPlatform(1, {
      ...CALM,
      orders: 3,
      isMixed: false,
      // The worker with the bug is called by the test.
      lostEvents: 1,
    })

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
        oms: { ...ports.oms, getOrder: withBug },
      })

      expect((await readBatch(ports, id)).batch).toMatchObject({
        state: 'RUNNING',
        counts: { PENDING: 3, CANCELED: 0, REFUSED: 0, UNKNOWN: 0 },
      })

      // The lease of the worker that failed ends, and another replica recovers its shard.
      await platform.time.wait(100_000)
      await drain(ports)
      await platform.time.wait(60_000)
      await drain(ports)

      return (await readBatch(ports, id)).batch
    })()

    await platform.time.run()

    expect(logged).toEqual([
      {
        operation: 'drainBatches',
        problem: 'bug',
        bug: 'TypeError',
        at: expect.stringMatching(
          /^services\/batch\/worker\/bug\.test\.ts:\d+$/
        ),
      },
    ])
    expect(JSON.stringify(logged)).not.toContain('canary')
    expect(await life).toMatchObject({ counts: { PENDING: 0, CANCELED: 3 } })
    expect(
      [...platform.oms.orders.values()].map(({ effects }) => effects.length)
    ).toEqual([1, 1, 1])
  })
})
