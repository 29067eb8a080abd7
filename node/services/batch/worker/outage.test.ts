import { SeveralBatches } from '../../../testing/batches/severalBatches'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** Has OMS refuse the app's token for a time from now on, for all calls of a kind, or for all calls. */
function refuseFor(
  several: SeveralBatches,
  ms: number,
  only: 'read' | 'send' | null = null
) {
  const untilMs = several.platform.time.nowMs + ms

  several.refuses = ({ kind, atMs }) =>
    atMs < untilMs && (only === null || only === kind)
}

const ALL_CANCELED = {
  state: 'DONE',
  warnings: [],
  counts: { CANCELED: 200, REFUSED: 0, UNKNOWN: 0, PENDING: 0 },
}

const sends = ({ platform }: SeveralBatches) =>
  [...platform.oms.orders.values()].map(({ effects }) => effects.length)

describe('while OMS refuses the token of the app', () => {
  it('(every call for 12 s) no row is refused, and each order is canceled once', async () => {
    const several = new SeveralBatches(200)

    await several.run(async () => {
      const { id } = await several.start(200)

      await several.platform.time.wait(5 * SECOND)
      refuseFor(several, 12 * SECOND)
      await several.platform.time.wait(5 * MINUTE)

      expect(await several.read(id)).toMatchObject(ALL_CANCELED)
      expect(sends(several)).toEqual(Array(200).fill(1))
    })
  })

  it.each([
    ['every call', null],
    ['every cancel', 'send' as const],
  ])(
    '(%s for 5 minutes, beyond its owner of the lane) a batch waits and says why, goes on by itself, and cancels each order once',
    async (_what, only) => {
      const several = new SeveralBatches(200)

      await several.run(async () => {
        const { id } = await several.start(200)

        await several.platform.time.wait(5 * SECOND)
        refuseFor(several, 5 * MINUTE, only)
        await several.platform.time.wait(4 * MINUTE)

        expect(await several.read(id)).toMatchObject({
          state: 'NO_ACCESS',
          counts: { REFUSED: 0 },
          warnings: [
            expect.stringContaining('OMS refuses the token of this app'),
          ],
        })
        // Those in flight, and some probes: the last ones a minute apart.
        expect(several.calls.filter(several.refuses).length).toBeLessThan(60)

        await several.platform.time.wait(10 * MINUTE)
        expect(await several.read(id)).toMatchObject(ALL_CANCELED)
        expect(sends(several)).toEqual(Array(200).fill(1))
      })
    }
  )

  it('a preview waits as well, and ends by itself', async () => {
    const several = new SeveralBatches(30)

    await several.run(async () => {
      refuseFor(several, 90 * SECOND)

      const { id } = await several.create(30, { checkFirst: true })

      await several.platform.time.wait(60 * SECOND)
      expect((await several.read(id))?.state).toBe('NO_ACCESS')

      await several.platform.time.wait(2 * MINUTE)
      expect(await several.read(id)).toMatchObject({
        state: 'READY',
        counts: { PENDING: 30, REFUSED: 0 },
      })
    })
  })
})

describe('an order that OMS does not let the app', () => {
  it.each(['read', 'send'] as const)(
    '%s is refused, and the others are canceled',
    async (kind) => {
      const several = new SeveralBatches(40)

      await several.run(async () => {
        const { id, orderIds } = await several.start(40)
        const [, , forbidden] = orderIds

        several.refuses = (call) =>
          call.orderId === forbidden && call.kind === kind
        await several.platform.time.wait(10 * MINUTE)

        expect(await several.read(id)).toMatchObject({
          state: 'DONE',
          counts: { CANCELED: 39, REFUSED: 1, UNKNOWN: 0 },
        })
      })
    }
  )

  it('read is refused even where it is the only one', async () => {
    const several = new SeveralBatches(1)

    several.refuses = () => true
    await several.run(async () => {
      const { id } = await several.start(1)

      await several.platform.time.wait(5 * MINUTE)
      expect(await several.read(id)).toMatchObject({
        state: 'DONE',
        counts: { REFUSED: 1 },
      })
    })
  })

  it('read is refused where many of them follow each other, and no neighbour waits for them', async () => {
    const several = new SeveralBatches(100)

    await several.run(async () => {
      const mixed = await several.start(70)
      const forbidden = mixed.orderIds.slice(20, 60)

      several.refuses = ({ orderId }) => forbidden.includes(orderId)

      const neighbour = await several.start(30)

      await several.platform.time.wait(MINUTE)
      expect(new Set(several.sent(neighbour.orderIds)).size).toBe(30)

      await several.platform.time.wait(10 * MINUTE)
      expect(await several.read(mixed.id)).toMatchObject({
        state: 'DONE',
        counts: { CANCELED: 30, REFUSED: 40, UNKNOWN: 0 },
      })
    })
  })
})
