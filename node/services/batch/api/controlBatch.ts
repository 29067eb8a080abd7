import type { ControlAction } from '../../../domain/batch/batch'
import {
  controlled,
  isSendingAction,
  responsible,
} from '../../../domain/batch/batchControl'
import type { ControlCommand } from '../../../domain/batch/batchControl'
import { withRetries } from '../../../domain/batch/batchProgress'
import { batchRefusal } from '../../../domain/batch/batchRefusal'
import type { BatchRefusal } from '../../../domain/batch/batchRefusal'
import { refuse, STORAGE_UNAVAILABLE } from './batchAnswer'
import type { BatchAnswer } from './batchAnswer'
import { change } from '../updateFile'
import { refusedGrant } from './grants'
import type { CallerPorts } from '../ports'
import { enqueue } from '../enqueue'
import { readBatch, storedBatch } from './readBatch'
import type { StoredBatch } from './readBatch'

/** Someone's wish for a batch. */
export interface BatchCommand {
  id: string
  action: ControlAction
  expectedOrders: number | null
}

/** Tells a batch what to do, if its state and the grants of all who answer for it allow that. */
export async function controlBatch(
  ports: CallerPorts,
  { id, action, expectedOrders }: BatchCommand
): Promise<BatchAnswer> {
  const [stored, by] = await Promise.all([
    storedBatch(ports, id),
    ports.caller(),
  ])

  if (!('manifest' in stored)) return stored

  const refused =
    by === null || isSendingAction(action)
      ? await refusedGrant(ports, [
          by,
          ...responsible(stored.manifest.createdBy, stored.control),
        ])
      : null

  const why =
    refused ??
    (await write(ports, stored, {
      id: ports.newId(),
      action,
      by,
      expectedOrders,
      atMs: ports.epochMs(),
    }))

  if (why === 'unavailable') return STORAGE_UNAVAILABLE
  if (why) return refuse({ ...why, batchId: id }, await current(ports, id))

  // Without a place in the queue nobody would do it; the call can be made again.
  if (!(await enqueue(ports, stored.manifest))) return STORAGE_UNAVAILABLE
  await ports.wake()

  return readBatch(ports, id)
}

async function current(ports: CallerPorts, id: string) {
  return (await readBatch(ports, id)).batch
}

async function write(
  ports: CallerPorts,
  { manifest, progress }: StoredBatch,
  command: ControlCommand
): Promise<BatchRefusal | 'unavailable' | null> {
  let refused: BatchRefusal | null = batchRefusal('NOT_FOUND', {})
  const file = ports.store.control(manifest.folder)
  const changed = await change(ports, file, (control) => {
    const isMade = control.history.some(({ id }) => id === command.id)
    const next = controlled(control, withRetries(progress, control), command)

    refused = 'refused' in next && !isMade ? next.refused : null

    return 'control' in next && !isMade ? next.control : null
  })

  return changed.kind === 'unavailable' ? 'unavailable' : refused
}
