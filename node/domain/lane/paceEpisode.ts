import {
  bounded,
  MAX_JITTER_MS,
  MAX_STATED_WAIT_MS,
  MIN_PER_SECOND,
} from './paceBounds'
import { faded, isTooEarly, isUnexplained, withEpisode } from './paceEvidence'
import { measured } from './paceAverage'
import type { Answered, Pacer } from './pacer'

const FIRST_PAUSE_MS = 1_000
const MAX_PAUSE_MS = 30_000

/** An outage longer than this means that the limit counts calls in a window: then goodput tells more than the rate. */
const WINDOW_OUTAGE_MS = 5_000
const DECREASE = 0.7
const WINDOW_DECREASE = 0.85

/** How many times the outage the climb back takes, within these bounds. */
const CLIMB_FACTOR = 10
const MIN_CLIMB_MS = 10_000
const MAX_CLIMB_MS = 600_000

/** Stops all calls at the 429 that begins an episode. */
export function startEpisode(pacer: Pacer, answered: Answered): Pacer {
  const { isSlowStart, ratePerSecond, cycleStartMs, cycleCount } = pacer
  const { nowMs, isBelowPace } = answered
  const cycleMs = Math.max(1, nowMs - cycleStartMs)

  return {
    ...pacer,
    ...withEpisode(pacer, {
      ratePerSecond,
      cycleCount,
      cycleMs,
      isBelowPace,
    }),
    isSlowStart: isSlowStart && isTooEarly(pacer, cycleCount),
    failedProbes: 0,
    episodeStartMs: nowMs,
    pausedUntilMs: nowMs + pauseMs(answered, 0),
  }
}

/** Prolongs the pause. Only a probe counts: the calls in flight when the episode began say nothing new. */
export function afterFailedProbe(pacer: Pacer, answered: Answered): Pacer {
  if (!answered.isProbe) return pacer

  const failedProbes = pacer.failedProbes + 1

  return {
    ...pacer,
    failedProbes,
    pausedUntilMs: answered.nowMs + pauseMs(answered, failedProbes),
  }
}

function pauseMs({ reply, random }: Answered, failedProbes: number): number {
  if (reply.kind === 'limited' && reply.waitMs !== null) {
    return Math.min(reply.waitMs, MAX_STATED_WAIT_MS) + random * MAX_JITTER_MS
  }

  const wait = Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failedProbes)

  return wait * (0.75 + random / 2)
}

/** Ends the episode where the call was its probe. */
export function afterTakenInEpisode(pacer: Pacer, answered: Answered): Pacer {
  const { nowMs, isProbe } = answered
  const { episodeStartMs, failedProbes, provenPerSecond } = pacer

  if (!isProbe || episodeStartMs === null) return pacer

  const outageMs = nowMs - episodeStartMs
  const isWindow = outageMs > WINDOW_OUTAGE_MS
  const isHeld = !isWindow && failedProbes === 0 && isUnexplained(pacer)

  return {
    ...pacer,
    ...(isHeld ? {} : lowered(pacer, { nowMs, outageMs, isWindow })),
    provenPerSecond: isWindow
      ? 0
      : faded(provenPerSecond, { isUnexplained: isHeld }),
    ...measured(pacer, nowMs - pacer.cycleStartMs, pacer.cycleCount),
    failedProbes: 0,
    episodeStartMs: null,
    cycleStartMs: nowMs,
    cycleCount: 0,
  }
}

interface Outage {
  nowMs: number
  outageMs: number
  isWindow: boolean
}

function lowered(
  { ratePerSecond, cycleStartMs, cycleCount }: Pacer,
  { nowMs, outageMs, isWindow }: Outage
): Pick<Pacer, 'ratePerSecond' | 'limitPerSecond' | 'climbPerSecond'> {
  const goodput = cycleCount / Math.max(1, (nowMs - cycleStartMs) / 1_000)
  const limitPerSecond = Math.max(
    MIN_PER_SECOND,
    isWindow ? Math.min(ratePerSecond, goodput) : ratePerSecond
  )

  const rate = bounded(limitPerSecond * (isWindow ? WINDOW_DECREASE : DECREASE))
  const climbMs = Math.max(
    MIN_CLIMB_MS,
    Math.min(MAX_CLIMB_MS, CLIMB_FACTOR * outageMs)
  )

  return {
    ratePerSecond: rate,
    limitPerSecond,
    climbPerSecond: Math.max(0, limitPerSecond - rate) / (climbMs / 1_000),
  }
}
