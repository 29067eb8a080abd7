/** Creates a seeded generator of numbers from 0 to 1 (mulberry32), so that a random run can be repeated. */
export function randomFrom(seed: number): () => number {
  let state = seed

  return () => {
    state = (state + 0x6d2b79f5) % 2 ** 32

    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)

    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)

    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
