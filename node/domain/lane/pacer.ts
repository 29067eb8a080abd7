/**
 * How fast OMS may be called: an additive-increase, multiplicative-decrease pace whose
 * climb is as slow as the last overshoot was costly. OMS's limit is not documented, and the
 * account's other clients share it. So a 429 is answered by silence and one probe, and a
 * limit that cost a minute is not tried again for ten. Pure: all times are arguments.
 * Evidence: docs/decisions/0011-pacing.md.
 */

/** The pace as it passes from one replica to the next. All its numbers pass: without the last four, the next replica runs into a window's limit again. */
export interface Pacer {
  ratePerSecond: number
  /** The rate that was too much at the last 429. */
  limitPerSecond: number
  /** How much the rate grows a second. */
  climbPerSecond: number
  /** No 429 has come yet: the rate doubles each second. */
  isSlowStart: boolean
  /** Nothing is sent before. */
  pausedUntilMs: number
  /** How many probes of this episode were refused. */
  failedProbes: number
  /** When the 429 came that only a probe can end; null outside of such an episode. */
  episodeStartMs: number | null
  /** Since when calls are counted, and how many OMS took. */
  cycleStartMs: number
  cycleCount: number
}

/** What OMS said about the pace. `lost` says nothing: a timeout, or an error of another kind. */
export type PaceReply =
  | { kind: 'taken'; quota?: Quota }
  | { kind: 'limited'; waitMs: number | null }
  | { kind: 'lost' }

/** What is left of a limit, where OMS says so in its headers. */
export interface Quota {
  remaining: number
  resetMs: number
}

/** A reply, and the call that it answers. */
export interface Answered {
  reply: PaceReply
  isProbe: boolean
  /** The call left before the last episode ended, so it says nothing of the current pace. */
  isStale: boolean
  nowMs: number
  /** From 0 to 1. */
  random: number
  /** The batch's own cap. */
  maxPerSecond: number
}

export const MAX_PER_SECOND = 100
const START_PER_SECOND = 2
const MIN_PER_SECOND = 0.2

const FIRST_PAUSE_MS = 1_000
const MAX_PAUSE_MS = 30_000

/** The longest wait that OMS may ask for: a longer one is a malformed header. */
const MAX_STATED_WAIT_MS = 10 * 60_000

/** An outage longer than this means that the limit counts calls in a window: then goodput tells more than the rate. */
const WINDOW_OUTAGE_MS = 5_000
const DECREASE = 0.7
const WINDOW_DECREASE = 0.85

/** How many times the outage the climb back takes, within these bounds. */
const CLIMB_FACTOR = 10
const MIN_CLIMB_MS = 10_000
const MAX_CLIMB_MS = 600_000
const MIN_GROWTH_SHARE = 0.002

/** OMS accepts 1.2 times the last known limit: it has moved, so the climb is four times as steep. */
const PAST_LIMIT = 1.2
const PAST_FACTOR = 4

/** How much of a stated quota is taken: the account's other clients live on it, too. */
const QUOTA_SHARE = 0.8

/** Makes a pace that knows nothing yet. */
export function newPacer(nowMs: number): Pacer {
  return {
    ratePerSecond: START_PER_SECOND,
    limitPerSecond: MAX_PER_SECOND,
    climbPerSecond: 0,
    isSlowStart: true,
    pausedUntilMs: nowMs,
    failedProbes: 0,
    episodeStartMs: null,
    cycleStartMs: nowMs,
    cycleCount: 0,
  }
}

/** Computes how many calls may be in flight at once. */
export function maxInFlight({ ratePerSecond }: Pacer): number {
  return Math.min(100, Math.ceil(ratePerSecond) + 2)
}

/** Moves the pace on after one reply. `sinceGrowthMs`: how long ago it last grew. */
export function afterReply(
  pacer: Pacer,
  answered: Answered,
  sinceGrowthMs: number
): Pacer {
  const isInEpisode = pacer.episodeStartMs !== null

  if (answered.isStale && !isInEpisode) {
    return answered.reply.kind === 'taken' ? counted(pacer) : pacer
  }

  switch (answered.reply.kind) {
    case 'limited':
      return isInEpisode
        ? afterFailedProbe(pacer, answered)
        : startEpisode(pacer, answered)

    case 'taken':
      return isInEpisode
        ? afterTakenInEpisode(counted(pacer), answered)
        : climbed(counted(pacer), answered, sinceGrowthMs)

    case 'lost':
      // A probe that proved nothing does not end the episode.
      return isInEpisode ? afterFailedProbe(pacer, answered) : pacer
  }
}

function counted(pacer: Pacer): Pacer {
  return { ...pacer, cycleCount: pacer.cycleCount + 1 }
}

function startEpisode(pacer: Pacer, answered: Answered): Pacer {
  return {
    ...pacer,
    isSlowStart: false,
    failedProbes: 0,
    episodeStartMs: answered.nowMs,
    pausedUntilMs: answered.nowMs + pauseMs(answered, 0),
  }
}

/** Prolongs the pause. Only a probe counts: the calls in flight when the episode began say nothing new. */
function afterFailedProbe(pacer: Pacer, answered: Answered): Pacer {
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
    return Math.min(reply.waitMs, MAX_STATED_WAIT_MS) + random * 500
  }

  const wait = Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failedProbes)

  return wait * (0.75 + random / 2)
}

function afterTakenInEpisode(pacer: Pacer, answered: Answered): Pacer {
  const { nowMs, isProbe, maxPerSecond } = answered
  const { episodeStartMs, cycleStartMs, cycleCount, ratePerSecond } = pacer

  if (!isProbe || episodeStartMs === null) return pacer

  const outageMs = nowMs - episodeStartMs
  const isWindow = outageMs > WINDOW_OUTAGE_MS
  const goodput = cycleCount / Math.max(1, (nowMs - cycleStartMs) / 1_000)
  const limitPerSecond = Math.max(
    MIN_PER_SECOND,
    isWindow ? Math.min(ratePerSecond, goodput) : ratePerSecond
  )

  const rate = bounded(
    limitPerSecond * (isWindow ? WINDOW_DECREASE : DECREASE),
    maxPerSecond
  )

  const climbMs = Math.max(
    MIN_CLIMB_MS,
    Math.min(MAX_CLIMB_MS, CLIMB_FACTOR * outageMs)
  )

  return {
    ...pacer,
    ratePerSecond: rate,
    limitPerSecond,
    climbPerSecond: Math.max(0, limitPerSecond - rate) / (climbMs / 1_000),
    failedProbes: 0,
    episodeStartMs: null,
    cycleStartMs: nowMs,
    cycleCount: 0,
  }
}

function climbed(
  pacer: Pacer,
  { reply, maxPerSecond }: Answered,
  sinceGrowthMs: number
): Pacer {
  const seconds = Math.min(1_000, sinceGrowthMs) / 1_000
  const { ratePerSecond, limitPerSecond, climbPerSecond, isSlowStart } = pacer
  const quota = reply.kind === 'taken' ? reply.quota : undefined

  if (quota) {
    const share =
      (QUOTA_SHARE * quota.remaining) / Math.max(1, quota.resetMs / 1_000)

    return { ...pacer, ratePerSecond: bounded(share, maxPerSecond) }
  }

  const isPast = ratePerSecond > PAST_LIMIT * limitPerSecond
  const climb = isPast ? PAST_FACTOR * climbPerSecond : climbPerSecond
  const growth = Math.max(climb, MIN_GROWTH_SHARE * ratePerSecond)

  return {
    ...pacer,
    ratePerSecond: bounded(
      isSlowStart
        ? ratePerSecond * 2 ** seconds
        : ratePerSecond + growth * seconds,
      maxPerSecond
    ),
  }
}

/** Keeps a rate within the bounds; a batch's cap may lie below the lowest rate. */
function bounded(ratePerSecond: number, maxPerSecond: number): number {
  return Math.min(
    Math.max(ratePerSecond, MIN_PER_SECOND),
    maxPerSecond,
    MAX_PER_SECOND
  )
}

/** Moves the times of a pace: replicas do not share a clock, so it passes between them as ages. */
export function shifted(pacer: Pacer, byMs: number): Pacer {
  return {
    ...pacer,
    pausedUntilMs: pacer.pausedUntilMs + byMs,
    episodeStartMs:
      pacer.episodeStartMs === null ? null : pacer.episodeStartMs + byMs,
    cycleStartMs: pacer.cycleStartMs + byMs,
  }
}
