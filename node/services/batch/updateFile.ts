import type { StoredFile } from '../../clients/batchStore'
import type { BatchPorts } from './ports'

const ATTEMPTS = 5
const WAIT_MS = 200

export type Updated<T> =
  | { kind: 'written'; content: T }
  /** The file's present content did not allow the change. */
  | { kind: 'declined'; content: T }
  | { kind: 'unavailable' }

/**
 * Changes a file that exists, from its present content; `next` is asked again whenever
 * another call has written meanwhile. When the answer to a write is lost, a read tells
 * whether it was made. `unavailable` says nothing: the last write may have been made.
 *
 * @param next makes the new content; null to leave the file as it is. It must be safe to
 *   repeat: a write whose answer was lost may have been made, and written over since
 */
export async function updateFile<T>(
  { sleep }: Pick<BatchPorts, 'sleep'>,
  file: StoredFile<T>,
  next: (current: T) => T | null
): Promise<Updated<T>> {
  let unsure: T | null = null

  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // Each attempt begins with what the one before has left.
    // eslint-disable-next-line no-await-in-loop
    if (attempt > 0) await sleep(WAIT_MS * attempt)

    // eslint-disable-next-line no-await-in-loop
    const read = await file.read()

    if (read.kind === 'found') {
      if (unsure !== null && file.isSame(read.content, unsure)) {
        return { kind: 'written', content: unsure }
      }

      const content = next(read.content)

      if (content === null) return { kind: 'declined', content: read.content }

      // eslint-disable-next-line no-await-in-loop
      const written = await file.write(content, read.etag)

      if (written === 'written') return { kind: 'written', content }

      unsure = written === 'unavailable' ? content : null
    }
  }

  return { kind: 'unavailable' }
}

/** Reads a file that must exist: where VBase says it is missing, that is a fault, and it is read again. */
export async function readExisting<T>(
  { sleep }: Pick<BatchPorts, 'sleep'>,
  file: StoredFile<T>
): Promise<{ content: T; etag: string | null } | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // eslint-disable-next-line no-await-in-loop
    if (attempt > 0) await sleep(WAIT_MS * attempt)

    // eslint-disable-next-line no-await-in-loop
    const read = await file.read()

    if (read.kind === 'found') return read
  }

  return null
}
