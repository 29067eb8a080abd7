import type { BatchControl, BatchManifest } from '../../../domain/batch/batch'
import type { ControlCommand } from '../../../domain/batch/batchControl'
import { NEW_CONTROL } from '../../../domain/batch/batchControl'
import { CONTROL_FILE } from '../../../domain/batch/damaged'
import { foldersOf } from '../loadBatch'
import type { BatchPorts } from '../ports'
import { readStored, rewriteFile } from '../updateFile'

/**
 * Aborts a batch whose manifest or control cannot be read, so that it never sends anything even
 * when that file is put back. A control that cannot be read is kept beside the new one.
 */
export async function abortDamaged(
  ports: BatchPorts,
  manifest: BatchManifest,
  command: ControlCommand
): Promise<{ kind: 'written' } | { kind: 'unavailable' }> {
  const folders = await foldersOf(ports, manifest)

  if (!folders) return { kind: 'unavailable' }

  const aborted = await Promise.all(
    folders.map((folder) => abortIn(ports, folder, command))
  )

  return { kind: aborted.includes(false) ? 'unavailable' : 'written' }
}

async function abortIn(
  ports: BatchPorts,
  folder: string,
  { id, action, by, atMs }: ControlCommand
): Promise<boolean> {
  const file = ports.store.control(folder)
  const before = await readStored(ports, file)

  if (before.kind === 'unreadable') {
    const kept = await ports.store
      .foundControl(folder)
      .write({ body: before.body }, null)

    if (kept !== 'written') return false
  }

  const aborted = (control: BatchControl): BatchControl => ({
    ...control,
    phase: 'aborted',
    history: [...control.history, { id, action, by, atMs }],
  })

  const updated = await rewriteFile(ports, file, {
    next: (control) => (control.phase === 'aborted' ? null : aborted(control)),
    // What is kept of it says that anything may have been sent.
    anew: () =>
      aborted({
        ...NEW_CONTROL,
        failure: {
          kind: 'unreadable',
          file: CONTROL_FILE,
          generation: 0,
          atMs,
        },
      }),
  })

  return updated.kind !== 'unavailable'
}
