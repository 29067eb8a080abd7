import { FULL_ACCESS, accessLost } from '../lane/access'
import { NEW_LANE } from '../lane/lane'
import type { Lane } from '../lane/lane'
import { newPacer } from '../lane/pacer'
import type { Pacer } from '../lane/pacer'
import { aSummary } from '../../testing/batches/rows'
import { estimate } from './estimate'

const NOW_MS = 1_790_000_000_000

/** A lane that was saved now, and has measured its pace for some time. */
function laneOf(pacer: Partial<Pacer>, more: Partial<Lane> = {}): Lane {
  const sends = { ...newPacer(0), isSlowStart: false, ...pacer }

  return {
    ...NEW_LANE,
    owner: 'owner',
    expiresAtMs: NOW_MS + 30_000,
    savedAtMs: NOW_MS,
    pacers: { sends, reads: newPacer(0) },
    ...more,
  }
}

const MEASURED = { recentMs: 110_000, recentCount: 220 }

const estimated = (lane: Lane, maxPerMinute: number | null = null) =>
  estimate(
    lane,
    { id: 'own', maxPerMinute },
    {
      progress: {
        generation: 0,
        finishedAtMs: null,
        nextSlotMs: null,
        shards: [aSummary({ counts: { PENDING: 100, CANCELED: 7 } })],
      },
      nowMs: NOW_MS,
    }
  )

describe('the estimate of a batch', () => {
  it('goes by what OMS took on the average, outages included', () => {
    expect(estimated(laneOf(MEASURED))).toEqual({
      perMinute: 120,
      throttledUntilMs: null,
      secondsLeft: 50,
    })
  })

  it('counts the batches that share the lane, and not the batch itself twice', () => {
    const queue = [
      { id: 'own', pending: 400, maxPerMinute: null },
      { id: 'other', pending: 1_000, maxPerMinute: null },
    ]

    expect(estimated(laneOf(MEASURED, { queue }))).toMatchObject({
      perMinute: 60,
      secondsLeft: 100,
    })
  })

  it('goes by the cap of the batch where that is lower', () => {
    expect(estimated(laneOf(MEASURED), 30)).toMatchObject({
      perMinute: 30,
      secondsLeft: 200,
    })
  })

  it('tells no time before the pace was measured, unless caps alone decide', () => {
    const early = laneOf({ ratePerSecond: 8, recentMs: 30_000, recentCount: 9 })

    expect(estimated(early)).toMatchObject({
      perMinute: 480,
      secondsLeft: null,
    })
    expect(estimated(early, 60)).toMatchObject({
      perMinute: 60,
      secondsLeft: 100,
    })
  })

  it('says until when OMS takes nothing', () => {
    expect(
      estimated(laneOf({ ...MEASURED, pausedUntilMs: 5_000 }))
    ).toMatchObject({ throttledUntilMs: NOW_MS + 5_000 })
  })

  it.each<[string, Lane]>([
    ['no replica works', laneOf(MEASURED, { owner: null })],
    ['no replica has worked yet', laneOf(MEASURED, { pacers: null })],
    [
      'OMS refuses the token of the app',
      laneOf(MEASURED, {
        access: { ...FULL_ACCESS, send: accessLost(NOW_MS) },
      }),
    ],
  ])('is unknown while %s', (_what, lane) => {
    expect(estimated(lane)).toBeNull()
  })
})
