/**
 * Lets a process do something at most once in a time, however often it is asked; the rest
 * is dropped. It only saves work: another replica, or this one after a restart, counts anew.
 *
 * @param now the clock, in milliseconds
 */
export function atMostEvery(ms: number, now: () => number): () => boolean {
  let lastMs = -Infinity

  return () => {
    if (now() - lastMs < ms) return false
    lastMs = now()

    return true
  }
}
