import { CALM_FILES } from '../batches/fileConditions'
import type { FileConditions } from '../batches/fileConditions'
import type { OmsConditions } from '../shop/virtualShop'

/** The faults of a seed. Shares are from 0 to 1. */
export interface ClaimConditions extends OmsConditions, FileConditions {
  /** The most by which a replica's clock is fast or slow. */
  skewMs: number
  /** Share of replicas that die. */
  deaths: number
  /** Share of orders of which another operator denies a request, and the longest time until then. */
  denials: number
  denialsWithinMs: number
}

/** OMS carries a send out, and shows it, within this time: the app waits 40 s, and two clocks may differ by 10 s. */
const SHOWN_WITHIN_MS = 29_000

/** A platform without faults. */
export const CALM: ClaimConditions = {
  ...CALM_FILES,
  lostReplies: 0,
  lateMs: 0,
  limitedSends: 0,
  failedReads: 0,
  sendMs: 200,
  shownAfterMs: 0,
  skewMs: 5_000,
  deaths: 0,
  denials: 0,
  denialsWithinMs: 0,
}

/** Picks one of several values. */
export type Pick = <T>(...values: T[]) => T

/** Picks the faults of a seed: often none of a kind, so that each also meets the others alone. */
export function conditionsOf(pick: Pick): ClaimConditions {
  const shownAfterMs = pick(0, 0, 1_000, 8_000)

  return {
    faultyFiles: pick(0, 0, 0.05, 0.2),
    fileMs: pick(20, 100, 400),
    wrongMissing: pick(0, 0, 0.1, 0.3),
    checksMissing: true,
    ignoresEtags: false,
    latePuts: pick(0, 0, 0.05, 0.2),
    latePutMs: pick(1_500, 4_000, 20_000),
    doubledPuts: pick(0, 0.05, 0.2),
    listLagMs: pick(0, 0, 300, 2_000),
    listPage: pick(100, 100, 3),
    listsShowOwnFirst: false,
    lostReplies: pick(0, 0.3, 0.6),
    lateMs: SHOWN_WITHIN_MS - shownAfterMs,
    limitedSends: pick(0, 0, 0.2),
    failedReads: pick(0, 0.1),
    sendMs: pick(50, 200, 3_000),
    shownAfterMs,
    skewMs: 5_000,
    deaths: 0.25,
    denials: 0.3,
    denialsWithinMs: 120_000,
  }
}
