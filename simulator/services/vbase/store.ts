import { createHash } from 'crypto'

import type { Clock } from '../../clock'

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

/** The files that the app keeps in VBase. */
export class VBaseStore {
  private files = new Map<string, StoredFile>()
  /** The keys of all files, sorted so that a list is fast: the app lists a bucket of thousands for each missing file. */
  private keys: string[] = []

  constructor(private readonly clock: Clock) {}

  public get(bucket: string, path: string): StoredFile | undefined {
    return this.files.get(keyOf(bucket, path))
  }

  public put(bucket: string, path: string, file: FileContent): StoredFile {
    const stored = {
      ...file,
      bucket,
      path,
      hash: createHash('md5').update(file.content).digest('hex'),
      savedAtMs: this.clock.nowMs(),
    }

    const key = keyOf(bucket, path)

    if (!this.files.has(key)) this.keys.splice(this.placeOf(key), 0, key)
    this.files.set(key, stored)

    return stored
  }

  public delete(bucket: string, path: string) {
    const key = keyOf(bucket, path)

    if (this.files.delete(key)) this.keys.splice(this.placeOf(key), 1)
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
    { prefix, after, size }: { prefix: string; after: string; size: number }
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

  public clear() {
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

/** The entity tag of a file, quoted as HTTP requires. */
export function etagOf({ hash }: Pick<StoredFile, 'hash'>): string {
  return `"${hash}"`
}

/** Neither part can contain a line break, so no two files share a key. */
function keyOf(bucket: string, path: string): string {
  return `${bucket}\n${path}`
}
