import { createHash } from 'crypto'

import type { Clock } from '../clock'

/** What is put in a file. */
export interface FileContent {
  content: Buffer
  contentType: string
  /** The header `x-vtex-ttl`: kept to be seen, no file expires here. */
  ttl: string | null
}

/** A file of one bucket. */
export interface StoredFile extends FileContent {
  bucket: string
  path: string
  /** A hash of the content, so the same content has the same one again. */
  hash: string
  savedAtMs: number
}

/** The files that the app keeps in VBase. */
export class VBaseStore {
  private files = new Map<string, StoredFile>()

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

    this.files.set(keyOf(bucket, path), stored)

    return stored
  }

  public delete(bucket: string, path: string) {
    this.files.delete(keyOf(bucket, path))
  }

  /** The files of one bucket, or all of them, in the order of their paths. */
  public list(bucket?: string): StoredFile[] {
    return [...this.files.values()]
      .filter((file) => bucket === undefined || file.bucket === bucket)
      .sort((a, b) =>
        keyOf(a.bucket, a.path) < keyOf(b.bucket, b.path) ? -1 : 1
      )
  }

  public clear() {
    this.files.clear()
  }
}

/** The entity tag of a file, quoted as HTTP wants it. */
export function etagOf({ hash }: Pick<StoredFile, 'hash'>): string {
  return `"${hash}"`
}

/** Neither part can hold a line break, so no two files share a key. */
function keyOf(bucket: string, path: string): string {
  return `${bucket}\n${path}`
}
