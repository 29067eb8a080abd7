const SHARE = 0.9

/**
 * Computes how many seconds after the other clients left the app was back: when the first span
 * of time began in which its accepted calls were 90 % of the limit; Infinity if there was none.
 *
 * @param takenMs when each accepted call came, in order
 */
export function recoverySeconds(
  takenMs: readonly number[],
  perSecond: number,
  { leftMs, spanMs }: { leftMs: number; spanMs: number }
): number {
  const needed = Math.ceil((SHARE * perSecond * spanMs) / 1_000)
  const after = takenMs.filter((atMs) => atMs >= leftMs)
  const beginsMs = after.find(
    (atMs, place) => after[place + needed - 1] - atMs <= spanMs
  )

  return beginsMs === undefined ? Infinity : (beginsMs - leftMs) / 1_000
}
