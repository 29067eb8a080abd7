import { BoundaryError, MESSAGES } from '../directives/publicError'

/** Checks how many items the caller asks for; another number is a malformed request. */
export function withinBounds(first: number, max: number): number {
  if (first >= 1 && first <= max) return first

  throw new BoundaryError(
    'BAD_REQUEST',
    `first takes a number from 1 to ${max}.`
  )
}

/** Reads a cursor of ours as a number; 0 for the beginning. */
export function cursorNumber(after: string | null | undefined): number {
  if (after == null) return 0
  if (/^\d{1,6}$/.test(after)) return Number(after)

  return badCursor()
}

/** Refuses a text that is no cursor of ours. */
export function badCursor(): never {
  throw new BoundaryError(
    'BAD_REQUEST',
    'after takes a nextCursor of the page before.'
  )
}

/** Fails where the page could not be read: an empty page would be a lie. */
export function readable<Page>(page: Page | null): Page {
  if (page !== null) return page

  throw new BoundaryError('STORAGE_UNAVAILABLE', MESSAGES.STORAGE_UNAVAILABLE)
}
