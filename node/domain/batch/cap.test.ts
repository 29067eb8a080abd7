import { knownSlot, slotAfter } from './cap'

const NOW_MS = 1_790_000_000_000

describe('the cap of a batch', () => {
  it('gives each row a slot of its own', () => {
    const second = slotAfter(NOW_MS, 60, NOW_MS)

    expect(second).toBe(NOW_MS + 1_000)
    expect(slotAfter(second, 60, second)).toBe(NOW_MS + 2_000)
  })

  it('keeps the times of the slots where a row begins a little late, and loses those that were not used', () => {
    expect(slotAfter(NOW_MS, 60, NOW_MS + 200)).toBe(NOW_MS + 1_000)
    expect(slotAfter(NOW_MS, 60, NOW_MS + 60_000)).toBe(NOW_MS + 60_750)
  })

  it('goes on from the slot that the owner before has stored', () => {
    expect(knownSlot(NOW_MS + 40_000, 1, NOW_MS)).toBe(NOW_MS + 40_000)
    expect(knownSlot(null, 1, NOW_MS)).toBe(0)
  })

  it('lets no stored time hold a batch longer than one slot', () => {
    expect(knownSlot(4e12, 1, NOW_MS)).toBe(NOW_MS + 60_000)
    expect(knownSlot(4e12, null, NOW_MS)).toBe(NOW_MS)
  })
})
