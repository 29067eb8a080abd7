import type { NextStep } from '../vocabulary'
import type { RefusalCode } from './details'

/** What a refusal of one code means for the caller and for a batch. */
export interface RefusalRule {
  nextStep: NextStep
  /**
   * How long to wait before another try when OMS does not say; null when waiting does not
   * help. `as-told`: the refusal passes only where it names a wait of its own.
   */
  passesAfterMs: number | 'as-told' | null
  /** The order gets this refusal, or loses it, once something that was sent takes effect. */
  changesWithSends: boolean
}

/** Every refusal. A new code is one entry here and its sentences in sentences.ts: the compiler demands both. */
export const REFUSAL_RULES: Record<RefusalCode, RefusalRule> = {
  INVALID_ORDER_ID: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
  },
  INVALID_INPUT: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
  },
  ORDER_NOT_FOUND: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
  },
  ORDER_ID_MISMATCH: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
  },
  NOT_PERMITTED: {
    nextStep: 'ASK_FOR_ACCESS',
    passesAfterMs: null,
    changesWithSends: false,
  },
  RATE_LIMITED: {
    nextStep: 'RETRY_LATER',
    passesAfterMs: 60_000,
    changesWithSends: false,
  },
  ORDER_INVOICED: {
    nextStep: 'RETURN_INVOICE',
    passesAfterMs: null,
    changesWithSends: true,
  },
  RETURN_INCOMPLETE: {
    nextStep: 'RETURN_INVOICE',
    passesAfterMs: null,
    changesWithSends: true,
  },
  INVOICES_UNREADABLE: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
  },
  INVOICES_ABOVE_ORDER: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
  },
  ORDER_PARTIALLY_INVOICED: {
    nextStep: 'MODIFY_ORDER',
    passesAfterMs: null,
    changesWithSends: false,
  },
  ORDER_IN_TRANSITION: {
    nextStep: 'RETRY_LATER',
    passesAfterMs: 30_000,
    changesWithSends: false,
  },
  ORDER_STOPPED: {
    nextStep: 'OPEN_TICKET',
    passesAfterMs: null,
    changesWithSends: false,
  },
  DECISION_PENDING: {
    nextStep: 'DECIDE_REQUEST',
    passesAfterMs: null,
    changesWithSends: true,
  },
  NOT_CANCELLABLE: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
  },
  ORDER_NOT_INVOICED: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
  },
  PAYMENT_CANCELED: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
  },
  RETURN_NOT_OFFERED: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
  },
  RETURN_NOT_TAKEN: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
  },
  NO_OPEN_REQUEST: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: true,
  },
  OWN_REQUEST: {
    nextStep: 'DECIDE_REQUEST',
    passesAfterMs: null,
    changesWithSends: false,
  },
  WRONG_ACCOUNT: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
  },
  CONFLICT: {
    nextStep: 'RETRY_LATER',
    passesAfterMs: 'as-told',
    changesWithSends: false,
  },
  ORDER_UNREADABLE: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
  },
  OMS_UNAVAILABLE: {
    nextStep: 'RETRY_LATER',
    passesAfterMs: 5_000,
    changesWithSends: false,
  },
  STORAGE_UNAVAILABLE: {
    nextStep: 'RETRY_LATER',
    passesAfterMs: 5_000,
    changesWithSends: false,
  },
}

/** Every code that a refusal can have. */
export const REFUSAL_CODES = Object.keys(REFUSAL_RULES) as RefusalCode[]
