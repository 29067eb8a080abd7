import type { BatchAction } from '../../domain/vocabulary'
import { controlBatch } from '../../services/batch/api/controlBatch'
import { createBatch } from '../../services/batch/api/createBatch'
import type {
  BatchAnswer,
  BatchView,
} from '../../services/batch/api/batchAnswer'
import { readBatch } from '../../services/batch/api/readBatch'
import { readRows } from '../../services/batch/api/readRows'
import type { RowView } from '../../services/batch/api/readRows'
import { aBatchInput } from '../batches/aBatchInput'
import type { VirtualPlatform } from '../batches/virtualPlatform'

const LOOK_EVERY_MS = 15_000

/** An operator gives a batch up after this time. */
const GIVE_UP_AFTER_MS = 45 * 60_000

/** How often an operator makes the same batch again where it is not found. */
const MOST_CREATES = 3

/** One batch, as its operator saw it. */
export interface WatchedBatch {
  key: string
  orderIds: string[]
  id: string
  isCreated: boolean
  /** How often it was made: once more where it was not found. */
  creates: number
  startedMs: number
  /** When no row was pending any more. */
  sentMs: number | null
  endedMs: number | null
  end: BatchView | null
  rows: RowView[]
  /** What the app said was wrong: codes of refusals, and warnings. */
  said: string[]
  /** What the operator did against it. */
  wayOut: BatchAction[]
  /** Counts that OMS contradicts. */
  lies: string[]
}

/** What an operator wants. */
export interface Wish {
  key: string
  orderIds: string[]
  checkFirst: boolean
  /** What they do first about a batch that has failed. */
  wayOut: 'RETRY' | 'ABORT'
}

/** Acts as an operator: creates a batch, starts it, looks at it, and does what a failed one asks for, until it has ended. */
export async function operate(
  platform: VirtualPlatform,
  wish: Wish
): Promise<WatchedBatch> {
  const { time } = platform
  const { account, hash } = platform.callerPorts()
  const watched: WatchedBatch = {
    ...wish,
    id: hash(`${account}\n${wish.key}`),
    isCreated: false,
    startedMs: time.nowMs,
    sentMs: null,
    endedMs: null,
    end: null,
    rows: [],
    said: [],
    wayOut: [],
    creates: 0,
    lies: [],
  }

  let failedLooks = 0
  const create = () => {
    watched.creates += 1

    return createBatch(
      platform.callerPorts(),
      aBatchInput(wish.orderIds, {
        idempotencyKey: wish.key,
        checkFirst: wish.checkFirst,
      })
    )
  }

  while (time.nowMs - watched.startedMs < GIVE_UP_AFTER_MS) {
    // eslint-disable-next-line no-await-in-loop
    const { batch, refusal } = await (watched.isCreated
      ? readBatch(platform.callerPorts(), watched.id)
      : create())

    note(platform, watched, { batch, refusal })

    const isLost = !batch && refusal?.code === 'NOT_FOUND'

    if (isLost && watched.creates < MOST_CREATES) watched.isCreated = false
    if (!batch && refusal?.code === 'BATCH_UNREADABLE' && !watched.isCreated)
      return watched

    failedLooks = batch?.state === 'FAILED' ? failedLooks + 1 : 0

    const action = batch && actionOn(batch, watched, { failedLooks, wish })

    if (batch?.finishedAtMs != null) {
      // eslint-disable-next-line no-await-in-loop
      return ended(platform, watched, batch)
    }

    if (action) {
      if (action !== 'START') watched.wayOut.push(action)

      // eslint-disable-next-line no-await-in-loop
      const told = await controlBatch(platform.callerPorts(), {
        id: watched.id,
        action,
        expectedOrders: batch?.counts.PENDING ?? null,
      })

      note(platform, watched, told)
      failedLooks = 0
    }

    // eslint-disable-next-line no-await-in-loop
    await time.wait(refusal ? 1_000 : LOOK_EVERY_MS)
  }

  return watched
}

/** Decides what an operator does about a batch; null for nothing. */
function actionOn(
  { state }: BatchView,
  { wayOut }: WatchedBatch,
  { failedLooks, wish }: { failedLooks: number; wish: Wish }
): BatchAction | null {
  if (state === 'READY') return 'START'
  // A look alone mends a progress.
  if (failedLooks < 2) return null

  return wayOut.length === 0 ? wish.wayOut : 'ABORT'
}

function note(
  { oms, time }: VirtualPlatform,
  watched: WatchedBatch,
  { batch, refusal }: BatchAnswer
) {
  if (refusal) watched.said.push(refusal.code)
  if (!batch) return

  const { counts, warnings, state } = batch
  const canceled = watched.orderIds.filter(
    (id) => oms.orders.get(id)?.status === 'canceled'
  ).length

  watched.isCreated = true
  if (state === 'FAILED') watched.said.push(...warnings)
  if (counts.CANCELED > canceled) {
    watched.lies.push(
      `${counts.CANCELED} of its orders are shown as canceled at ${time.nowMs}, and ${canceled} are`
    )
  }

  if (batch.control.startedAtMs !== null && counts.PENDING === 0)
    watched.sentMs = watched.sentMs ?? time.nowMs
}

async function ended(
  platform: VirtualPlatform,
  watched: WatchedBatch,
  end: BatchView
): Promise<WatchedBatch> {
  const endedMs = platform.time.nowMs

  for (;;) {
    // eslint-disable-next-line no-await-in-loop
    const page = await readRows(platform.callerPorts(), end, {
      first: 1_000,
      after: 0,
      states: [],
      withWarnings: false,
    })

    if (page) return { ...watched, end, endedMs, rows: page.items }

    // eslint-disable-next-line no-await-in-loop
    await platform.time.wait(1_000)
  }
}
