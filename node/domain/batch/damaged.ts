import type {
  BatchControl,
  BatchInputRow,
  BatchManifest,
  BatchProgress,
  BatchRow,
  Shard,
} from './batch'
import { SHARD_SIZE } from './batch'
import { isSendingAction } from './batchControl'
import { batchStateOf, countsOf, finishedAtMsOf } from './batchProgress'
import type { StateCounts } from './batchProgress'
import type { BatchState } from '../vocabulary'
import { aborted, newRow, retried } from './row'
import { retryableOf } from './worth'

/** A file of a batch that cannot be read, in whose place something must stand. */
export type Damage = 'manifest.json' | 'control.json' | 'progress.json'

export const CONTROL_FILE: Damage = 'control.json'

/** The hash of the input in a manifest that cannot be read as a whole. */
export const LOST_HASH = ''

/** Names a file of the rows of a batch, in its folder. */
export function shardFile(kind: 'in' | 'out', number: number): string {
  return `${kind}/${String(number).padStart(4, '0')}.json`
}

/** Tells whether a batch was set aside because of one of its shards. */
function isSetAside({ phase, failure }: BatchControl, number: number) {
  return (
    phase === 'failed' &&
    [shardFile('in', number), shardFile('out', number)].includes(
      failure?.file ?? ''
    )
  )
}

/** Tells whether anything may have been sent for a batch. Where that is not known, it may. */
export function mayHaveSent(control: BatchControl): boolean {
  return (
    control.startedAtMs !== null ||
    control.history.some(({ action }) => isSendingAction(action)) ||
    (control.phase === 'failed' && control.failure === null) ||
    control.failure?.file === CONTROL_FILE
  )
}

/** Finds how many rows a file of a batch has. */
export function rowsInShard({ total }: BatchManifest, number: number): number {
  return Math.max(0, Math.min(SHARD_SIZE, total - number * SHARD_SIZE))
}

/** Makes the progress of a batch whose own cannot be read: each row may have been sent, unless nothing was. */
export function unknownProgress(
  manifest: BatchManifest,
  control: BatchControl
): BatchProgress {
  const state = mayHaveSent(control) ? 'UNKNOWN' : 'PENDING'

  return {
    generation: control.generation,
    finishedAtMs: null,
    nextSlotMs: null,
    shards: Array.from({ length: manifest.shardCount }, (_, number) => ({
      counts: { [state]: rowsInShard(manifest, number) },
      withWarnings: null,
      worth: null,
      checkDueMs: null,
      sendDueMs: null,
      acceptDueMs: null,
      confirmDueMs: null,
    })),
  }
}

/** Tells whether rows are of the orders of an input, as far as they were read. */
export function areRowsOf(rows: BatchRow[], inputs: BatchInputRow[]): boolean {
  return rows.every((row, index) => isRowOf(row, inputs[index]))
}

function isRowOf({ cancellation }: BatchRow, input: BatchInputRow | undefined) {
  return cancellation === null || cancellation.orderId === input?.orderId
}

/** What is left of one shard: either file may be lost. */
export interface DamagedShard {
  inputs: BatchInputRow[] | null
  rows: BatchRow[] | null
  /** How many rows it has. */
  count: number
}

const LOST_INPUT: BatchInputRow = { orderId: '', reason: null, problem: null }

/**
 * Finds what is known of the rows of a shard that cannot be used. Nothing is done for any of
 * them. A row of which nothing is known may have been sent, so a person has to look.
 */
export function rowsOfDamaged(
  { inputs, rows, count }: DamagedShard,
  control: BatchControl,
  nowMs: number
): BatchRow[] {
  const isSent = mayHaveSent(control)

  return Array.from({ length: count }, (_, index) => {
    const input = inputs?.[index] ?? LOST_INPUT
    const stored = rows?.[index]
    const isOwn = stored && (inputs === null || isRowOf(stored, input))
    const row = isOwn ? stored : newRow(input)

    if (row.state !== 'PENDING') return { ...row, dueMs: null }
    if (isSent) return { ...row, state: 'UNKNOWN', dueMs: null }

    return control.phase === 'aborted' ? aborted(row, nowMs) : row
  })
}

/** The files of one shard, null for one that cannot be read. */
export interface FoundShard {
  inputs: BatchInputRow[] | null
  shard: Shard | null
  number: number
  count: number
}

/** Finds what is known of the rows of a shard, as callers see them. */
export function knownRows(
  { inputs, shard, number, count }: FoundShard,
  known: KnownOfBatch,
  nowMs: number
): BatchRow[] {
  const { control } = known
  const isWhole =
    inputs !== null &&
    shard?.rows.length === inputs.length &&
    areRowsOf(shard.rows, inputs)

  const rows =
    isWhole && shard.generation < control.generation
      ? shard.rows.map(retried)
      : shard?.rows ?? null

  return isWhole && rows && !isOutOfReach(known) && !isSetAside(control, number)
    ? rows
    : rowsOfDamaged({ inputs, rows, count }, control, nowMs)
}

/** Makes the rows of a shard anew from its input, for a retry: whatever may have been sent counts as sent. */
export function rowsAnew(
  inputs: BatchInputRow[],
  control: BatchControl
): BatchRow[] {
  const isSent = mayHaveSent(control)

  return inputs.map(newRow).map((row) =>
    row.state === 'PENDING' && isSent
      ? // The second step may have been taken, too: it is not taken again.
        { ...row, maybeSent: true, isAccepted: true }
      : row
  )
}

/** What is known of a batch, and which of its files is not. */
export interface KnownOfBatch {
  control: BatchControl
  progress: BatchProgress
  damage: Damage | null
}

/** Tells whether the lane can not even look at the rows of a batch: the manifest or the control is lost. */
export function isOutOfReach({ damage }: Pick<KnownOfBatch, 'damage'>) {
  return damage === 'manifest.json' || damage === 'control.json'
}

/** Tells the state of a batch, one of whose files may be unreadable. */
export function stateOf(
  { control, progress, damage }: KnownOfBatch,
  isThrottled: boolean
): BatchState {
  const isAborted = control.phase === 'aborted' && damage === 'manifest.json'

  if (damage === null) return batchStateOf(control, progress, isThrottled)

  return isAborted ? 'ABORTED' : 'FAILED'
}

/** Counts the rows of a lost file that are for a person by now, although the progress, some seconds old, calls them pending. */
function pendingInDoubt({ control, progress }: KnownOfBatch): number {
  return progress.shards
    .filter((_, number) => isSetAside(control, number) && mayHaveSent(control))
    .reduce((sum, { counts }) => sum + (counts.PENDING ?? 0), 0)
}

/** Counts the rows in each state. Of a batch that no replica can work on, those that may have been sent are for a person. */
export function knownCounts(known: KnownOfBatch): StateCounts {
  const counts = countsOf(known.progress)
  const { control } = known
  const { PENDING: pending } = counts

  if (!isOutOfReach(known)) {
    const inDoubt = pendingInDoubt(known)

    return {
      ...counts,
      PENDING: pending - inDoubt,
      UNKNOWN: counts.UNKNOWN + inDoubt,
    }
  }

  if (mayHaveSent(control)) {
    return { ...counts, PENDING: 0, UNKNOWN: counts.UNKNOWN + pending }
  }

  return control.phase === 'aborted'
    ? {
        ...counts,
        PENDING: 0,
        NOT_ATTEMPTED: counts.NOT_ATTEMPTED + pending,
      }
    : counts
}

/** Counts the rows that a retry may help, those included that are for a person only because a file is lost. */
export function retryableRows(known: KnownOfBatch): number {
  const inDoubt = knownCounts(known).UNKNOWN - countsOf(known.progress).UNKNOWN

  return retryableOf(known.progress) + inDoubt
}

/** Finds when a batch ended; of one that no replica can work on, when an operator ended it. */
export function endedAtMs(known: KnownOfBatch): number | null {
  const { control, progress, damage } = known

  if (stateOf(known, false) === 'FAILED') return null

  return damage === null
    ? finishedAtMsOf(control, progress)
    : control.history[control.history.length - 1]?.atMs ?? null
}

/** Leaves a row of a batch that was set aside to a person, where something may have been sent for it. */
export function leftToPerson(row: BatchRow): BatchRow {
  return row.state === 'PENDING' && row.maybeSent
    ? { ...row, state: 'UNKNOWN', dueMs: null }
    : row
}

const NEW_BATCH =
  'ABORT it, and create another batch with the same orders and a new key: each order is read first, and what is canceled already is not canceled again. Or let a developer put the file back.'

const DAMAGES: Record<Damage, string> = {
  'manifest.json': `The file manifest.json of this batch cannot be read, so nothing more is sent. ${NEW_BATCH}`,
  'control.json': `The file control.json of this batch cannot be read, so nothing more is sent. ${NEW_BATCH}`,
  'progress.json':
    'The file progress.json of this batch cannot be read. Read the batch by its id: that makes the file anew from its rows.',
}

/** Says what is wrong with a batch, and what a person can do. */
export function damageText(damage: Damage): string {
  return DAMAGES[damage]
}
