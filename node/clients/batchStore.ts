import type {
  BatchControl,
  BatchInputRow,
  BatchManifest,
  BatchProgress,
  Shard,
} from '../domain/batch/batch'
import type { BatchIndex } from '../domain/batch/batchIndex'
import type { Lane } from '../domain/lane/lane'
import {
  controlShape,
  indexShape,
  inputShape,
  laneShape,
  manifestShape,
  progressShape,
  shardShape,
} from './batchShapes'
import type { Parse } from './shape'
import type { Files, FileWrite } from './vbaseFiles'

/** What a read of one file gave. Only `found` and `missing` say anything about it. */
export type Stored<T> =
  | { kind: 'found'; content: T; etag: string | null }
  | { kind: 'missing' }
  | { kind: 'unavailable' }

/** One file. No call throws. */
export interface StoredFile<T> {
  read: () => Promise<Stored<T>>
  /** Writes over the content that `etag` names; null over whatever is there. */
  write: (content: T, etag: string | null) => Promise<FileWrite>
  /** Whether two contents are the same once they are stored. */
  isSame: (one: T, other: T) => boolean
  /** Deletes it; false when that is not certain. */
  remove: () => Promise<boolean>
}

/** Where batches are kept. */
export interface BatchStore {
  index: () => StoredFile<BatchIndex>
  lane: () => StoredFile<Lane>
  /** Its existence is the batch's. */
  manifest: (id: string) => StoredFile<BatchManifest>
  control: (folder: string) => StoredFile<BatchControl>
  progress: (folder: string) => StoredFile<BatchProgress>
  /** The rows as they were given, `SHARD_SIZE` a file. */
  input: (
    folder: string,
    shard: number
  ) => StoredFile<{ rows: BatchInputRow[] }>
  /** What became of them. */
  shard: (folder: string, shard: number) => StoredFile<Shard>
}

const BUCKET = 'batches'

/** The form of the files. A later version reads all earlier ones. */
const VERSION = 1

/** The files of batches in VBase. */
export function batchStore(files: Files): BatchStore {
  const file = <T extends object>(
    path: string,
    parse: Parse<T>
  ): StoredFile<T> => ({
    read: async () => {
      const read = await files.read(BUCKET, path)

      if (read.kind !== 'found') return read

      const content = parseFile(read.body, parse)

      return content
        ? { kind: 'found', content, etag: read.etag }
        : { kind: 'unavailable' }
    },
    write: (content, etag) =>
      files.write({ bucket: BUCKET, path, etag }, fileOf(content)),
    isSame: (one, other) => asStored(one, parse) === asStored(other, parse),
    remove: () => files.remove(BUCKET, path),
  })

  const numbered = (folder: string, name: string, shard: number) =>
    `${folder}/${name}/${String(shard).padStart(4, '0')}.json`

  return {
    index: () => file('index.json', indexShape),
    lane: () => file('lane.json', laneShape),
    manifest: (id) => file(`${id}/manifest.json`, manifestShape),
    control: (folder) => file(`${folder}/control.json`, controlShape),
    progress: (folder) => file(`${folder}/progress.json`, progressShape),
    input: (folder, shard) => file(numbered(folder, 'in', shard), inputShape),
    shard: (folder, shard) => file(numbered(folder, 'out', shard), shardShape),
  }
}

function parseFile<T>(body: unknown, parse: Parse<T>): T | undefined {
  return Object(body).version === VERSION ? parse(body) : undefined
}

/** Thousands of rows have mostly empty fields: they are not stored. */
function fileOf(content: object): unknown {
  return JSON.parse(
    JSON.stringify({ version: VERSION, ...content }, (_name, value: unknown) =>
      value === null || (Array.isArray(value) && value.length === 0)
        ? undefined
        : value
    )
  )
}

function asStored<T extends object>(content: T, parse: Parse<T>): string {
  return JSON.stringify(parse(fileOf(content)))
}
