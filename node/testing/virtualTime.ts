/** Time that passes only when everybody waits for it. */
export class VirtualTime {
  public nowMs = 0
  private timers: Array<{ atMs: number; ring: () => void }> = []

  public wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.timers.push({ atMs: this.nowMs + ms, ring: resolve })
    })
  }

  /** Lets time pass until nobody waits any more. What never ends is left as it is. */
  public async run() {
    for (;;) {
      // eslint-disable-next-line no-await-in-loop
      await new Promise((resolve) => setImmediate(resolve))

      const next = this.timers.reduce(
        (first, timer) =>
          first === undefined || timer.atMs < first.atMs ? timer : first,
        undefined as { atMs: number; ring: () => void } | undefined
      )

      if (!next) return

      this.timers = this.timers.filter((timer) => timer !== next)
      this.nowMs = Math.max(this.nowMs, next.atMs)
      next.ring()
    }
  }
}

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed

  return () => {
    state = (state + 0x6d2b79f5) % 2 ** 32

    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)

    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)

    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
