import type { BatchAction } from '../../domain/vocabulary'
import { controlBatch } from '../../services/batch/api/controlBatch'
import { createBatch } from '../../services/batch/api/createBatch'
import type {
  BatchAnswer,
  BatchView,
} from '../../services/batch/api/batchAnswer'
import { readBatch } from '../../services/batch/api/readBatch'
import { readRows } from '../../services/batch/api/readRows'
import { ALL_ROWS } from '../../services/batch/api/rowFilter'
import type { RowView } from '../../services/batch/api/readRows'
import { aBatchInput } from '../batches/aBatchInput'
import type { VirtualPlatform } from '../batches/virtualPlatform'

const LOOK_EVERY_MS = 15_000
const AGAIN_AFTER_MS = 1_000

/** An operator gives a batch up after this time: a row that may have been sent and cannot be read is looked at for two hours. */
const GIVE_UP_AFTER_MS = 140 * 60_000

/** What a create says of a key whose batch cannot be read, or reads as another input: to use another key. */
const UNUSABLE_KEY = ['BATCH_UNREADABLE', 'CONFLICT']

/** How often an operator makes the same batch, where it is not found. */
const MOST_CREATES = 3

/** A look alone mends a progress, so a batch has failed where two looks say so. */
const FAILED_LOOKS = 2

/** What an operator wants. */
export interface Wish {
  key: string
  orderIds: string[]
  checkFirst: boolean
  /** What they do first about a batch that has failed. */
  wayOut: 'RETRY' | 'ABORT'
}

/** One batch, as its operator saw it. */
export interface WatchedBatch {
  key: string
  orderIds: string[]
  id: string
  /** How often it was made: once more where it was not found. */
  creates: number
  startedMs: number
  endedMs: number | null
  end: BatchView | null
  rows: RowView[]
  /** What the app said was wrong: codes of refusals, and warnings. */
  said: Set<string>
  /** What the operator did against it. */
  tried: BatchAction[]
  /** Counts that OMS contradicts. */
  lies: string[]
}

/** Acts as an operator: creates a batch, starts it, looks at it, and does what a failed one asks for, until it has ended. */
export async function operate(
  platform: VirtualPlatform,
  wish: Wish
): Promise<WatchedBatch> {
  const { time } = platform
  const watched = newlyWatched(platform, wish)
  let isCreated = false
  let failedLooks = 0

  while (time.nowMs - watched.startedMs < GIVE_UP_AFTER_MS) {
    if (!isCreated) watched.creates += 1

    // eslint-disable-next-line no-await-in-loop
    const answer: BatchAnswer = await (isCreated
      ? readBatch(platform.callerPorts(), watched.id)
      : create(platform, wish))

    const { batch, refusal } = answer

    note(platform, watched, answer)
    if (!batch && UNUSABLE_KEY.includes(refusal?.code ?? '')) break
    if (batch?.finishedAtMs != null) return ended(platform, watched, batch)

    const isLost =
      refusal?.code === 'NOT_FOUND' && watched.creates < MOST_CREATES

    isCreated = batch !== null || (isCreated && !isLost)
    failedLooks = batch?.state === 'FAILED' ? failedLooks + 1 : 0

    const isFailed = failedLooks >= FAILED_LOOKS
    const action = batch && actionOn(batch, isFailed, watched.tried, wish)

    if (action) {
      failedLooks = 0
      // eslint-disable-next-line no-await-in-loop
      await tell(platform, watched, { batch, action })
    }

    // eslint-disable-next-line no-await-in-loop
    await time.wait(refusal ? AGAIN_AFTER_MS : LOOK_EVERY_MS)
  }

  return watched
}

function newlyWatched(
  platform: VirtualPlatform,
  { key, orderIds }: Wish
): WatchedBatch {
  const { account, hash } = platform.callerPorts()

  return {
    key,
    orderIds,
    id: hash(`${account}\n${key}`),
    creates: 0,
    startedMs: platform.time.nowMs,
    endedMs: null,
    end: null,
    rows: [],
    said: new Set(),
    tried: [],
    lies: [],
  }
}

function create(
  platform: VirtualPlatform,
  { key, orderIds, checkFirst }: Wish
): Promise<BatchAnswer> {
  return createBatch(
    platform.callerPorts(),
    aBatchInput(orderIds, { idempotencyKey: key, checkFirst })
  )
}

/** Decides what an operator does about a batch; null for nothing. */
function actionOn(
  { state }: BatchView,
  isFailed: boolean,
  tried: BatchAction[],
  wish: Wish
): BatchAction | null {
  if (state === 'READY') return 'START'
  if (!isFailed) return null

  return tried.length === 0 ? wish.wayOut : 'ABORT'
}

async function tell(
  platform: VirtualPlatform,
  watched: WatchedBatch,
  { batch, action }: { batch: BatchView; action: BatchAction }
) {
  if (action !== 'START') watched.tried.push(action)

  const told = await controlBatch(platform.callerPorts(), {
    id: watched.id,
    action,
    expectedOrders: batch.counts.PENDING,
  })

  note(platform, watched, told)
}

/** Notes what an answer says is wrong, and where it says more than OMS knows. */
function note(
  { oms, time }: VirtualPlatform,
  { orderIds, said, lies }: WatchedBatch,
  { batch, refusal }: BatchAnswer
) {
  if (refusal) said.add(refusal.code)
  if (batch?.state === 'FAILED') batch.warnings.forEach((one) => said.add(one))

  const canceled = orderIds.filter(
    (id) => oms.orders.get(id)?.status === 'canceled'
  ).length

  const shown = batch?.counts.CANCELED ?? 0

  if (shown > canceled)
    lies.push(
      `${shown} orders are shown as canceled at ${time.nowMs}, and ${canceled} are`
    )
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
      first: end.manifest.total,
      after: 0,
      ...ALL_ROWS,
    })

    if (page) return { ...watched, end, endedMs, rows: page.items }

    // eslint-disable-next-line no-await-in-loop
    await platform.time.wait(AGAIN_AFTER_MS)
  }
}
