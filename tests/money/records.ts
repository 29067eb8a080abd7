import type { Truth } from './truth'

/** One call of this app that may send something, or one handler that works on a batch. */
export interface Caller {
  /** The mutation and its arguments, or the name of a handler. */
  name: string
  isBatch: boolean
  /** Its process has ended: it gets no more answers, and what it has sent still arrives. */
  isDead: boolean
  /** What was true at the last read of each order that reached the caller, until a send uses it up. */
  seen: Map<string, Truth>
  /** All that it has seen, in order. */
  truths: Array<{ orderId: string; truth: Truth }>
  sends: Sent[]
}

export type SentKind = 'cancel' | 'deny' | 'return'

/** A request that changes an order, and what became of it. */
export interface Sent {
  by: Caller
  orderId: string
  kind: SentKind
  /** The cancellation request that a denial names. */
  requestId: string | null
  invoice: SentReturn | null
  /** What was true at the read that justifies it; null when none does. */
  justifiedBy: Truth | null
  /** What was true when OMS processed it; null when OMS never did. */
  met: Truth | null
  /** OMS processed it and did not refuse. */
  tookEffect: boolean
  /** A whole answer of OMS reached the caller. */
  confirmed: { date: string; receipt: string | null } | null
}

/** A return invoice as this app sent it. */
export interface SentReturn {
  number: string
  value: number
  lines: Array<{ id: string; quantity: number; price: number }>
}

/** Begins the record of a caller. */
export function newCaller(name: string, isBatch = false): Caller {
  return {
    name,
    isBatch,
    isDead: false,
    seen: new Map(),
    truths: [],
    sends: [],
  }
}
