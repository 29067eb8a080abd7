import { fixedWindow, tokenBucket } from './limits'
import type { Limit } from './limits'

/** A rate limit of OMS, and the other clients that share it. */
export interface Scenario {
  name: string
  what: string
  orders: number
  perSecond: number
  limit: () => Limit
  /** True if a 429 says how long to wait. */
  saysWait: boolean
  /** The other clients' calls a second at a given time. */
  othersPerSecond: (nowMs: number) => number
  /** The number of replicas of a peer; each of them runs one lane. */
  lanes: number
  /** The bounds for this app's pace. */
  bounds: { ratio: number; own429Percent: number; others429Percent: number }
}

const BOUNDS = { ratio: 1.15, own429Percent: 1.5, others429Percent: 10 }

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
    bounds: { ratio: 1.15, own429Percent: 5, others429Percent: 15 },
  },
]
