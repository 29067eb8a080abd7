interface Timer {
  atMs: number
  /** Timers that are due at the same time fire in the order in which they were set. */
  order: number
  fire: () => void
}

/** A clock that moves on only when all running code waits for it. */
export class VirtualTime {
  public nowMs = 0
  /** A heap with the next timer first. */
  private readonly timers: Timer[] = []
  private lastOrder = 0

  public wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.lastOrder += 1
      this.push({
        atMs: this.nowMs + ms,
        order: this.lastOrder,
        fire: resolve,
      })
    })
  }

  /** Moves the clock from timer to timer until none is left or `isOver` returns true. Promises that never settle stay pending. */
  public async run(isOver: () => boolean = () => false) {
    for (;;) {
      // Lets every promise that can continue do so first.
      // eslint-disable-next-line no-await-in-loop
      await new Promise<void>((resolve) => process.nextTick(resolve))

      // eslint-disable-next-line no-await-in-loop
      const next = isOver() ? undefined : this.pop() ?? (await this.popLate())

      if (!next) return

      this.nowMs = Math.max(this.nowMs, next.atMs)
      next.fire()
    }
  }

  /** A chain of promises may need several turns before it sets a timer. */
  private async popLate(): Promise<Timer | undefined> {
    await new Promise<void>((resolve) => setImmediate(resolve))

    return this.pop()
  }

  private push(timer: Timer) {
    const { timers } = this
    let at = timers.length

    while (at > 0) {
      const parent = Math.floor((at - 1) / 2)

      if (isBefore(timers[parent], timer)) break
      timers[at] = timers[parent]
      at = parent
    }

    timers[at] = timer
  }

  private pop(): Timer | undefined {
    const { timers } = this
    const [first] = timers
    const last = timers.pop()

    if (last && timers.length > 0) this.sink(last)

    return first
  }

  private sink(timer: Timer) {
    const { timers } = this
    let at = 0

    for (;;) {
      const left = 2 * at + 1
      const right = left + 1
      const child =
        right < timers.length && isBefore(timers[right], timers[left])
          ? right
          : left

      if (child >= timers.length || isBefore(timer, timers[child])) break
      timers[at] = timers[child]
      at = child
    }

    timers[at] = timer
  }
}

function isBefore(one: Timer, other: Timer): boolean {
  return (
    one.atMs < other.atMs ||
    (one.atMs === other.atMs && one.order < other.order)
  )
}

/** Makes a generator of numbers from 0 to 1 that a seed determines (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed

  return () => {
    state = (state + 0x6d2b79f5) % 2 ** 32

    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)

    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)

    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
