/**
 * How fast OMS may be called: an additive-increase, multiplicative-decrease pace whose
 * climb is as slow as the last overshoot was costly. OMS's limit is not documented, and the
 * account's other clients share it. So a 429 is answered by silence and one probe, and a
 * limit that cost a minute is not tried again for ten. Pure: all times are arguments.
 * Evidence: docs/decisions/0011-pacing.md.
 */

import { bounded, MAX_PER_SECOND } from './paceBounds'
import {
  afterFailedProbe,
  afterTakenInEpisode,
  startEpisode,
} from './paceEpisode'
import { NO_EVIDENCE } from './paceEvidence'
import type { PaceEvidence } from './paceEvidence'

/** The pace as it passes from one replica to the next. All of it passes: without the episode and the cycle, the next replica runs into a window's limit again. */
export interface Pacer extends PaceEvidence {
  ratePerSecond: number
  /** The rate that was too much at the last 429. */
  limitPerSecond: number
  /** How much the rate grows a second. */
  climbPerSecond: number
  /** OMS has not yet shown a limit: the rate doubles each second. */
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
  /** The same of the cycles before, the older the less: for estimates. */
  recentMs: number
  recentCount: number
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
  /** The call left later than the pace allowed: its batch has a cap, or no row was due. */
  isBelowPace: boolean
  nowMs: number
  /** From 0 to 1. */
  random: number
}

const START_PER_SECOND = 2

/** How much the rate grows a second at least, as a part of the rate and in calls a second. */
const MIN_GROWTH_SHARE = 0.002
const MIN_GROWTH = 0.005

/** OMS accepts 1.2 times the last known limit: it has moved, so the rate grows by this part of what lies beyond it, too. */
const PAST_LIMIT = 1.2
const PAST_SHARE = 0.1

/** How much of a stated quota is taken: the account's other clients live on it, too. */
const QUOTA_SHARE = 0.8

/** Makes a pace that knows nothing yet. */
export function newPacer(nowMs: number): Pacer {
  return {
    ...NO_EVIDENCE,
    ratePerSecond: START_PER_SECOND,
    limitPerSecond: MAX_PER_SECOND,
    climbPerSecond: 0,
    isSlowStart: true,
    pausedUntilMs: nowMs,
    failedProbes: 0,
    episodeStartMs: null,
    cycleStartMs: nowMs,
    cycleCount: 0,
    recentMs: 0,
    recentCount: 0,
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
        : afterTaken(counted(pacer), answered, sinceGrowthMs)

    case 'lost':
      // A probe that proved nothing does not end the episode.
      return isInEpisode ? afterFailedProbe(pacer, answered) : pacer
  }
}

function counted(pacer: Pacer): Pacer {
  return { ...pacer, cycleCount: pacer.cycleCount + 1 }
}

function afterTaken(
  pacer: Pacer,
  { reply, isBelowPace }: Answered,
  sinceGrowthMs: number
): Pacer {
  const quota = reply.kind === 'taken' ? reply.quota : undefined

  if (quota) {
    const share =
      (QUOTA_SHARE * quota.remaining) / Math.max(1, quota.resetMs / 1_000)

    return { ...pacer, ratePerSecond: bounded(share) }
  }

  // A call that left late does not show what OMS takes at the pace.
  return isBelowPace
    ? pacer
    : climbed(pacer, Math.min(1_000, sinceGrowthMs) / 1_000)
}

function climbed(pacer: Pacer, seconds: number): Pacer {
  const { ratePerSecond, limitPerSecond, climbPerSecond, isSlowStart } = pacer
  const isPast = ratePerSecond > PAST_LIMIT * limitPerSecond
  const growth = Math.max(
    climbPerSecond,
    MIN_GROWTH_SHARE * ratePerSecond,
    MIN_GROWTH,
    isPast ? PAST_SHARE * (ratePerSecond - limitPerSecond) : 0
  )

  return {
    ...pacer,
    ratePerSecond: bounded(
      isSlowStart
        ? ratePerSecond * 2 ** seconds
        : ratePerSecond + growth * seconds
    ),
  }
}

/** Takes time out of the measurement in which no row was due, or a batch's own cap held the calls. */
export function withoutIdle(
  pacer: Pacer,
  idleMs: number,
  nowMs: number
): Pacer {
  const moved = (ms: number) => Math.min(nowMs, ms + idleMs)

  return {
    ...pacer,
    cycleStartMs: moved(pacer.cycleStartMs),
    episodeStartMs:
      pacer.episodeStartMs === null ? null : moved(pacer.episodeStartMs),
  }
}

/** Lets a stored pace rest until its next owner comes: a pause passes, but no call was made, so an outage or a cycle grows no longer. */
export function rested(pacer: Pacer, forMs: number): Pacer {
  return { ...pacer, pausedUntilMs: pacer.pausedUntilMs - forMs }
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
