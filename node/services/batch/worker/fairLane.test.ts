import { SeveralBatches } from '../../../testing/batches/severalBatches'
import { useSmallShards } from '../../../testing/batches/smallShards'
import { loadBatch } from '../loadBatch'
import { OpenShard } from './openShard'

/** A shard has ten rows. */
useSmallShards()

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** OMS that takes one cancel a second, and refuses the others. */
function takesOneASecond({ platform }: SeveralBatches) {
  let nextMs = 0

  platform.oms.limit = (kind) => {
    const { nowMs } = platform.time

    if (kind === 'read' || nowMs >= nextMs) {
      nextMs = kind === 'send' ? nowMs + SECOND : nextMs

      return null
    }

    return { kind: 'answered', status: 429, body: {}, headers: {} }
  }
}

const gaps = (timesMs: number[]) =>
  timesMs.slice(1).map((atMs, index) => atMs - timesMs[index])

describe('the lane of several batches', () => {
  it('sends an urgent batch of five within ten seconds beside one that may send one row a minute', async () => {
    const several = new SeveralBatches(35)

    await several.run(async () => {
      const slow = await several.start(30, { maxPerMinute: 1 })

      await several.platform.time.wait(20 * SECOND)

      const urgent = await several.start(5)

      await several.platform.time.wait(10 * SECOND)
      expect(several.sent(urgent.orderIds)).toEqual(urgent.orderIds)
      expect(several.sent(slow.orderIds)).toEqual([slow.orderIds[0]])
    })
  })

  it('keeps the cap of a batch from owner to owner of the lane', async () => {
    const several = new SeveralBatches(30)

    await several.run(async () => {
      const { orderIds } = await several.start(30, { maxPerMinute: 2 })

      await several.platform.time.wait(10 * MINUTE)

      const timesMs = several.timesOf('send', orderIds)

      expect(several.platform.handlers).toBeGreaterThan(10)
      expect(timesMs.length).toBeGreaterThanOrEqual(19)
      // A row begins in its slot; its reads before the send take up to a second.
      expect(Math.min(...gaps(timesMs))).toBeGreaterThan(29 * SECOND)
    })
  })

  it('checks a batch at once, while others send as slowly as OMS takes it', async () => {
    const several = new SeveralBatches(150)

    takesOneASecond(several)
    await several.run(async () => {
      const slow = [
        await several.start(60),
        await several.start(60, { maxPerMinute: 10 }),
      ]

      await several.platform.time.wait(30 * SECOND)

      const { id } = await several.create(30, { checkFirst: true })

      await several.platform.time.wait(15 * SECOND)
      expect((await several.read(id))?.state).toBe('READY')

      const [one, other] = await Promise.all(
        slow.map((batch) => several.read(batch.id))
      )

      expect(one?.counts.PENDING).toBeGreaterThan(0)
      expect(other?.counts.PENDING).toBeGreaterThan(0)
    })
  })

  it('sends ten batches side by side, each within 15 seconds, and the rows of each in their order', async () => {
    const several = new SeveralBatches(300)

    takesOneASecond(several)
    await several.run(async () => {
      const batches = []

      for (let count = 0; count < 10; count += 1) {
        // eslint-disable-next-line no-await-in-loop
        batches.push(await several.start(30))
      }

      await several.platform.time.wait(12 * MINUTE)

      for (const { orderIds, startedMs } of batches) {
        const [firstMs] = several.timesOf('read', orderIds)

        expect(firstMs - startedMs).toBeLessThanOrEqual(15 * SECOND)

        // Each row begins with a read.
        expect(several.begun(orderIds)).toEqual(orderIds)
        expect(new Set(several.sent(orderIds)).size).toBe(30)
      }
    })
  })

  it('gives each batch the same share', async () => {
    const several = new SeveralBatches(400)

    takesOneASecond(several)
    await several.run(async () => {
      const batches = [
        await several.start(200),
        await several.start(100),
        await several.start(100),
      ]

      await several.platform.time.wait(3 * MINUTE)

      const shares = batches.map(
        ({ orderIds }) => new Set(several.sent(orderIds)).size
      )

      // A try that OMS's limit ends counts as a turn, too.
      expect(Math.min(...shares) / Math.max(...shares)).toBeGreaterThan(0.8)
      expect(Math.min(...shares)).toBeGreaterThan(20)
    })
  })

  it('sets a batch aside whose shard a bug keeps from opening, says so once, and sends the others', async () => {
    const several = new SeveralBatches(40)
    const bugs: string[] = []
    const open = OpenShard.open.bind(OpenShard)

    jest.spyOn(OpenShard, 'open').mockImplementation(async (...call) => {
      if (call[2].batch.manifest.total === 10) throw new TypeError('a bug')

      return open(...call)
    })

    several.platform.logger = {
      info: () => undefined,
      bug: (operation) => bugs.push(operation),
    }
    await several.run(async () => {
      const harmed = await several.start(10)
      const neighbour = await several.start(30)

      await several.platform.time.wait(2 * MINUTE)

      expect(several.sent(neighbour.orderIds)).toHaveLength(30)
      expect(several.sent(harmed.orderIds)).toEqual([])
      expect(await several.read(harmed.id)).toMatchObject({
        state: 'FAILED',
        counts: { UNKNOWN: 10, CANCELED: 0 },
      })
      expect(bugs).toEqual(['drainBatches'])

      const load = await loadBatch(several.platform.callerPorts(), harmed.id)

      expect(load).toMatchObject({
        batch: { control: { failure: { kind: 'bug' } } },
      })
    })
  })
})
