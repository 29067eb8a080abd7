import { BoundaryError, MESSAGES } from '../directives/publicError'

/** How many items a page may have; a request for another number is malformed. */
export function withinBounds(first: number, max: number): number {
  if (first >= 1 && first <= max) return first

  throw new BoundaryError(
    'BAD_REQUEST',
    `first takes a number from 1 to ${max}.`
  )
}

/** A cursor of ours, as a number; 0 for the beginning. */
export function cursorNumber(after: string | null | undefined): number {
  if (after == null) return 0
  if (/^\d{1,6}$/.test(after)) return Number(after)

  throw new BoundaryError(
    'BAD_REQUEST',
    'after takes a nextCursor of the page before.'
  )
}

/** A page cannot be null, and an empty one would be a lie. */
export function readable<Page>(page: Page | null): Page {
  if (page !== null) return page

  throw new BoundaryError('STORAGE_UNAVAILABLE', MESSAGES.STORAGE_UNAVAILABLE)
}
