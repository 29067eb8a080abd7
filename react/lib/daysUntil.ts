const DAY_MS = 24 * 3_600_000

/** Counts the days that are left until a time of the API, a begun one as a whole; 0 once it is over. */
export function daysUntil(when: string): number {
  return Math.max(0, Math.ceil((Date.parse(when) - Date.now()) / DAY_MS))
}
