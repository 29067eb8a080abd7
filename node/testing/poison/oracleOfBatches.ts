import type { BatchOrderState } from '../../domain/vocabulary'
import type { VirtualOrder } from '../batches/virtualOms'
import type { WatchedBatch } from './operator'
import type { PoisonRun } from './runPoison'

const SECOND = 1_000

/** The longest that a batch next to a spoilt file takes: without one, the slowest of 1,000 seeds takes 92 s. */
const WITHIN_MS = 150 * SECOND
/** A lane that cannot be used is left alone for 90 s, and may claim to be held for six minutes. A row whose journal cannot be read is tried six times. */
const LONG_WITHIN_MS = 600 * SECOND
/** A worker that dies leaves the lane held for 90 s, and rows that may have been sent. */
const KILLED_MORE_MS = 200 * SECOND
/** Without a spoilt file, the slowest of 450 such seeds takes 511 s. */
const ROUGH_MORE_MS = 750 * SECOND

/** The statuses of an order whose cancellation was asked for. */
export const ASKED = ['cancel', 'canceled', 'cancellation-requested']

/** Tells for each state of a row which orders it is right for; of a row that a spoilt file may harm, more is right. */
const RIGHT: Record<
  BatchOrderState,
  (order: VirtualOrder, isHarmed: boolean) => boolean
> = {
  CANCELED: ({ status }) => status === 'canceled',
  AWAITING_DECISION: ({ status }) => status === 'cancellation-requested',
  // A batch that was made once more finds what was sent the first time.
  REFUSED: ({ effects, status }, isHarmed) =>
    effects.length === 0 || (isHarmed && status === 'cancellation-requested'),
  NOT_ATTEMPTED: ({ effects }) => effects.length === 0,
  ACCEPTED: ({ status }, isHarmed) => isHarmed && ASKED.includes(status),
  UNKNOWN: (_order, isHarmed) => isHarmed,
  PENDING: () => false,
  SKIPPED: () => false,
  DENIED: () => false,
  STUCK: () => false,
}

function wrongRows(
  { platform: { oms }, harmed }: PoisonRun,
  { id, rows }: WatchedBatch
): string[] {
  return rows.flatMap(({ input: { orderId }, row }) => {
    const order = oms.orders.get(orderId)
    const isHarmed = id === harmed.batchId || orderId === harmed.orderId

    return !order || RIGHT[row.state](order, isHarmed)
      ? []
      : `${orderId} is ${row.state}, and at OMS ${order.status} after ${order.effects.length} sends`
  })
}

/** The longest that a neighbour may take. */
function limitMsOf(
  { spoiled, harmed, isRough, plan }: PoisonRun,
  { orderIds }: WatchedBatch
): number {
  const isOfLane = spoiled?.key.startsWith('batches/lane') ?? false
  const isLong = isOfLane || orderIds.includes(harmed.orderId ?? '')

  return (
    (isLong ? LONG_WITHIN_MS : WITHIN_MS) +
    (plan.kills ? KILLED_MORE_MS : 0) +
    (isRough ? ROUGH_MORE_MS : 0)
  )
}

/** Finds what is wrong with a batch that has no spoilt file: it is done, in time, with every row right. */
export function wrongsOfNeighbour(
  run: PoisonRun,
  batch: WatchedBatch
): string[] {
  const { end, endedMs, startedMs, said, rows, orderIds } = batch
  const tookMs = (endedMs ?? Infinity) - startedMs
  const lost = orderIds.filter(
    (id) => !rows.some(({ input }) => input.orderId === id)
  )

  return [
    end?.state === 'DONE'
      ? []
      : `ended as ${end?.state ?? 'nothing'}, and said ${[...said].join(' ')}`,
    tookMs <= limitMsOf(run, batch)
      ? []
      : `took ${Math.round(tookMs / SECOND)} s`,
    lost.map((id) => `${id} is lost`),
    wrongRows(run, batch),
  ].flat()
}

/** Finds what is wrong with the batch of a spoilt file: it ends by what its operator does, says what is wrong where it is not done whole, and no row of it is wrong. */
export function wrongsOfHarmed(run: PoisonRun, batch: WatchedBatch): string[] {
  const { end, said, tried, rows, orderIds } = batch
  const isDone = end?.state === 'DONE' && rows.length === orderIds.length
  // The way out is another key.
  const isKeyNamed = ['BATCH_UNREADABLE', 'CONFLICT'].some((code) =>
    said.has(code)
  )

  return [
    end || isKeyNamed
      ? []
      : `never ends; it said ${[...said].join(' ')}, and ${tried.join(
          ' '
        )} was tried`,
    isDone || said.size > 0 ? [] : 'does not say what is wrong',
    wrongRows(run, batch),
  ].flat()
}
