/**
 * What tells a 429 that the rate has caused from one that comes whatever the rate is. A limit
 * answers a much lower rate with fewer 429s. Where as many come as before, lowering the rate
 * further only starves the batch.
 */

/** The evidence of earlier episodes. It is nothing at first, and where an older version has written the pace. */
export interface PaceEvidence {
  /** How many episodes there were. */
  episodes: number
  /** How many calls OMS takes between two episodes; a moving average. */
  takenBetween: number
  /** The highest rate at which OMS has taken calls from one episode to the next, a dozen or more. It fades with each episode; 0 while there is none. */
  provenPerSecond: number
}

export const NO_EVIDENCE: PaceEvidence = {
  episodes: 0,
  takenBetween: 0,
  provenPerSecond: 0,
}

/** The fewest calls in a row that prove a rate: the burst that a limit may allow is smaller, or the rate is near it. */
const PROOF = 12

/** How many episodes may come before the proof without ending the slow start: a 429 that comes so early tells little of a limit. */
const EARLY_EPISODES = 2

/** The weight of the last episode in the moving average. */
const WEIGHT = 0.2

/** Fewer calls than this between two episodes mean that hardly anything is left of the limit; at more, 429s are too rare to matter. */
const TAKEN = { min: 8, max: 30 }

/** A rate below this part of the proven one should meet no limit. */
const UNEXPLAINED_SHARE = 0.9

/** What an episode leaves of the proven rate; an unexplained one doubts it more, since the limit may have fallen. */
const FADE = 0.99
const UNEXPLAINED_FADE = 0.98

interface Refused {
  ratePerSecond: number
  /** How many calls were taken since the last episode, and in what time. */
  cycleCount: number
  cycleMs: number
  /** The refused call left later than its rate allowed, so the rate is not proven. */
  isBelowPace: boolean
}

/** Adds the 429 that begins an episode to the evidence. */
export function withEpisode(
  { episodes, takenBetween, provenPerSecond }: PaceEvidence,
  { ratePerSecond, cycleCount, cycleMs, isBelowPace }: Refused
): PaceEvidence {
  const weight = Math.max(WEIGHT, 1 / (episodes + 1))
  const isProven = cycleCount >= PROOF && !isBelowPace

  return {
    episodes: episodes + 1,
    takenBetween: takenBetween + weight * (cycleCount - takenBetween),
    provenPerSecond: isProven
      ? Math.max(
          provenPerSecond,
          Math.min(ratePerSecond, cycleCount / (cycleMs / 1_000))
        )
      : provenPerSecond,
  }
}

/** Tells whether a 429 in the slow start comes too early to end it. */
export function isTooEarly(
  { episodes }: PaceEvidence,
  cycleCount: number
): boolean {
  return episodes < EARLY_EPISODES && cycleCount < PROOF
}

/** Tells whether a short episode, whose first probe was taken, has another cause than the rate. */
export function isUnexplained({
  ratePerSecond,
  takenBetween,
  provenPerSecond,
}: PaceEvidence & { ratePerSecond: number }): boolean {
  return (
    ratePerSecond <= UNEXPLAINED_SHARE * provenPerSecond &&
    takenBetween >= TAKEN.min &&
    takenBetween <= TAKEN.max
  )
}

/** Lets the proven rate fade after an episode. */
export function faded(
  provenPerSecond: number,
  { isUnexplained: isDoubted }: { isUnexplained: boolean }
): number {
  return provenPerSecond * (isDoubted ? UNEXPLAINED_FADE : FADE)
}
