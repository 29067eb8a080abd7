import {
  applyCommand,
  isSendingAction,
  responsible,
} from '../../../domain/batch/batchControl'
import type { ControlCommand } from '../../../domain/batch/batchControl'
import { withRetries } from '../../../domain/batch/batchProgress'
import { batchRefusal } from '../../../domain/batch/batchRefusal'
import type { BatchRefusal } from '../../../domain/batch/batchRefusal'
import type { BatchAction } from '../../../domain/vocabulary'
import { enqueue } from '../enqueue'
import type { StoredBatch } from '../loadBatch'
import type { CallerPorts } from '../ports'
import { updateFile } from '../updateFile'
import { abortDamaged } from './abortDamaged'
import { NOT_LOADED, refuse, STORAGE_UNAVAILABLE } from './batchAnswer'
import type { BatchAnswer } from './batchAnswer'
import { refusedGrant } from './grants'
import { loadGiven, readBatch } from './readBatch'

/** What an operator wants of a batch. */
export interface BatchCommand {
  id: string
  action: BatchAction
  expectedOrders: number | null
}

/** How a batch is refused whose file cannot be read. */
const UNREADABLE = {
  'manifest.json': 'MANIFEST_UNREADABLE',
  'control.json': 'CONTROL_UNREADABLE',
} as const

/** Tells a batch what to do, if its state and the grants of all who answer for it allow that. */
export async function controlBatch(
  ports: CallerPorts,
  { id, action, expectedOrders }: BatchCommand
): Promise<BatchAnswer> {
  const [load, by] = await Promise.all([loadGiven(ports, id), ports.caller()])

  if (load.kind !== 'found') return NOT_LOADED[load.kind]

  const { batch } = load

  if (batch.damage === 'progress.json') return STORAGE_UNAVAILABLE
  if (batch.damage !== null && action !== 'ABORT') {
    return withBatch(
      ports,
      id,
      batchRefusal('BATCH_UNREADABLE', UNREADABLE[batch.damage], {})
    )
  }

  const ungranted =
    by === null || isSendingAction(action)
      ? await refusedGrant(ports, [
          by,
          ...responsible(batch.manifest.createdBy, batch.control),
        ])
      : null

  if (ungranted) return withBatch(ports, id, ungranted)

  const command = {
    id: ports.newId(),
    action,
    by,
    expectedOrders,
    atMs: ports.epochMs(),
  }

  const written = await (batch.damage === null
    ? write(ports, batch, command)
    : abortDamaged(ports, batch.manifest, command))

  if (written.kind === 'unavailable') return STORAGE_UNAVAILABLE
  if (written.kind === 'refused') return withBatch(ports, id, written.refusal)

  // No replica can work on it.
  if (batch.damage === 'manifest.json') return readBatch(ports, id)

  // A batch outside the queue is not worked on; the caller can make the call again.
  if (!(await enqueue(ports, batch.manifest))) return STORAGE_UNAVAILABLE
  await ports.wake()

  return readBatch(ports, id)
}

/** Refuses, and shows the batch as it is now. */
async function withBatch(
  ports: CallerPorts,
  id: string,
  refusal: BatchRefusal
): Promise<BatchAnswer> {
  const { batch } = await readBatch(ports, id)

  return refuse({ ...refusal, batchId: id }, batch)
}

type Written =
  | { kind: 'written' }
  | { kind: 'refused'; refusal: BatchRefusal }
  | { kind: 'unavailable' }

async function write(
  ports: CallerPorts,
  { manifest, progress }: StoredBatch,
  command: ControlCommand
): Promise<Written> {
  let outcome: Written = { kind: 'written' }
  const file = ports.store.control(manifest.folder)
  const updated = await updateFile(ports, file, (control) => {
    // An earlier attempt of this call may have been written although its answer was lost.
    if (control.history.some(({ id }) => id === command.id)) {
      outcome = { kind: 'written' }

      return null
    }

    const next = applyCommand(control, withRetries(progress, control), command)

    outcome = next.kind === 'refused' ? next : { kind: 'written' }

    return next.kind === 'changed' ? next.control : null
  })

  return updated.kind === 'unavailable' ? updated : outcome
}
