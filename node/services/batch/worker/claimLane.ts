import {
  endsSoon,
  isHeld,
  lastSendMs,
  LEASE_MS,
  SUCCESSOR_WAIT_MS,
  WORK_MS,
} from '../../../domain/lane/lane'
import type { Lane } from '../../../domain/lane/lane'
import { TIMER_EARLY_MS } from '../../clock'
import type { LanePorts } from '../ports'
import { updateFile } from '../updateFile'
import { holdLane } from './heldLane'
import type { HeldLane } from './heldLane'
import { usableLane } from './usableLane'
import { isStillOwn, LANE_READ_BACK_MS } from './readBack'

/** How often a successor reads whether the lane was handed to it. */
const POLL_EVERY_MS = 250

/**
 * Takes the lane: a free or dead one at once, one whose owner is about to leave when it is
 * handed over. Null when another replica has it, or VBase does not say.
 */
export async function claimLane(ports: LanePorts): Promise<HeldLane | null> {
  const startedMs = ports.now()
  const read = await usableLane(ports)

  if (!read) return null
  if (endsSoon(read.before, ports.epochMs())) return waitForLane(ports)

  return isHeld(read.before, ports.epochMs())
    ? null
    : claimFreeLane(ports, { ...read, startedMs })
}

interface FreeLane {
  before: Lane
  etag: string | null
  startedMs: number
}

async function claimFreeLane(
  ports: LanePorts,
  { before, etag, startedMs }: FreeLane
): Promise<HeldLane | null> {
  const { store, now, epochMs } = ports
  const owner = ports.newId()
  const lane: Lane = {
    ...before,
    epoch: before.epoch + 1,
    owner,
    successor: null,
    expiresAtMs: epochMs() + LEASE_MS,
    endsAtMs: epochMs() + WORK_MS,
  }

  const written = await store.lane().write(lane, etag)

  if (written === 'stale') return null
  // The write was so slow that it may have overwritten another replica's claim: neither may send.
  if (now() - startedMs > LANE_READ_BACK_MS - TIMER_EARLY_MS) return null

  return (await isStillOwn(ports, owner))
    ? holdLane(ports, lane, {
        untilMs: startedMs + LEASE_MS,
        lastSendMs: lastSendMs(before, epochMs()),
      })
    : null
}

/**
 * Waits until the owner hands the lane over. Only the owner writes that, so nothing has to
 * be read back: a replica that finds its own name there is the only one.
 */
async function waitForLane(ports: LanePorts): Promise<HeldLane | null> {
  const { store, now, epochMs, sleep } = ports
  const id = ports.newId()
  const startedMs = now()
  const registered = await updateFile(ports, store.lane(), (lane) =>
    endsSoon(lane, epochMs())
      ? { ...lane, successor: { id, sinceMs: epochMs() } }
      : null
  )

  let lastReadWithoutMs = startedMs

  if (registered.kind === 'unavailable') return null

  while (now() - startedMs < SUCCESSOR_WAIT_MS) {
    const readMs = now()
    // Each read waits for the one before.
    // eslint-disable-next-line no-await-in-loop
    const read = await store.lane().read()

    if (read.kind === 'found') {
      const lane = read.content

      if (lane.owner === id) {
        return holdLane(ports, lane, {
          // The owner handed it over after the last read that did not show it.
          untilMs: lastReadWithoutMs + LEASE_MS,
          lastSendMs: epochMs(),
        })
      }

      if (!isHeld(lane, epochMs())) {
        return claimFreeLane(ports, {
          before: lane,
          etag: read.etag,
          startedMs: readMs,
        })
      }

      if (lane.successor?.id !== id) return null
      lastReadWithoutMs = readMs
    }

    // eslint-disable-next-line no-await-in-loop
    await sleep(POLL_EVERY_MS)
  }

  return null
}
