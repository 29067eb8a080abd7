import type {
  BatchControl,
  BatchInputRow,
  BatchManifest,
  BatchProgress,
  Shard,
} from '../domain/batch/batch'
import { NEW_INDEX } from '../domain/batch/batchIndex'
import type { BatchIndex } from '../domain/batch/batchIndex'
import { NEW_LANE } from '../domain/lane/lane'
import type { Lane } from '../domain/lane/lane'
import {
  controlShape,
  indexShape,
  inputShape,
  keptShard,
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
  /** Tells whether two contents are the same once they are stored. */
  isSame: (one: T, other: T) => boolean
  /** Deletes it; false when that is not certain. */
  remove: () => Promise<boolean>
}

/** Where batches are kept. */
export interface BatchStore {
  index: () => StoredFile<BatchIndex>
  lane: () => StoredFile<Lane>
  /** The batch exists once this file does. */
  manifest: (id: string) => StoredFile<BatchManifest>
  control: (folder: string) => StoredFile<BatchControl>
  progress: (folder: string) => StoredFile<BatchProgress>
  /** The rows as the caller gave them, `SHARD_SIZE` a file. */
  input: (
    folder: string,
    shard: number
  ) => StoredFile<{ rows: BatchInputRow[] }>
  /** What became of these rows. */
  shard: (folder: string, shard: number) => StoredFile<Shard>
}

const BUCKET = 'batches'

/**
 * The form of the files that this version writes. It reads all earlier ones; each form has
 * its fixtures in node/clients/fixtures/. Form 2 names the workspace, renames two fields, and
 * tells the accepts that are due from the cancels. Form 3 counts the rows with warnings.
 * Form 4 names no open shards in the lane: rows claim their orders themselves. Form 5 keeps
 * of a sentence which one it is, and what it names.
 */
const FORM = 5
const READABLE_FORMS = [1, 2, 3, 4, FORM]

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
  files: Pick<Files, 'read' | 'write' | 'remove'>,
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
        : { kind: 'unavailable' }
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
        foreign: () => ({ kind: 'found', content: NEW_INDEX }),
      }),
    lane: () =>
      file('lane.json', laneShape, {
        foreign: () => ({
          kind: 'found',
          content: { ...NEW_LANE, epoch: epochSeconds() },
        }),
      }),
    manifest: (id) => file(`${id}/manifest.json`, manifestShape),
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

  return writer !== workspace
}

/** An epoch above that of every shard this workspace has opened: owners change less than once a second. */
function epochSeconds(): number {
  return Math.floor(Date.now() / 1_000)
}

function parseFile<T>(body: unknown, parse: Parse<T>): T | undefined {
  return READABLE_FORMS.includes(Object(body).version) ? parse(body) : undefined
}

/** Leaves out empty fields: thousands of rows have mostly those. */
function fileOf(content: object, workspace: string): unknown {
  return JSON.parse(
    JSON.stringify(
      { version: FORM, workspace, ...content },
      (_name, value: unknown) =>
        value === null || (Array.isArray(value) && value.length === 0)
          ? undefined
          : value
    )
  )
}

function asStored<T>(content: object, parse: Parse<T>): string {
  return JSON.stringify(parse(fileOf(content, '')))
}
