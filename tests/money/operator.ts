import type { BatchAction } from '../../node/domain/vocabulary'
import type {
  BatchAnswer,
  BatchView,
} from '../../node/services/batch/api/batchAnswer'
import { controlBatch } from '../../node/services/batch/api/controlBatch'
import { createBatch } from '../../node/services/batch/api/createBatch'
import { readBatch } from '../../node/services/batch/api/readBatch'
import { readRows } from '../../node/services/batch/api/readRows'
import { ALL_ROWS } from '../../node/services/batch/api/rowFilter'
import type { RowView } from '../../node/services/batch/api/readRows'
import { aBatchInput } from '../../node/testing/batches/aBatchInput'
import type { Choices } from './choices'
import type { OrderHistory } from './history'
import { OWN_REASON } from './world'
import type { MoneyWorld } from './world'

const WATCH_EVERY_MS = 30_000
const GIVE_UP_AFTER_MS = 4 * 3_600_000

/** Acts as the operator of the batch. */
export async function operate(
  world: MoneyWorld,
  choices: Choices,
  histories: OrderHistory[]
): Promise<{ end: BatchView; rows: RowView[] }> {
  const input = aBatchInput(
    histories.map(({ orderId }) => orderId),
    {
      reason: OWN_REASON,
      action: world.batchAction,
      checkFirst: choices.is(0.5),
      acceptOwnRequests: choices.is(0.5) && world.batchAction === 'CANCEL',
      maxRefusals: choices.is(0.2) ? 1 : null,
    }
  )

  const { manifest } = await untilStored(world, () =>
    createBatch(world.operator(), input)
  )

  const at = { world, id: manifest.id }

  await watch(at, ({ state }) => state === 'READY')
  await command(at, 'START')
  if (choices.is(0.3)) await interrupt(at, choices)

  let end = await watchToTheEnd(at)

  if (end.state === 'DONE' && choices.is(0.3)) {
    await command(at, 'RETRY')
    end = await watchToTheEnd(at)
  }

  return { end, rows: await endedRows(world, end) }
}

interface At {
  world: MoneyWorld
  id: string
}

async function interrupt(at: At, choices: Choices) {
  await at.world.time.wait(choices.random() * 60_000)
  await command(at, choices.is(0.3) ? 'ABORT' : 'PAUSE')
  await at.world.time.wait(choices.random() * 120_000)
}

/** Watches a batch, and resumes it whenever it is paused. */
async function watchToTheEnd(at: At): Promise<BatchView> {
  for (;;) {
    // eslint-disable-next-line no-await-in-loop
    const batch = await watch(at, ({ state }) =>
      ['DONE', 'ABORTED', 'PAUSED'].includes(state)
    )

    if (batch.state !== 'PAUSED') return batch

    // eslint-disable-next-line no-await-in-loop
    await command(at, 'RESUME')
  }
}

/** Gives a command; a batch that it does not fit any more stays as it is. */
async function command({ world, id }: At, action: BatchAction) {
  world.tell(`the operator commands ${action}`)

  const batch = await untilStored(world, () => readBatch(world.operator(), id))

  await untilStored(world, async () => {
    const { batch: now, refusal } = await controlBatch(world.operator(), {
      id,
      action,
      expectedOrders: action === 'START' ? batch.counts.PENDING : null,
    })

    return refusal?.code === 'WRONG_STATE'
      ? { batch, refusal: null }
      : { batch: now, refusal }
  })
}

/** Repeats a call until VBase is available, as an operator would. */
async function untilStored(
  { time }: MoneyWorld,
  call: () => Promise<BatchAnswer>
): Promise<BatchView> {
  for (;;) {
    // eslint-disable-next-line no-await-in-loop
    const { batch, refusal } = await call()

    if (batch && !refusal) return batch
    if (refusal && refusal.code !== 'STORAGE_UNAVAILABLE')
      throw new Error(refusal.message)

    // eslint-disable-next-line no-await-in-loop
    await time.wait(1_000)
  }
}

/** Reads a batch every 30 s, as its page does. */
async function watch(
  { world, id }: At,
  isReached: (batch: BatchView) => boolean
): Promise<BatchView> {
  for (;;) {
    // eslint-disable-next-line no-await-in-loop
    const batch = await untilStored(world, () =>
      readBatch(world.operator(), id)
    )

    if (isReached(batch) || world.time.nowMs > GIVE_UP_AFTER_MS) return batch

    // eslint-disable-next-line no-await-in-loop
    await world.time.wait(WATCH_EVERY_MS)
  }
}

/** Reads the rows until all have ended: after an abort, what was sent is still found out. */
async function endedRows(
  world: MoneyWorld,
  end: BatchView
): Promise<RowView[]> {
  for (;;) {
    // eslint-disable-next-line no-await-in-loop
    const rows = await rowsOf(world, end)
    const isOver = rows.every(
      ({ row }) => !['PENDING', 'ACCEPTED'].includes(row.state)
    )

    if (isOver || world.time.nowMs > GIVE_UP_AFTER_MS) return rows

    // Reading the batch wakes a dead lane.
    // eslint-disable-next-line no-await-in-loop
    await untilStored(world, () => readBatch(world.operator(), end.manifest.id))
    // eslint-disable-next-line no-await-in-loop
    await world.time.wait(WATCH_EVERY_MS)
  }
}

async function rowsOf(world: MoneyWorld, batch: BatchView): Promise<RowView[]> {
  for (;;) {
    // eslint-disable-next-line no-await-in-loop
    const page = await readRows(world.operator(), batch, {
      first: batch.manifest.total,
      after: 0,
      ...ALL_ROWS,
    })

    if (page) return page.items
  }
}
