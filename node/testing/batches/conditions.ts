/** How the virtual platform misbehaves. Shares are from 0 to 1. */
export interface BatchConditions {
  orders: number
  /** Some orders are of another kind than paid; otherwise OMS takes every cancel. */
  isMixed: boolean
  /** How many calls another operator makes for single orders of the batch while it runs. */
  rivals: number
  /** Of calls that change an order. */
  faultySends: number
  /** Of reads of OMS. */
  faultyReads: number
  /** Of calls of VBase; half of the failed writes were written. */
  faultyFiles: number
  /** How long a call of VBase takes, more or less. */
  fileMs: number
  /** Of reads of VBase: a 404 for a file that is there. */
  wrongMissing: number
  /** Such a 404 is checked against the list of files. */
  checksMissing: boolean
  ignoresEtags: boolean
  lostEvents: number
  doubleEvents: number
  /** Of events that wait up to 20 s longer. */
  slowEvents: number
  /** Of handlers that die at some moment of their first 50 s. */
  killedHandlers: number
  /** How far each replica's clock is off at most, either way. */
  skewMs: number
  /** How long after its sender has given up OMS may still carry out a send. */
  lateMs: number
  /** How long an order may go on showing its status of before. */
  shownAfterMs: number
  /** Reads of an order are answered from memory after the first. */
  remembersReads: boolean
  /** A call for a single order asks whether a batch has the order. */
  singlesAskBatches: boolean
  /** An operator's page reads the batch now and then, which wakes a dead lane. */
  isWatched: boolean
  /** Any 200 counts as a receipt, also one that is none. */
  trustsAny200: boolean
}

/** Faults of every kind, far more than any platform has: docs/decisions/0009-batches.md must hold under them. */
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
  lostEvents: 0.1,
  doubleEvents: 0.15,
  slowEvents: 0.1,
  killedHandlers: 0.35,
  skewMs: 5_000,
  lateMs: 20_000,
  shownAfterMs: 5_000,
  remembersReads: false,
  singlesAskBatches: true,
  isWatched: true,
  trustsAny200: false,
}

/** A platform that does what it should. */
export const CALM: BatchConditions = {
  ...FAULTY,
  rivals: 0,
  faultySends: 0,
  faultyReads: 0,
  faultyFiles: 0,
  wrongMissing: 0,
  lostEvents: 0,
  doubleEvents: 0,
  slowEvents: 0,
  killedHandlers: 0,
  skewMs: 0,
  shownAfterMs: 0,
}
