import {
  isHeld,
  lastSendMs,
  LEASE_MS,
  SEND_MARGIN_MS,
} from '../../domain/lease'
import type { Lane } from '../../domain/lease'
import { shifted } from '../../domain/pacer'
import { change } from './change'
import type { LanePorts } from './ports'
import { isStillOwn, READ_BACK_MS } from './readBack'

/** Timers may ring a little early. */
const MARGIN_MS = 100

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
  renew: (pacers: Pacers) => Promise<void>
  release: (pacers: Pacers) => Promise<void>
}

/** Claims the lane; null when somebody else has it, or nobody can tell. */
export async function claimLane(ports: LanePorts): Promise<OwnLane | null> {
  const { store, now, epochMs, newId } = ports
  const file = store.lane()
  const startedMs = now()
  const read = await file.read()

  if (read.kind !== 'found' || isHeld(read.content, epochMs())) return null

  const owner = newId()
  const before = read.content
  const claim: Lane = {
    ...before,
    epoch: before.epoch + 1,
    owner,
    expiresAtMs: epochMs() + LEASE_MS,
  }

  const written = await file.write(claim, read.etag)

  if (written === 'stale') return null
  // So late it may stand over the claim of another, who looked before: nobody sends then.
  if (now() - startedMs > READ_BACK_MS - MARGIN_MS) return null

  return (await isStillOwn(ports, owner))
    ? ownLane(ports, { claim, before, startedMs })
    : null
}

interface Claim {
  claim: Lane
  before: Lane
  startedMs: number
}

function ownLane(
  ports: LanePorts,
  { claim, before, startedMs }: Claim
): OwnLane {
  const { store, now, epochMs } = ports
  let untilMs = startedMs + LEASE_MS
  let isLost = false

  const write = async (next: (lane: Lane) => Lane) => {
    const changed = await change(ports, store.lane(), (lane) =>
      lane.owner === claim.owner ? next(lane) : null
    )

    isLost = isLost || changed.kind === 'declined'

    return changed.kind === 'written'
  }

  return {
    epoch: claim.epoch,
    lastSendMs: lastSendMs(before, epochMs()),
    pacers: agedPacers(before, epochMs()),
    maySend: () => !isLost && now() < untilMs - SEND_MARGIN_MS,
    isLost: () => isLost || now() >= untilMs,
    lose: () => {
      isLost = true
    },
    renew: async (pacers) => {
      const renewedMs = now()
      const expiresAtMs = epochMs() + LEASE_MS
      const isRenewed = await write((lane) => ({
        ...lane,
        expiresAtMs,
        savedAtMs: epochMs(),
        pacers,
      }))

      if (isRenewed) untilMs = renewedMs + LEASE_MS
    },
    release: async (pacers) => {
      await write((lane) => ({
        ...lane,
        owner: null,
        savedAtMs: epochMs(),
        pacers,
      }))
    },
  }
}

/** The pace of the owner before, as ages from now. */
function agedPacers({ pacers, savedAtMs }: Lane, nowMs: number): Pacers {
  const byMs = -Math.max(0, nowMs - savedAtMs)

  return (
    pacers && {
      sends: shifted(pacers.sends, byMs),
      reads: shifted(pacers.reads, byMs),
    }
  )
}
