import { RETENTION_MS } from '../../../domain/batch/batch'
import { aBatchInput } from '../../../testing/batches/aBatchInput'
import { CALM } from '../../../testing/batches/conditions'
import { VirtualPlatform } from '../../../testing/batches/virtualPlatform'
import { controlBatch } from '../api/controlBatch'
import { createBatch } from '../api/createBatch'
import { readBatch } from '../api/readBatch'

const DAY_MS = 24 * 3_600_000

const input = (idempotencyKey: string) =>
  aBatchInput(['B0-01'], { idempotencyKey, checkFirst: false })

/** Awaits an act in virtual time, with everything that it sets off. */
async function done<T>({ time }: VirtualPlatform, act: Promise<T>): Promise<T> {
  await time.run()

  return act
}

describe('a batch', () => {
  it('is deleted with all its files after 30 days, and not before', async () => {
    const platform = new VirtualPlatform(1, { ...CALM, orders: 2 })
    const ports = platform.callerPorts()
    const filesOf = (id: string) =>
      [...platform.files.stored.keys()].filter((path) => path.includes(id))

    const old = await done(platform, createBatch(ports, input('old')))
    const id = old.batch?.manifest.id ?? ''

    await done(
      platform,
      controlBatch(ports, { id, action: 'ABORT', expectedOrders: null })
    )

    await done(platform, platform.time.wait(RETENTION_MS - DAY_MS))
    await done(platform, createBatch(ports, input('before')))
    expect(filesOf(id)).toHaveLength(5)

    await done(platform, platform.time.wait(2 * DAY_MS))

    const fresh = await done(platform, createBatch(ports, input('after')))

    expect(filesOf(id)).toEqual([])
    expect((await done(platform, readBatch(ports, id))).refusal?.code).toBe(
      'NOT_FOUND'
    )
    expect(filesOf(fresh.batch?.manifest.id ?? '')).toHaveLength(5)
  })
})
