import type { OrderCancellation } from '../cancellation/cancellation'
import type { BatchState } from '../vocabulary'

/*
 * OMS may refuse the app's own token (401 or 403). The refusal of one order is about that order;
 * that of several in a row is an outage, and no verdict on any of them. Times are epoch milliseconds.
 */

/** How many orders OMS must refuse one after the other before the lane waits. */
export const REFUSED_IN_A_ROW = 3

/** How many times an order may be refused where OMS has answered no other one since: then the refusal stands. */
export const MAX_UNPROVEN = 3

const FIRST_PROBE_MS = 5_000
const MAX_PROBE_MS = 60_000

/** The lane waits, because OMS refuses the app's token. */
export interface NoAccess {
  sinceMs: number
  /** How many times an order was tried since. */
  probes: number
  /** When the next one may be tried. */
  probeMs: number
}

/** The calls that OMS may refuse: reads of orders, without which nothing goes on, or sends. */
export type CallKind = 'read' | 'send'

/** What the lane knows of its access to OMS, from one owner to the next. */
export interface LaneAccess {
  read: NoAccess | null
  send: NoAccess | null
  /** An order that OMS has shown to the app. */
  knownOrderId: string | null
}

export const FULL_ACCESS: LaneAccess = {
  read: null,
  send: null,
  knownOrderId: null,
}

/** Begins to wait. The first probe follows at once: another order may be answered. */
export function accessLost(nowMs: number): NoAccess {
  return { sinceMs: nowMs, probes: 0, probeMs: nowMs }
}

/** Goes on waiting after a probe without an answer: 5 s at first, and a minute at most. */
export function afterProbe(
  { sinceMs, probes }: NoAccess,
  nowMs: number
): NoAccess {
  return {
    sinceMs,
    probes: probes + 1,
    probeMs: nowMs + Math.min(MAX_PROBE_MS, FIRST_PROBE_MS * 2 ** probes),
  }
}

/** Takes over what the owner before has stored. None stored a probe that is further away than a minute. */
export function knownAccess(
  { read, send, knownOrderId }: LaneAccess,
  nowMs: number
): LaneAccess {
  const known = (one: NoAccess | null) =>
    one && { ...one, probeMs: Math.min(one.probeMs, nowMs + MAX_PROBE_MS) }

  return { read: known(read), send: known(send), knownOrderId }
}

/** What a try at an order says of the app's token, for each kind of call; null where it says nothing. */
export type Said = Record<CallKind, 'taken' | 'refused' | null>

/** Tells what a try at an order says of the app's token. */
export function saidOf({
  cancellation: { orderStatus, refusal },
  isSent,
}: {
  cancellation: Pick<OrderCancellation, 'orderStatus' | 'refusal'>
  isSent: boolean
}): Said {
  const isRefused = refusal?.code === 'NOT_PERMITTED'

  if (orderStatus === null) {
    return {
      read: isRefused
        ? 'refused'
        : refusal?.code === 'ORDER_NOT_FOUND'
        ? 'taken'
        : null,
      send: null,
    }
  }

  return {
    read: 'taken',
    send: isRefused ? 'refused' : isSent ? 'taken' : null,
  }
}

/** In which states a batch can do nothing but wait while OMS refuses a kind of call. */
const WAITS_FOR: Record<CallKind, BatchState[]> = {
  read: ['CHECKING', 'RUNNING', 'THROTTLED', 'CONFIRMING'],
  send: ['RUNNING', 'THROTTLED'],
}

/** Tells since when a batch in some state waits for access; null when it does not. */
export function noAccessSinceMs(
  { read, send }: LaneAccess,
  state: BatchState
): number | null {
  const waits = [
    WAITS_FOR.read.includes(state) ? read : null,
    WAITS_FOR.send.includes(state) ? send : null,
  ].flatMap((one) => one ?? [])

  return waits.length > 0
    ? Math.min(...waits.map(({ sinceMs }) => sinceMs))
    : null
}
