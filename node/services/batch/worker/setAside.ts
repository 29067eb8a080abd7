import type { BatchControl, BatchRow } from '../../../domain/batch/batch'
import { failed } from '../../../domain/batch/batchControl'
import {
  leftToPerson,
  mayHaveSent,
  rowsOfDamaged,
  shardFile,
} from '../../../domain/batch/damaged'
import { summaryOf } from '../../../domain/batch/shard'
import type { BatchPorts, LanePorts } from '../ports'
import { updateFile } from '../updateFile'
import type { ActiveBatch } from './activeBatch'
import type { HeldLane } from './heldLane'
import { readShard } from './readShard'
import type { ShardDamage, ShardFiles } from './readShard'

/** How many shards are settled at once. */
const SETTLED_AT_ONCE = 5

/** A shard that is to be opened. */
interface ToOpen {
  batch: ActiveBatch
  number: number
  /** Opens another shard of the batch, and closes it. */
  settle: (number: number) => Promise<void>
}

/**
 * Reads the files of a shard that is to be opened; null where they cannot be used now. One that
 * VBase does not give is left alone for a while; one that is damaged sets its batch aside.
 */
export async function usableShard(
  ports: LanePorts,
  lane: HeldLane,
  { batch, number, settle }: ToOpen
): Promise<ShardFiles | null> {
  const read = await readShard(ports, lane, { batch, number })

  switch (read.kind) {
    case 'found':
      return read.files

    case 'lost':
      lane.lose()

      return null

    case 'unavailable':
      batch.leaveAlone(number, ports.epochMs())

      return null

    case 'damaged':
      if (await setAside(ports, batch, { number, damage: read.damage }))
        await settleShards(batch, settle)

      return null
  }
}

/** Sets a batch aside because a bug of this app ended the work on one of its shards. Without its rows, each may have been sent. */
export async function setAsideAfterBug(
  ports: BatchPorts,
  { batch, number }: Pick<ToOpen, 'batch' | 'number'>,
  rows: BatchRow[] | null
): Promise<void> {
  const count = batch.rowCount(number)

  await setAside(ports, batch, {
    number,
    damage: {
      kind: 'bug',
      file: shardFile('out', number),
      rows:
        rows?.map(leftToPerson) ??
        rowsOfDamaged(
          { inputs: null, rows, count },
          batch.control,
          ports.epochMs()
        ),
    },
  })
}

/** Sets a batch aside because one of its shards cannot be used, and says in the log which file is the cause; true when it was not set aside before. */
async function setAside(
  ports: BatchPorts,
  batch: ActiveBatch,
  { number, damage }: { number: number; damage: ShardDamage }
): Promise<boolean> {
  const { id, folder } = batch.manifest
  const { kind, file, rows } = damage
  const failure = { kind, file, atMs: ports.epochMs() }
  const set = await updateFile<BatchControl>(
    ports,
    ports.store.control(folder),
    (control) => failed(control, failure)
  )

  // Where VBase did not take it, this worker goes by it all the same.
  const control =
    set.kind === 'unavailable' ? failed(batch.control, failure) : set.content

  if (control) batch.applyControl(control)

  if (set.kind === 'written') {
    ports.logger.info({
      operation: 'drainBatches',
      problem: 'batch set aside',
      batchId: id,
      file,
      kind,
    })
  }

  batch.addSaved(number, {
    ...summaryOf({ rows }, batch.manifest),
    // A retry begins with this shard; what was aborted ends without it.
    confirmDueMs: batch.control.phase === 'failed' ? 0 : null,
  })

  return set.kind === 'written'
}

/**
 * Opens and closes each shard of a batch that was set aside in which something may have been
 * sent whose outcome is not known: such rows are left to a person. Open ones do so when they close.
 *
 * @param settle opens one shard, and closes it
 */
async function settleShards(
  batch: ActiveBatch,
  settle: (number: number) => Promise<void>
): Promise<void> {
  if (!mayHaveSent(batch.control)) return

  const numbers = batch
    .shardWork()
    .map((_, number) => number)
    .filter(
      (number) =>
        !batch.held.has(number) && batch.countIn(number, 'PENDING') > 0
    )

  const worker = async () => {
    for (
      let number = numbers.shift();
      number !== undefined;
      number = numbers.shift()
    ) {
      // eslint-disable-next-line no-await-in-loop
      await settle(number)
    }
  }

  await Promise.all(Array.from({ length: SETTLED_AT_ONCE }, worker))
}
