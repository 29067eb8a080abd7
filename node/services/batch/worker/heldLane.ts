import { LEASE_MS, released, SEND_MARGIN_MS } from '../../../domain/lane/lane'
import { knownAccess } from '../../../domain/lane/access'
import type { LaneAccess } from '../../../domain/lane/access'
import type { Lane, LaneWork } from '../../../domain/lane/lane'
import { rested } from '../../../domain/lane/pacer'
import type { LanePorts } from '../ports'
import { rewriteFile } from '../updateFile'

type Pacers = Lane['pacers']

/** The lane while this process owns it. */
export interface HeldLane {
  epoch: number
  /** The latest time at which the owner before can have sent something. */
  lastSendMs: number
  /** The pace of the owner before; its times are relative to now, negative in the past, without the time in which no replica worked. */
  pacers: Pacers
  /** What the owner before knew of the app's token. */
  access: LaneAccess
  /** Tells whether a send may begin: enough of the lease is left for its answer. */
  maySend: () => boolean
  /** Tells whether the lane is no longer certainly this process's, so that no row may be sent or saved any more. */
  isLost: () => boolean
  /** Gives up the lane: another replica has written where only its owner may. */
  lose: () => void
  renew: (work: LaneWork) => Promise<void>
  /** Releases the lane; true when the waiting successor has it now. */
  release: (work: LaneWork) => Promise<boolean>
}

/** What an owner knows beside the file. */
interface Claim {
  /** When the lease expires if not renewed, on the clock that never goes back. */
  untilMs: number
  lastSendMs: number
}

/** Holds a lane that this process has claimed, or was handed. */
export function holdLane(
  ports: LanePorts,
  claimed: Lane,
  claim: Claim
): HeldLane {
  const { store, now, epochMs } = ports
  let { untilMs } = claim
  let isLost = false

  const write = async (next: (lane: Lane) => Lane) => {
    const updated = await rewriteFile(ports, store.lane(), {
      next: (lane) => (lane.owner === claimed.owner ? next(lane) : null),
      // While its lease lasts, only its owner knows what the lane must say.
      anew: () => (now() < untilMs - SEND_MARGIN_MS ? next(claimed) : null),
    })

    isLost = isLost || updated.kind === 'declined'

    return updated.kind === 'written' ? updated.content : null
  }

  return {
    epoch: claimed.epoch,
    lastSendMs: claim.lastSendMs,
    pacers: restedPacers(claimed, epochMs()),
    access: knownAccess(claimed.access, epochMs()),
    maySend: () => !isLost && now() < untilMs - SEND_MARGIN_MS,
    isLost: () => isLost || now() >= untilMs,
    lose: () => {
      isLost = true
    },
    renew: async (work) => {
      const renewedMs = now()
      const expiresAtMs = epochMs() + LEASE_MS
      const renewed = await write((lane) => ({
        ...lane,
        expiresAtMs,
        savedAtMs: epochMs(),
        ...work,
      }))

      if (renewed) untilMs = renewedMs + LEASE_MS
    },
    release: async (work) => {
      const lane = await write((latest) => ({
        ...released(latest, epochMs()),
        savedAtMs: epochMs(),
        ...work,
      }))

      // A released lane has an owner only where a successor was waiting.
      return (lane?.owner ?? null) !== null
    },
  }
}

/** Makes the pause of the stored pace relative to now. */
function restedPacers({ pacers, savedAtMs }: Lane, nowMs: number): Pacers {
  if (!pacers) return null

  const forMs = Math.max(0, nowMs - savedAtMs)

  return {
    sends: rested(pacers.sends, forMs),
    reads: rested(pacers.reads, forMs),
  }
}
