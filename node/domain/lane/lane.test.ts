import {
  endsSoon,
  GRACE_MS,
  isHeld,
  LEASE_MS,
  NEW_LANE,
  released,
  WORK_MS,
} from './lane'
import type { Lane } from './lane'

const lane: Lane = {
  ...NEW_LANE,
  epoch: 4,
  owner: 'A',
  expiresAtMs: 100_000,
  endsAtMs: 87_000,
}

describe('a lane', () => {
  it('that nobody owns is free', () => {
    expect(isHeld(NEW_LANE, 0)).toBe(false)
  })

  it('is left alone until some time after its lease, and no longer', () => {
    expect(isHeld(lane, 100_000 + GRACE_MS - 1)).toBe(true)
    expect(isHeld(lane, 100_000 + GRACE_MS)).toBe(false)
  })

  it('is worth to wait for shortly before its owner leaves, and never when it is free', () => {
    expect(endsSoon(lane, 79_000)).toBe(false)
    expect(endsSoon(lane, 84_000)).toBe(true)
    expect(endsSoon({ ...lane, owner: null }, 84_000)).toBe(false)
  })

  it('that its owner leaves is free where nobody waits', () => {
    expect(released(lane, 87_000)).toEqual({ ...lane, owner: null })
  })

  it('that its owner leaves is the successor’s, with a lease and an epoch of its own', () => {
    const successor = { id: 'B', sinceMs: 84_500 }

    expect(released({ ...lane, successor }, 87_000)).toEqual({
      ...lane,
      epoch: 5,
      owner: 'B',
      successor: null,
      expiresAtMs: 87_000 + LEASE_MS,
      endsAtMs: 84_500 + WORK_MS,
    })
  })

  it('is not left to one that has waited so long that it must have gone', () => {
    const successor = { id: 'B', sinceMs: 60_000 }

    expect(released({ ...lane, successor }, 87_000)).toEqual({
      ...lane,
      owner: null,
      successor: null,
    })
  })
})
