import type {
  BatchFailure,
  BatchInputRow,
  BatchRow,
  Shard,
} from '../../../domain/batch/batch'
import { isRepairAllowed } from '../../../domain/batch/batchControl'
import {
  areRowsOf,
  rowsAnew,
  rowsInShard,
  rowsOfDamaged,
  shardFile,
} from '../../../domain/batch/damaged'
import type { LanePorts } from '../ports'
import { readExisting, readStored } from '../updateFile'
import type { ActiveBatch } from './activeBatch'
import type { HeldLane } from './heldLane'

/** What a shard is opened from. */
export interface ShardFiles {
  inputs: BatchInputRow[]
  shard: Shard
  /** The highest epoch in the file that this owner may write over: above its own only after a retry. */
  overEpoch: number
}

/** Why a shard cannot be used, and what is known of its rows. */
export interface ShardDamage extends Pick<BatchFailure, 'kind' | 'file'> {
  rows: BatchRow[]
}

/** What the files of a shard gave. `lost`: another replica has the lane. */
export type ShardRead =
  | { kind: 'found'; files: ShardFiles }
  | { kind: 'unavailable' }
  | { kind: 'lost' }
  | { kind: 'damaged'; damage: ShardDamage }

/** Where a shard is. */
interface Place {
  batch: ActiveBatch
  number: number
}

/** What could be read of the two files of a shard; null for one that cannot be understood, or has too few rows or too many. */
interface Found {
  inputs: BatchInputRow[] | null
  shard: Shard | null
}

/**
 * Reads a shard, and finds out whether it can be used. One that is damaged is made anew where an
 * operator has said to go on since: whatever may have been sent counts as sent.
 */
export async function readShard(
  ports: LanePorts,
  lane: HeldLane,
  { batch, number }: Place
): Promise<ShardRead> {
  const { folder } = batch.manifest
  const [input, stored] = await Promise.all([
    readStored(ports, ports.store.input(folder, number)),
    readStored(ports, ports.store.shard(folder, number)),
  ])

  if (input.kind === 'unavailable' || stored.kind === 'unavailable')
    return { kind: 'unavailable' }

  const found: Found = {
    // Rows that were made anew from too short an input would be lost.
    inputs:
      input.kind === 'found' &&
      input.content.rows.length === rowsInShard(batch.manifest, number)
        ? input.content.rows
        : null,
    shard: stored.kind === 'found' ? stored.content : null,
  }

  const damage = damageOf(found, lane, number)
  const standing = damage?.kind === 'ahead' ? await standingOf(ports, lane) : ''

  if (standing === 'unavailable' || standing === 'lost')
    return { kind: standing }

  const files = damage ? repairedFiles(found, batch, damage) : filesOf(found)

  return files
    ? { kind: 'found', files }
    : {
        kind: 'damaged',
        damage: {
          ...(damage ?? { kind: 'unreadable', file: shardFile('out', number) }),
          rows: rowsOfDamaged(
            {
              inputs: found.inputs,
              rows: found.shard?.rows ?? null,
              count: batch.rowCount(number),
            },
            batch.control,
            ports.epochMs()
          ),
        },
      }
}

/** Finds what is wrong with the files of a shard; null when nothing is. */
function damageOf(
  { inputs, shard }: Found,
  lane: HeldLane,
  number: number
): Pick<BatchFailure, 'kind' | 'file'> | null {
  if (!inputs) return { kind: 'unreadable', file: shardFile('in', number) }

  const file = shardFile('out', number)

  if (shard?.rows.length !== inputs.length) return { kind: 'unreadable', file }
  if (!areRowsOf(shard.rows, inputs)) return { kind: 'mixed', file }

  return shard.epoch > lane.epoch ? { kind: 'ahead', file } : null
}

/** Tells whether the lane is still this owner's: only then no other can have opened the shard since. */
async function standingOf(
  ports: LanePorts,
  lane: HeldLane
): Promise<'owner' | 'lost' | 'unavailable'> {
  const stored = await readExisting(ports, ports.store.lane())

  if (!stored) return 'unavailable'

  return stored.content.epoch === lane.epoch && !lane.isLost()
    ? 'owner'
    : 'lost'
}

function filesOf({ inputs, shard }: Found): ShardFiles | null {
  return inputs && shard ? { inputs, shard, overEpoch: 0 } : null
}

/** Makes a damaged shard usable again, if an operator wants that, and its input is there. */
function repairedFiles(
  { inputs, shard }: Found,
  { control }: ActiveBatch,
  { kind, file }: Pick<BatchFailure, 'kind' | 'file'>
): ShardFiles | null {
  if (!inputs || kind === 'mixed' || !isRepairAllowed(control, file))
    return null

  return {
    inputs,
    shard:
      kind === 'ahead' && shard
        ? { ...shard, isClean: false }
        : {
            epoch: 0,
            isClean: false,
            generation: control.generation,
            rows: rowsAnew(inputs, control),
          },
    overEpoch: shard?.epoch ?? 0,
  }
}
