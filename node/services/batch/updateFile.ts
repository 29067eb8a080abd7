import type { StoredFile } from '../../clients/batchStore'
import type { BatchPorts } from './ports'

const ATTEMPTS = 5
const WAIT_MS = 200

export type Changed<T> =
  | { kind: 'written'; content: T }
  /** The content of now did not allow it. */
  | { kind: 'declined'; content: T }
  | { kind: 'unavailable' }

/**
 * Changes a file that exists, from what it holds now; `next` is asked again whenever
 * somebody else has written meanwhile. A write whose answer was lost is found out by
 * reading, so a change is made once.
 *
 * @param next the new content; null to leave it as it is
 */
export async function change<T>(
  { sleep }: Pick<BatchPorts, 'sleep'>,
  file: StoredFile<T>,
  next: (current: T) => T | null
): Promise<Changed<T>> {
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

/** Reads a file that exists: one that is missing was not found, and is asked for again. */
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
