import type { NewBatch } from './draft'

/**
 * Makes the key under which the app knows a list: the same list with the same options on the same
 * day has the same, so that a second press, a reload or a colleague makes no second batch.
 *
 * @param anew tells lists apart that are checked as new ones on purpose
 */
export async function batchKey(
  batch: NewBatch,
  day: string,
  anew: string
): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([batch, day, anew]))
  const hash = await window.crypto.subtle.digest('SHA-256', bytes)
  const text = Array.from(new Uint8Array(hash))
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

  return `page-${text}`
}

/** Names the day of the operator's calendar. */
export function dayOf(now: Date): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].join('-')
}
