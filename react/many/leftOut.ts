const KEY = 'order-cancellation.left-out'

interface LeftOut {
  batchId: string
  lines: number
}

/** Keeps in this tab how many lines of the list on Many orders did not come into the batch that was made of it. */
export function keepLeftOut(leftOut: LeftOut) {
  try {
    window.sessionStorage.setItem(KEY, JSON.stringify(leftOut))
  } catch {
    // Without room the check of the batch says less.
  }
}

/** Forgets it: the list on Many orders is another one now. */
export function forgetLeftOut() {
  window.sessionStorage.removeItem(KEY)
}

/** How many lines of the list on Many orders did not come into a batch; 0 where this tab does not know. */
export function readLeftOut(id: string): number {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(KEY) ?? '{}')
    const { batchId, lines = 0 } = Object(kept) as Partial<LeftOut>

    return batchId === id ? lines : 0
  } catch {
    return 0
  }
}
