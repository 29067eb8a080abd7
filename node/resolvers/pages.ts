import { BoundaryError, MESSAGES } from '../directives/publicError'

/** Checks how many items the caller asks for; another number is a malformed request. */
export function withinBounds(first: number, max: number): number {
  if (first >= 1 && first <= max) return first

  throw new BoundaryError(
    'BAD_REQUEST',
    `first takes a number from 1 to ${max}.`
  )
}

/** Reads a cursor of rows, which is the number of a row; 0 for the beginning. */
export function cursorNumber(after: string | null | undefined): number {
  if (after == null) return 0
  if (/^[1-9]\d{0,4}$/.test(after)) return Number(after)

  throw unknownCursor()
}

/** Refuses a cursor that no page of this list has given. The list does not begin anew in its place: a client would go round in circles. */
export function unknownCursor(): BoundaryError {
  return new BoundaryError(
    'BAD_REQUEST',
    'after is no nextCursor of this list: take the one of the page before, or leave it out to begin anew.'
  )
}

/** Fails where the page could not be read: an empty page would be a lie. */
export function readable<Page>(page: Page | null): Page {
  if (page !== null) return page

  throw new BoundaryError('STORAGE_UNAVAILABLE', MESSAGES.STORAGE_UNAVAILABLE)
}
