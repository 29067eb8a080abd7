import { left, LEASE_MS, SEND_MARGIN_MS } from '../../../domain/lane/lane'
import type { Lane, OpenPlace } from '../../../domain/lane/lane'
import { shifted } from '../../../domain/lane/pacer'
import { change } from '../updateFile'
import type { LanePorts } from '../ports'

type Pacers = Lane['pacers']

/** The lane, as long as it is this process's. */
export interface OwnLane {
  epoch: number
  /** Until when the owner before may have sent something. */
  lastSendMs: number
  /** As ages, from now. */
  pacers: Pacers
  /** Whether a cancel may begin: there is time left to be answered. */
  maySend: () => boolean
  /** Whether somebody else has it, so that nothing may be written any more. */
  isLost: () => boolean
  /** Somebody else has written where only its owner may. */
  lose: () => void
  /** Says that a shard is open, before anything of it is sent; false when that could not be written. */
  open: (place: OpenPlace) => Promise<boolean>
  /** The file may say for a while longer that it is open. */
  close: (place: OpenPlace) => void
  renew: (pacers: Pacers) => Promise<void>
  /** Gives it back; whether somebody who waited for it has it now. */
  release: (pacers: Pacers) => Promise<boolean>
}

/** What an owner knows beside the file. */
interface Claim {
  /** Until when it holds without a word, on the clock that never goes back. */
  untilMs: number
  lastSendMs: number
}

/** A lane that this process has claimed, or was handed. */
export function ownLane(
  ports: LanePorts,
  claimed: Lane,
  claim: Claim
): OwnLane {
  const { store, now, epochMs } = ports
  let { untilMs } = claim
  let isLost = false
  let places: OpenPlace[] = []
  let writing: Promise<unknown> = Promise.resolve()

  const writeNow = async (next: (lane: Lane) => Lane) => {
    const changed = await change(ports, store.lane(), (lane) =>
      lane.owner === claimed.owner ? next({ ...lane, open: places }) : null
    )

    isLost = isLost || changed.kind === 'declined'

    return changed.kind === 'written' ? changed.content : null
  }

  /** One after the other, or one would write over what another has just said. */
  const write = (next: (lane: Lane) => Lane) => {
    const written = writing.then(() => writeNow(next))

    writing = written

    return written
  }

  return {
    epoch: claimed.epoch,
    lastSendMs: claim.lastSendMs,
    pacers: agedPacers(claimed, epochMs()),
    maySend: () => !isLost && now() < untilMs - SEND_MARGIN_MS,
    isLost: () => isLost || now() >= untilMs,
    lose: () => {
      isLost = true
    },
    open: async (place) => {
      places = [...places, place]

      return (await write((lane) => lane)) !== null
    },
    close: (place) => {
      places = places.filter((other) => other !== place)
    },
    renew: async (pacers) => {
      const renewedMs = now()
      const expiresAtMs = epochMs() + LEASE_MS
      const renewed = await write((lane) => ({
        ...lane,
        expiresAtMs,
        savedAtMs: epochMs(),
        pacers,
      }))

      if (renewed) untilMs = renewedMs + LEASE_MS
    },
    release: async (pacers) => {
      const lane = await write((latest) => ({
        ...left(latest, epochMs()),
        savedAtMs: epochMs(),
        pacers,
      }))

      return (lane?.owner ?? null) !== null
    },
  }
}

/** The pace of the owner before, as ages from now. */
function agedPacers({ pacers, savedAtMs }: Lane, nowMs: number): Pacers {
  if (!pacers) return null

  const byMs = -Math.max(0, nowMs - savedAtMs)

  return {
    sends: shifted(pacers.sends, byMs),
    reads: shifted(pacers.reads, byMs),
  }
}
