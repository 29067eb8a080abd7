/** A batch that shares the lane. */
export interface Sharer {
  pending: number
  /** The most of its rows that may begin in a second; Infinity without a cap. */
  maxPerSecond: number
}

/** Shares a rate among batches, row by row: each gets the same, except where its own cap is lower. */
export function sharesOf(
  perSecond: number,
  sharers: readonly Sharer[]
): number[] {
  const shares = new Array<number>(sharers.length).fill(0)
  const byCap = sharers
    .map(({ maxPerSecond }, index) => ({ maxPerSecond, index }))
    .sort((one, other) => one.maxPerSecond - other.maxPerSecond)

  let left = perSecond

  byCap.forEach(({ maxPerSecond, index }, place) => {
    shares[index] = Math.min(maxPerSecond, left / (byCap.length - place))
    left -= shares[index]
  })

  return shares
}

/** Computes the seconds until the first of some batches has begun all its rows, which share a rate. */
export function secondsUntilFirst(
  perSecond: number,
  sharers: readonly Sharer[]
): number {
  let queue = [...sharers]
  let seconds = 0

  for (;;) {
    const shares = sharesOf(perSecond, queue)
    const times = queue.map(({ pending }, index) => pending / shares[index])
    const next = Math.min(...times)

    if (times[0] <= next) return seconds + times[0]

    seconds += next
    queue = queue
      .map((sharer, index) => ({
        ...sharer,
        pending: sharer.pending - next * shares[index],
      }))
      // The first is the one whose time is asked for; the others leave once they are done.
      .filter((_, index) => index === 0 || times[index] > next)
  }
}
