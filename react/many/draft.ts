import type { BatchOrderAction } from '../typings/operations'
import { forgetLeftOut } from './leftOut'

/** What the operator chooses for a batch, beside its orders. */
interface Options {
  name: string
  reason: string
  requestedByUser: boolean
  acceptOwnRequests: boolean
  maxPerMinute: string
  maxRefusals: string
}

/** What the operator has filled in on Many orders. */
export interface Draft extends Options {
  text: string
}

export const NO_OPTIONS: Options = {
  name: '',
  reason: '',
  requestedByUser: false,
  acceptOwnRequests: false,
  maxPerMinute: '',
  maxRefusals: '',
}

const EMPTY_DRAFT: Draft = { ...NO_OPTIONS, text: '' }

const KEY = 'order-cancellation.draft'

/** A list as it goes into a batch. */
interface ListedOrder {
  orderId: string
  reason: string | null
}

/** What becomes a batch. */
export interface NewBatch extends Options {
  action: BatchOrderAction
  orders: ListedOrder[]
}

/** Reads the draft of this tab; an empty one where there is none. */
export function readDraft(): Draft {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(KEY) ?? '{}')

    return { ...EMPTY_DRAFT, ...(Object(kept) as Partial<Draft>) }
  } catch {
    return EMPTY_DRAFT
  }
}

/** Keeps the draft in this tab: a reload or a new login loses nothing. */
export function writeDraft(draft: Draft) {
  try {
    window.sessionStorage.setItem(KEY, JSON.stringify(draft))
  } catch {
    // Without room for this draft an older one must not come back for it.
    window.sessionStorage.removeItem(KEY)
  }
}

/** Begins a new draft with a list: options of another list do not go with it. */
export function replaceDraft(text: string) {
  forgetLeftOut()
  writeDraft({ ...EMPTY_DRAFT, text })
}
