import { readdirSync, readFileSync } from 'fs'
import { join } from 'path'

import { batchStore } from '../../clients/batchStore'
import type { BatchStore, StoredFile } from '../../clients/batchStore'

const FIXTURES = join(__dirname, '../../clients/fixtures')

/**
 * The forms in which versions wrote the files of a batch, each with the files of one running
 * batch. A version that changes the form adds a folder, and never edits one.
 */
export const FORMS = readdirSync(FIXTURES)

/** The form that this version writes. */
export const NEWEST = 'form-6'

/** The batch of all fixtures. */
const BATCH_ID = '9efda49f32cc846bca83eb71c43be643'

type Name =
  | 'index'
  | 'lane'
  | 'manifest'
  | 'control'
  | 'progress'
  | 'in'
  | 'out'
  | 'page'
  | 'found'

const FILES: Record<Name, (store: BatchStore) => StoredFile<object>> = {
  index: (store) => store.index() as StoredFile<object>,
  lane: (store) => store.lane() as StoredFile<object>,
  manifest: (store) => store.manifest(BATCH_ID) as StoredFile<object>,
  control: (store) => store.control('folder') as StoredFile<object>,
  progress: (store) => store.progress('folder') as StoredFile<object>,
  in: (store) => store.input('folder', 0) as StoredFile<object>,
  out: (store) => store.shard('folder', 0) as StoredFile<object>,
  page: (store) => store.indexPage('id-7') as StoredFile<object>,
  found: (store) => store.foundLane() as StoredFile<object>,
}

/** The names of the files in each form's folder. */
export const FILE_NAMES = readdirSync(join(FIXTURES, 'form-1'))

/** The same, and the files that only the newest form has. */
export const NEWEST_FILE_NAMES = readdirSync(join(FIXTURES, NEWEST))

export type Json = Record<string, unknown>

/** Reads a file as a version wrote it. */
export const fixture = (form: string, name: string): Json =>
  JSON.parse(readFileSync(join(FIXTURES, form, name), 'utf8'))

/** A VBase that holds one body, whichever file is asked for. */
export function holding(name: string, body: unknown, workspace = 'master') {
  const written: unknown[] = []
  const foreign: string[] = []
  const store = batchStore(
    {
      read: async () => ({ kind: 'found', body, etag: '"1"' }),
      write: async (_file, content) => {
        written.push(content)

        return 'written'
      },
      remove: async () => true,
      list: async () => null,
      listBeginning: async () => null,
    },
    { name: workspace, onForeignFile: (path) => foreign.push(path) }
  )

  const [kind] = name.replace('.json', '').split('-')

  return { file: FILES[kind as Name](store), written, foreign }
}
