import {
  endsSoon,
  isHeld,
  lastSendMs,
  LEASE_MS,
  WAIT_MS,
  WORK_MS,
} from '../../../domain/lane/lane'
import type { Lane } from '../../../domain/lane/lane'
import { change } from '../updateFile'
import { ownLane } from './heldLane'
import type { OwnLane } from './heldLane'
import type { LanePorts } from '../ports'
import { isStillOwn, READ_BACK_MS } from './readBack'

/** Timers may ring a little early. */
const MARGIN_MS = 100

const LOOK_EVERY_MS = 250

/**
 * Takes the lane: one that is free or dead at once, one whose owner is about to leave when
 * it hands it over. Null when somebody else has it, or nobody can tell.
 */
export async function claimLane(ports: LanePorts): Promise<OwnLane | null> {
  const startedMs = ports.now()
  const read = await ports.store.lane().read()

  if (read.kind !== 'found') return null
  if (endsSoon(read.content, ports.epochMs())) return waitForLane(ports)

  return isHeld(read.content, ports.epochMs())
    ? null
    : claim(ports, { before: read.content, etag: read.etag, startedMs })
}

interface FreeLane {
  before: Lane
  etag: string | null
  startedMs: number
}

async function claim(
  ports: LanePorts,
  { before, etag, startedMs }: FreeLane
): Promise<OwnLane | null> {
  const { store, now, epochMs } = ports
  const owner = ports.newId()
  const lane: Lane = {
    ...before,
    epoch: before.epoch + 1,
    owner,
    successor: null,
    // What the owner before had open has settled by now, or its lease would still hold.
    open: [],
    expiresAtMs: epochMs() + LEASE_MS,
    endsAtMs: epochMs() + WORK_MS,
  }

  const written = await store.lane().write(lane, etag)

  if (written === 'stale') return null
  // So late it may stand over the claim of another, who looked before: nobody sends then.
  if (now() - startedMs > READ_BACK_MS - MARGIN_MS) return null

  return (await isStillOwn(ports, owner))
    ? ownLane(ports, lane, {
        untilMs: startedMs + LEASE_MS,
        lastSendMs: lastSendMs(before, epochMs()),
      })
    : null
}

/**
 * Waits until the owner hands the lane over. Only the owner writes that, so nothing has to
 * be read back: who finds its own name there is the only one.
 */
async function waitForLane(ports: LanePorts): Promise<OwnLane | null> {
  const { store, now, epochMs, sleep } = ports
  const id = ports.newId()
  const startedMs = now()
  const named = await change(ports, store.lane(), (lane) =>
    endsSoon(lane, epochMs())
      ? { ...lane, successor: { id, sinceMs: epochMs() } }
      : null
  )

  let notYetMs = now()

  if (named.kind === 'unavailable') return null

  while (now() - startedMs < WAIT_MS) {
    const lookedMs = now()
    // Each look waits for the one before.
    // eslint-disable-next-line no-await-in-loop
    const read = await store.lane().read()

    if (read.kind === 'found') {
      const lane = read.content

      if (lane.owner === id) {
        return ownLane(ports, lane, {
          // It was handed over after the last look that did not show it.
          untilMs: notYetMs + LEASE_MS,
          lastSendMs: epochMs(),
        })
      }

      if (!isHeld(lane, epochMs())) {
        return claim(ports, {
          before: lane,
          etag: read.etag,
          startedMs: lookedMs,
        })
      }

      if (lane.successor?.id !== id) return null
      notYetMs = lookedMs
    }

    // eslint-disable-next-line no-await-in-loop
    await sleep(LOOK_EVERY_MS)
  }

  return null
}
