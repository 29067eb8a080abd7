import type { Stored, StoredFile } from '../../clients/batchStore'
import type { BatchPorts } from './ports'

const ATTEMPTS = 5
const WAIT_MS = 200

/** How often in a row a file must be unreadable to count as such: an answer may be spoilt on its way. */
const READS_OF_UNREADABLE = 2

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
export function updateFile<T>(
  ports: Pick<BatchPorts, 'sleep'>,
  file: StoredFile<T>,
  next: (current: T) => T | null
): Promise<Updated<T>> {
  return rewriteFile(ports, file, { next, anew: () => null })
}

interface Change<T> {
  next: (current: T) => T | null
  /** Makes the content that is written over a file that is missing or cannot be read; null to leave it. */
  anew: () => T | null
}

/** Changes a file as `updateFile` does, also one that is missing or cannot be read. */
export async function rewriteFile<T>(
  { sleep }: Pick<BatchPorts, 'sleep'>,
  file: StoredFile<T>,
  { next, anew }: Change<T>
): Promise<Updated<T>> {
  let unsure: T | null = null
  let unreadable = 0

  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // Each attempt begins with what the one before has left.
    // eslint-disable-next-line no-await-in-loop
    if (attempt > 0) await sleep(WAIT_MS * attempt)

    // eslint-disable-next-line no-await-in-loop
    const read = await file.read()

    unreadable = isUnreadable(read) ? unreadable + 1 : 0

    if (read.kind === 'found' || unreadable >= READS_OF_UNREADABLE) {
      const current = read.kind === 'found' ? read.content : null

      if (current && unsure !== null && file.isSame(current, unsure)) {
        return { kind: 'written', content: unsure }
      }

      const content = current ? next(current) : anew()

      if (content === null) {
        return current
          ? { kind: 'declined', content: current }
          : { kind: 'unavailable' }
      }

      // eslint-disable-next-line no-await-in-loop
      const written = await file.write(content, etagOf(read))

      if (written === 'written') return { kind: 'written', content }

      unsure = written === 'unavailable' ? content : null
    }
  }

  return { kind: 'unavailable' }
}

function etagOf<T>(read: Stored<T>): string | null {
  return read.kind === 'found' || read.kind === 'unreadable' ? read.etag : null
}

/** A file that must exist, and is missing, is as bad as one that cannot be understood. */
function isUnreadable<T>({ kind }: Stored<T>): boolean {
  return kind === 'unreadable' || kind === 'missing'
}

/** What a read of a file that must exist gave: one that stays missing is unreadable. */
export type StoredRead<T> = Exclude<Stored<T>, { kind: 'missing' }>

/** Reads a file that must exist, again where VBase does not give it. */
export async function readStored<T>(
  { sleep }: Pick<BatchPorts, 'sleep'>,
  file: StoredFile<T>
): Promise<StoredRead<T>> {
  let last: Stored<T> = { kind: 'unavailable' }

  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // eslint-disable-next-line no-await-in-loop
    if (attempt > 0) await sleep(WAIT_MS * attempt)

    const before = last

    // eslint-disable-next-line no-await-in-loop
    last = await file.read()

    if (last.kind === 'found') return last
    if (last.kind === 'unreadable' && before.kind === 'unreadable') return last
  }

  return last.kind === 'missing'
    ? { kind: 'unreadable', body: null, etag: null }
    : { kind: 'unavailable' }
}

/** Reads a file that must exist; null where VBase does not give it, or it cannot be understood. */
export async function readExisting<T>(
  ports: Pick<BatchPorts, 'sleep'>,
  file: StoredFile<T>
): Promise<{ content: T; etag: string | null } | null> {
  const read = await readStored(ports, file)

  return read.kind === 'found' ? read : null
}
