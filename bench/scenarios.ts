import { fixedWindow, noise, tokenBucket } from './limits'
import type { Limit } from './limits'

/** A rate limit of OMS, and the other clients that share it. */
export interface Scenario {
  name: string
  what: string
  orders: number
  /** What the limit takes a second. */
  perSecond: number
  limit: (random: () => number) => Limit
  /** True if a 429 says how long to wait. */
  saysWait: boolean
  /** The other clients' calls a second at a given time. */
  othersPerSecond: (nowMs: number) => number
  /** The number of replicas of a peer; each of them runs one lane. */
  lanes: number
  /** What the first number of a cell is. */
  time: Measure
  /** How many runs make up for one of another scenario; for one whose runs differ much, and cost little. */
  runs?: number
  /** The bounds for this app's pace. */
  bounds: Bounds
}

/**
 * `ideal`: the time until the last accepted cancel ÷ (orders ÷ the part of the limit that other clients leave).
 * `sequential`: that time ÷ the sequential script's, where no limit makes an ideal.
 * `recovery`: how many seconds after the other clients left the first span of time began in which 90 % of the limit was used.
 */
export type Measure =
  | { of: 'ideal' }
  | { of: 'sequential' }
  | { of: 'recovery'; leftMs: number; spanMs: number }

export interface Bounds {
  time: number
  own429Percent: number
  others429Percent: number
}

/** How long the other clients of scenario I stay. */
const CROWD_MS = 600_000

const BOUNDS: Bounds = { time: 1.15, own429Percent: 1.5, others429Percent: 10 }

/** The scenarios that were used to choose the pace: docs/decisions/0011-pacing.md. */
export const SCENARIOS: Scenario[] = [
  {
    name: 'B',
    what: '10/s bucket, others 3/s',
    orders: 10_000,
    perSecond: 10,
    limit: () => tokenBucket(10, 20),
    saysWait: false,
    othersPerSecond: () => 3,
    lanes: 3,
    time: { of: 'ideal' },
    bounds: BOUNDS,
  },
  {
    name: 'C',
    what: '600/min window, Retry-After, others 3/s',
    orders: 10_000,
    perSecond: 10,
    limit: () => fixedWindow(10),
    saysWait: true,
    othersPerSecond: () => 3,
    lanes: 3,
    time: { of: 'ideal' },
    bounds: BOUNDS,
  },
  {
    name: 'D',
    what: '600/min window, no Retry-After, others 3/s',
    orders: 10_000,
    perSecond: 10,
    limit: () => fixedWindow(10),
    saysWait: false,
    othersPerSecond: () => 3,
    lanes: 3,
    time: { of: 'ideal' },
    bounds: BOUNDS,
  },
  {
    name: 'E',
    what: '40/s bucket with 1,000 burst credits, others 10/s',
    orders: 10_000,
    perSecond: 40,
    limit: () => tokenBucket(40, 1_000),
    saysWait: false,
    othersPerSecond: () => 10,
    lanes: 3,
    time: { of: 'ideal' },
    bounds: BOUNDS,
  },
  {
    name: 'F',
    what: '50/s bucket, Retry-After, others surge from 5/s to 30/s',
    orders: 10_000,
    perSecond: 50,
    limit: () => tokenBucket(50, 50),
    saysWait: true,
    othersPerSecond: (nowMs) => (nowMs > 60_000 && nowMs < 180_000 ? 30 : 5),
    lanes: 5,
    time: { of: 'ideal' },
    bounds: BOUNDS,
  },
  {
    name: 'G',
    what: '2/s bucket, others 0.5/s, 2,000 orders',
    orders: 2_000,
    perSecond: 2,
    limit: () => tokenBucket(2, 5),
    saysWait: false,
    othersPerSecond: () => 0.5,
    lanes: 5,
    time: { of: 'ideal' },
    bounds: { time: 1.15, own429Percent: 5, others429Percent: 15 },
  },
  noisy('H 200', { orders: 200, atMost: 1.6, runs: 10 }),
  noisy('H 2,000', { orders: 2_000, atMost: 2.2, runs: 4 }),
  crowded('I bucket', () => tokenBucket(10, 20), {
    spanMs: 30_000,
    atMost: { seconds: 120, others429Percent: 15 },
  }),
  crowded('I window', () => fixedWindow(10), {
    spanMs: 60_000,
    atMost: { seconds: 600, others429Percent: 25 },
  }),
]

function noisy(
  name: string,
  { orders, atMost, runs }: { orders: number; atMost: number; runs: number }
): Scenario {
  return {
    name,
    what: `429 with Retry-After at random on 6 % of the calls whatever the rate, ${orders} orders; the time is that of the sequential script`,
    orders,
    perSecond: 10,
    limit: (random) => noise(0.06, random),
    saysWait: true,
    othersPerSecond: () => 0,
    lanes: 1,
    time: { of: 'sequential' },
    runs,
    bounds: { time: atMost, own429Percent: 8, others429Percent: Infinity },
  }
}

/** Others use the whole limit, so that each call of the app takes one of theirs: hence the wider bounds on their 429s. */
function crowded(
  name: string,
  limit: () => Limit,
  {
    spanMs,
    atMost,
  }: { spanMs: number; atMost: { seconds: number; others429Percent: number } }
): Scenario {
  return {
    name,
    what: 'a limit of 10/s, of which others use all for ten minutes and then nothing; the time is the seconds until 90 % of it are used',
    orders: 9_000,
    perSecond: 10,
    limit,
    saysWait: false,
    othersPerSecond: (nowMs) => (nowMs < CROWD_MS ? 10 : 0),
    lanes: 1,
    time: { of: 'recovery', leftMs: CROWD_MS, spanMs },
    bounds: {
      time: atMost.seconds,
      own429Percent: 5,
      others429Percent: atMost.others429Percent,
    },
  }
}
