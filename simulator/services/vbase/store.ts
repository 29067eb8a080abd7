import { createHash } from 'crypto'

import type { Clock } from '../../clock'
import { RecentChanges } from './recentChanges'
import type { View } from './recentChanges'

/** The content of a file and its headers. */
export interface FileContent {
  content: Buffer
  contentType: string
  /** The header `x-vtex-ttl`. It is only kept for inspection: no file expires here. */
  ttl: string | null
}

/** A file of one bucket. */
export interface StoredFile extends FileContent {
  bucket: string
  path: string
  /** A hash of the content: equal contents have equal hashes. */
  hash: string
  savedAtMs: number
}

/** One line of a list. */
export type ListedFile = Pick<StoredFile, 'path' | 'hash'>

/** The part of a bucket that one page of a list shows. */
export interface PageQuery {
  prefix: string
  /** The path that the page comes after. */
  after: string
  size: number
}

/** The files that the app keeps in VBase. */
export class VBaseStore {
  private files = new Map<string, StoredFile>()
  /** The keys of all files, sorted so that a list is fast: the app lists a bucket of thousands for each missing file. */
  private keys: string[] = []
  private readonly recent: RecentChanges

  constructor(private readonly clock: Clock, realNowMs = () => Date.now()) {
    this.recent = new RecentChanges(realNowMs)
  }

  public get(bucket: string, path: string): StoredFile | undefined {
    return this.files.get(keyOf(bucket, path))
  }

  /** Saves a file. `by` is the replica that saves it. */
  public put(
    bucket: string,
    path: string,
    { by = null, ...file }: FileContent & { by?: number | null }
  ): StoredFile {
    const stored = {
      ...file,
      bucket,
      path,
      hash: createHash('md5').update(file.content).digest('hex'),
      savedAtMs: this.clock.nowMs(),
    }

    const key = keyOf(bucket, path)
    const before = this.files.get(key)?.hash ?? null

    this.recent.add({ bucket, path, before, after: stored.hash, by })
    if (!this.files.has(key)) this.keys.splice(this.placeOf(key), 0, key)
    this.files.set(key, stored)

    return stored
  }

  public delete(bucket: string, path: string, by: number | null = null) {
    const key = keyOf(bucket, path)
    const before = this.files.get(key)?.hash

    if (before === undefined) return

    this.recent.add({ bucket, path, before, after: null, by })
    this.files.delete(key)
    this.keys.splice(this.placeOf(key), 1)
  }

  /** Lists the files of one bucket, or of all buckets, ordered by path. */
  public list(bucket?: string): StoredFile[] {
    return bucket === undefined
      ? this.keys.map((key) => this.file(key))
      : this.page(bucket, { prefix: '', after: '', size: Infinity })
  }

  /** Lists the first files of a bucket whose paths begin with a prefix and come after another path. */
  public page(
    bucket: string,
    { prefix, after, size }: PageQuery
  ): StoredFile[] {
    const begin = keyOf(bucket, prefix)
    const beyond = keyOf(bucket, after)
    const files: StoredFile[] = []
    let place = this.placeOf(begin > beyond ? begin : beyond)

    if (after !== '' && this.keys[place] === beyond) place += 1

    while (files.length < size && this.keys[place]?.startsWith(begin)) {
      files.push(this.file(this.keys[place]))
      place += 1
    }

    return files
  }

  /** Lists what `page` does, as a list that is behind shows it. */
  public pageSeen(bucket: string, query: PageQuery, view: View): ListedFile[] {
    const { prefix, after, size } = query
    const old = this.recent.shown(bucket, view)
    const current = this.page(bucket, { ...query, size: size + old.size })
    const seen: ListedFile[] = current.filter(({ path }) => !old.has(path))

    for (const [path, hash] of old) {
      if (hash !== null && path.startsWith(prefix) && path > after) {
        seen.push({ path, hash })
      }
    }

    return seen.sort(byPath).slice(0, size)
  }

  public clear() {
    this.recent.clear()
    this.files.clear()
    this.keys = []
  }

  private file(key: string): StoredFile {
    const file = this.files.get(key)

    if (!file) throw new Error(`VBaseStore has a key without a file: ${key}`)

    return file
  }

  /** Finds the index of a key among the sorted keys, or the index to insert it at. */
  private placeOf(key: string): number {
    let low = 0
    let high = this.keys.length

    while (low < high) {
      const middle = Math.floor((low + high) / 2)

      if (this.keys[middle] < key) low = middle + 1
      else high = middle
    }

    return low
  }
}

/** Sorts as the keys are sorted: by code units, in no language's order. */
function byPath(one: ListedFile, other: ListedFile): number {
  return one.path < other.path ? -1 : Number(one.path > other.path)
}

/** The entity tag of a file, quoted as HTTP requires. */
export function etagOf({ hash }: Pick<StoredFile, 'hash'>): string {
  return `"${hash}"`
}

/** Neither part can contain a line break, so no two files share a key. */
function keyOf(bucket: string, path: string): string {
  return `${bucket}\n${path}`
}
