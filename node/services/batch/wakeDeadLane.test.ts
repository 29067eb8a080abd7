import { GRACE_MS, NEW_LANE } from '../../domain/lane/lane'
import type { Stored } from '../../clients/batchStore'
import type { Lane } from '../../domain/lane/lane'
import type { BatchPorts } from './ports'
import { wakeDeadLane } from './wakeDeadLane'

const NOW_MS = 1_700_000_000_000

const found = (content: Lane): Stored<Lane> => ({
  kind: 'found',
  content,
  etag: 'e',
})

/** Runs the wake beside a lane, and tells how many files were read and events sent. */
async function wakesBeside(lane: Stored<Lane>) {
  const done = { reads: 0, wakes: 0 }
  const store = {
    lane: () => ({
      read: async () => {
        done.reads += 1

        return lane
      },
    }),
  } as unknown as BatchPorts['store']

  await wakeDeadLane({
    store,
    epochMs: () => NOW_MS,
    wake: async () => {
      done.wakes += 1
    },
  })

  return done
}

const ownedUntil = (expiresAtMs: number) =>
  found({ ...NEW_LANE, owner: 'replica-1', expiresAtMs })

describe('an event of VTEX about any order', () => {
  it('wakes a lane whose owner has died, and reads one file for that', async () => {
    expect(await wakesBeside(ownedUntil(NOW_MS - GRACE_MS))).toEqual({
      reads: 1,
      wakes: 1,
    })
  })

  it.each<[string, Stored<Lane>]>([
    ['says what no owner can have written', ownedUntil(NOW_MS + 86_400_000)],
    ['cannot be understood', { kind: 'unreadable', body: {}, etag: 'e' }],
  ])('wakes a lane that %s, so that it is made anew', async (_which, lane) => {
    expect(await wakesBeside(lane)).toEqual({ reads: 1, wakes: 1 })
  })

  it.each<[string, Stored<Lane>]>([
    ['whose owner is at work', ownedUntil(NOW_MS + 1)],
    ['whose lease ended within the grace', ownedUntil(NOW_MS - GRACE_MS + 1)],
    ['that its owner left in order', found(NEW_LANE)],
    ['that no batch has ever needed', { kind: 'missing' }],
    ['that cannot be read', { kind: 'unavailable' }],
  ])('leaves a lane alone %s', async (_which, lane) => {
    expect(await wakesBeside(lane)).toEqual({ reads: 1, wakes: 0 })
  })
})
