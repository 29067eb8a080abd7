import { CALM } from '../../../testing/batches/conditions'
import { VirtualPlatform } from '../../../testing/batches/virtualPlatform'
import {
  HEAL_AFTER_MS,
  LEASE_MS,
  MAX_EPOCH,
  NEW_LANE,
} from '../../../domain/lane/lane'
import type { Lane } from '../../../domain/lane/lane'
import { claimLane } from './claimLane'

const PATH = 'batches/lane.json'
const FOUND = 'batches/lane-found.json'

/** A platform whose lane file has some content, and a replica that asks for the lane. */
function withLane(body: unknown) {
  const platform = new VirtualPlatform(1, CALM)
  const ports = platform.callerPorts()
  const { time, files } = platform

  const put = (content: unknown) => {
    files.stored.set(PATH, { body: content, etag: time.nowMs })
  }

  put(body)

  return {
    ports,
    put,
    files,
    wait: (ms: number) => finished(time.wait(ms)),
    claim: () => finished(claimLane(ports)),
    stored: (path: string) => files.stored.get(path),
  }

  async function finished<T>(act: Promise<T>): Promise<T> {
    await time.run()

    return act
  }
}

const anOwned = (more: Partial<Lane>) => ({
  version: 5,
  workspace: 'master',
  ...NEW_LANE,
  epoch: 7,
  owner: 'a replica',
  ...more,
})

describe('a lane that cannot be used', () => {
  it.each<[string, unknown]>([
    ['is cut off', '{'],
    ['is of no calendar', anOwned({ expiresAtMs: 1e15 })],
    ['is held for a year', anOwned({ expiresAtMs: 1_000_000_000 + 3e10 })],
    ['has an epoch beyond all', anOwned({ epoch: 1e15 })],
  ])(
    '%s: it is noted beside it, and claimed once no owner can be left, and not before',
    async (_what, body) => {
      const { claim, wait, stored } = withLane(body)

      expect(await claim()).toBeNull()
      expect(stored(FOUND)).toBeDefined()

      await wait(HEAL_AFTER_MS - 1_000)
      expect(await claim()).toBeNull()

      await wait(1_000)

      const lane = await claim()

      // The time in seconds, and one more for the claim.
      expect(lane?.epoch).toBeGreaterThan(1_000_000)
      expect(lane?.pacers).toBeNull()
      expect(stored(FOUND)).toBeUndefined()
    }
  )

  it('gets an epoch above its own where that can be read', async () => {
    const { claim, wait } = withLane(
      anOwned({ epoch: 2_000_000, expiresAtMs: 1e15 })
    )

    await claim()
    await wait(HEAL_AFTER_MS)

    expect((await claim())?.epoch).toBe(2_000_002)
  })

  it('gets an epoch of the present where its own is years ahead, so that no later one is out of range', async () => {
    const { claim, wait } = withLane({
      ...anOwned({ epoch: MAX_EPOCH - 1 }),
      owner: null,
    })

    expect(await claim()).toBeNull()
    await wait(HEAL_AFTER_MS)

    // The time in seconds, and one more for the claim.
    expect((await claim())?.epoch).toBe(1_000_000 + HEAL_AFTER_MS / 1_000 + 1)
  })

  it('is left to an owner that writes it meanwhile, even where that owner’s clock is a day ahead', async () => {
    const ahead = (ms: number) =>
      anOwned({ expiresAtMs: 1_086_400_000 + LEASE_MS + ms })

    const { claim, wait, put } = withLane(ahead(0))

    for (let renewal = 1; renewal <= 8; renewal += 1) {
      // eslint-disable-next-line no-await-in-loop
      expect(await claim()).toBeNull()
      // eslint-disable-next-line no-await-in-loop
      await wait(LEASE_MS / 3)
      put(ahead(renewal * 20_000))
    }
  })

  it('is claimed at once again where it is whole', async () => {
    const { claim, put } = withLane('{')

    await claim()
    put({ ...anOwned({}), owner: null })

    expect((await claim())?.epoch).toBe(8)
  })
})
