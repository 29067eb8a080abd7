import { CALM_FILES } from './fileConditions'
import type { FileConditions } from './fileConditions'

/** The faults of the virtual platform, and what the app does about some. Shares are from 0 to 1. */
export interface BatchConditions extends FileConditions {
  orders: number
  /** Some orders are not of the kind `paid`; otherwise OMS accepts every cancel. */
  isMixed: boolean
  /** How often another operator cancels a single order of the batch while the batch runs. */
  rivals: number
  /** Share of faulty calls among those that change an order. */
  faultySends: number
  /** Share of faulty reads of OMS. */
  faultyReads: number
  /** Share of events that never arrive. */
  lostEvents: number
  /** Share of events that arrive twice. */
  doubleEvents: number
  /** Share of events that arrive up to 20 s later. */
  slowEvents: number
  /** Share of handlers that die within their first 50 s. */
  killedHandlers: number
  /** The most by which a replica's clock is fast or slow. */
  skewMs: number
  /** OMS may carry out a send until this time after the sender has given up. */
  lateMs: number
  /** The longest time for which reads of an order still show its previous status. */
  shownAfterMs: number
  /** A handler answers each read of an order after the first from memory. */
  remembersReads: boolean
  /** An operator's page reads the batch every 30 s, which wakes a dead lane. */
  isWatched: boolean
  /** The app takes any 200 for a receipt. */
  trustsAny200: boolean
}

/** Faults of every kind, far more than any real platform has: the promises of docs/decisions/0009-batches.md must hold under them. */
export const FAULTY: BatchConditions = {
  orders: 40,
  isMixed: true,
  rivals: 6,
  faultySends: 0.25,
  faultyReads: 0.075,
  faultyFiles: 0.06,
  fileMs: 60,
  wrongMissing: 0.03,
  checksMissing: true,
  ignoresEtags: false,
  latePuts: 0.01,
  latePutMs: 20_000,
  doubledPuts: 0.02,
  listLagMs: 1_000,
  listPage: 100,
  // A one-step order may then get a second cancel, which OMS refuses: see decision 6.
  listsShowOwnFirst: false,
  lostEvents: 0.1,
  doubleEvents: 0.15,
  slowEvents: 0.1,
  killedHandlers: 0.35,
  skewMs: 5_000,
  lateMs: 20_000,
  shownAfterMs: 5_000,
  remembersReads: false,
  isWatched: true,
  trustsAny200: false,
}

/** A platform without faults. */
export const CALM: BatchConditions = {
  ...FAULTY,
  rivals: 0,
  faultySends: 0,
  faultyReads: 0,
  ...CALM_FILES,
  lostEvents: 0,
  doubleEvents: 0,
  slowEvents: 0,
  killedHandlers: 0,
  skewMs: 0,
  shownAfterMs: 0,
}
