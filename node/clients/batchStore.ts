import type {
  BatchControl,
  BatchInputRow,
  BatchManifest,
  BatchProgress,
  Shard,
} from '../domain/batch/batch'
import { LOST_INDEX } from '../domain/batch/batchIndex'
import type { BatchIndex, ListedBatch } from '../domain/batch/batchIndex'
import { newLane } from '../domain/lane/lane'
import type { FoundLane, Lane } from '../domain/lane/lane'
import {
  controlShape,
  foundLaneShape,
  indexPageShape,
  indexShape,
  inputShape,
  keptShard,
  laneShape,
  progressShape,
  shardShape,
} from './batchShapes'
import { manifestShape, salvagedManifest } from './manifestShape'
import { anything, record } from './shape'
import type { Parse } from './shape'
import { isRecord } from './untrusted'
import type { Files, FileWrite } from './vbaseFiles'

/** What a read of one file gave. `unreadable`: VBase has it, and it is not as this app writes it. `unavailable` says nothing about it. */
export type Stored<T> =
  | { kind: 'found'; content: T; etag: string | null }
  | { kind: 'missing' }
  | { kind: 'unreadable'; body: unknown; etag: string | null }
  | { kind: 'unavailable' }

/** One file. No call throws. */
export interface StoredFile<T> {
  read: () => Promise<Stored<T>>
  /** Writes over the content that `etag` names; null over whatever is there. */
  write: (content: T, etag: string | null) => Promise<FileWrite>
  /** Tells whether two contents are the same once they are stored. */
  isSame: (one: T, other: T) => boolean
  /** Deletes it; false when that is not certain. */
  remove: () => Promise<boolean>
}

/** Where batches are kept. */
export interface BatchStore {
  index: () => StoredFile<BatchIndex>
  /** Older batches, which wait for nothing. */
  indexPage: (name: string) => StoredFile<{ entries: ListedBatch[] }>
  lane: () => StoredFile<Lane>
  /** What was found in place of a lane, and when. */
  foundLane: () => StoredFile<FoundLane>
  /** The batch exists once this file does. */
  manifest: (id: string) => StoredFile<BatchManifest>
  control: (folder: string) => StoredFile<BatchControl>
  /** Keeps the content of a control that was written over although it could not be read. */
  foundControl: (folder: string) => StoredFile<{ body: unknown }>
  progress: (folder: string) => StoredFile<BatchProgress>
  /** The rows as the caller gave them, `SHARD_SIZE` a file. */
  input: (
    folder: string,
    shard: number
  ) => StoredFile<{ rows: BatchInputRow[] }>
  /** What became of these rows. */
  shard: (folder: string, shard: number) => StoredFile<Shard>
  /** Takes what can be understood from a manifest that cannot be as a whole. */
  salvaged: (id: string, body: unknown) => BatchManifest
  /** Lists the paths that begin with a prefix; null when VBase does not say, or there are too many. */
  paths: (prefix: string) => Promise<string[] | null>
  /** Lists the first of them, up to some thousands. */
  firstPaths: (prefix: string) => Promise<string[] | null>
  /** Deletes the file of a path; false when that is not certain. */
  removePath: (path: string) => Promise<boolean>
}

const BUCKET = 'batches'

/**
 * The form of the files that this version writes. It reads all earlier ones; each form has
 * its fixtures in node/clients/fixtures/. Form 2 names the workspace, renames two fields, and
 * tells the accepts that are due from the cancels. Form 3 counts the rows with warnings.
 * Form 4 names no open shards in the lane: rows claim their orders themselves. Form 5 has pages
 * of the index, says why a batch was set aside, and adds to a pace what tells a 429 of a limit
 * from one that comes whatever the rate is. Form 6 keeps of a sentence which one it is, and
 * what it names, says what a batch does to its orders, keeps of a row what the read before a
 * send promised, and sums that up for each shard.
 */
const FORM = 6
const READABLE_FORMS = [1, 2, 3, 4, 5, FORM]

/** The workspace whose batches these are, and where a file of another one is reported. */
export interface Workspace {
  name: string
  /** Called with the path of a file that another workspace wrote. */
  onForeignFile: (path: string) => void
}

/** What a file of another workspace is taken for. A promoted workspace brings its files along. */
type Foreign<T> = () => { kind: 'missing' } | { kind: 'found'; content: T }

/** What is special about one kind of file. */
interface Kind<T> {
  foreign?: Foreign<T>
  /** Makes of the content what is stored of it. */
  keep?: (content: T) => object
}

const MISSING = () => ({ kind: 'missing' } as const)

/** Opens the files of a workspace's batches in VBase. */
export function batchStore(
  files: Pick<Files, 'read' | 'write' | 'remove' | 'list' | 'listBeginning'>,
  workspace: Workspace
): BatchStore {
  const file = <T extends object>(
    path: string,
    parse: Parse<T>,
    { foreign = MISSING, keep = (content) => content }: Kind<T> = {}
  ): StoredFile<T> => ({
    read: async () => {
      const read = await files.read(BUCKET, path)

      if (read.kind !== 'found') return read

      const { etag } = read

      if (isForeign(read.body, workspace.name)) {
        workspace.onForeignFile(path)

        return { etag, ...foreign() }
      }

      const content = parseFile(read.body, parse)

      return content
        ? { kind: 'found', content, etag }
        : { kind: 'unreadable', body: read.body, etag }
    },
    write: (content, etag) =>
      files.write(
        { bucket: BUCKET, path, etag },
        fileOf(keep(content), workspace.name)
      ),
    isSame: (one, other) =>
      asStored(keep(one), parse) === asStored(keep(other), parse),
    remove: () => files.remove(BUCKET, path),
  })

  const numbered = (folder: string, name: string, shard: number) =>
    `${folder}/${name}/${String(shard).padStart(4, '0')}.json`

  return {
    index: () =>
      file('index.json', indexShape, {
        foreign: () => ({ kind: 'found', content: LOST_INDEX }),
      }),
    lane: () =>
      file('lane.json', laneShape, {
        foreign: () => ({ kind: 'found', content: newLane(Date.now()) }),
      }),
    indexPage: (name) => file(`index/${name}.json`, indexPageShape),
    foundLane: () => file('lane-found.json', foundLaneShape),
    manifest: (id) => file(`${id}/manifest.json`, manifestShape(id)),
    foundControl: (folder) =>
      file(`${folder}/control-found.json`, record({ body: anything })),
    salvaged: salvagedManifest,
    paths: (prefix) => files.list(BUCKET, prefix),
    firstPaths: (prefix) => files.listBeginning(BUCKET, prefix),
    removePath: (path) => files.remove(BUCKET, path),
    control: (folder) => file(`${folder}/control.json`, controlShape),
    progress: (folder) => file(`${folder}/progress.json`, progressShape),
    input: (folder, shard) => file(numbered(folder, 'in', shard), inputShape),
    shard: (folder, shard) =>
      file(numbered(folder, 'out', shard), shardShape, { keep: keptShard }),
  }
}

/** Form 1 did not name the workspace: its files count as one's own. */
function isForeign(body: unknown, workspace: string): boolean {
  const { workspace: writer = workspace } = Object(body) as {
    workspace?: unknown
  }

  // What no version has written is no workspace's.
  return typeof writer === 'string' && writer !== workspace
}

function parseFile<T>(body: unknown, parse: Parse<T>): T | undefined {
  return READABLE_FORMS.includes(Object(body).version) ? parse(body) : undefined
}

/** Makes the content of a file. */
function fileOf(content: object, workspace: string): unknown {
  return withoutEmpty({ version: FORM, workspace, ...content })
}

/** Leaves out empty fields: thousands of rows have mostly those. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (!isRecord(value)) return value

  const filled: Record<string, unknown> = {}

  for (const name of Object.keys(value)) {
    if (!isEmpty(value[name])) filled[name] = withoutEmpty(value[name])
  }

  return filled
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    (Array.isArray(value) && value.length === 0)
  )
}

function asStored<T>(content: object, parse: Parse<T>): string {
  return JSON.stringify(parse(fileOf(content, '')))
}
