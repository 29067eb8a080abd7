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
  it('is free while it has no owner', () => {
    expect(isHeld(NEW_LANE, 0)).toBe(false)
  })

  it('is held until the grace after its lease is over', () => {
    expect(isHeld(lane, 100_000 + GRACE_MS - 1)).toBe(true)
    expect(isHeld(lane, 100_000 + GRACE_MS)).toBe(false)
  })

  it('ends soon only shortly before its owner leaves, and never when it is free', () => {
    expect(endsSoon(lane, 79_000)).toBe(false)
    expect(endsSoon(lane, 84_000)).toBe(true)
    expect(endsSoon({ ...lane, owner: null }, 84_000)).toBe(false)
  })

  it('becomes free when its owner leaves and no successor waits', () => {
    expect(released(lane, 87_000)).toEqual({ ...lane, owner: null })
  })

  it('passes to the successor when its owner leaves, with a new lease and a new epoch', () => {
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

  it('does not pass to a successor that has waited so long that it must have ended', () => {
    const successor = { id: 'B', sinceMs: 60_000 }

    expect(released({ ...lane, successor }, 87_000)).toEqual({
      ...lane,
      owner: null,
      successor: null,
    })
  })
})
