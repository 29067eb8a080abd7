import { CacheType, InfraClient } from '@vtex/api'
import type { InstanceOptions, IOContext, RequestConfig } from '@vtex/api'

import { fieldOf, isRecord, textOrNull } from './untrusted'
import { untraced } from './untraced'
import { settle } from './upstreamReply'

/** Longest wait for one answer of VBase. */
const TIMEOUT_MS = 2_000

/** The largest file that is read: this app writes none larger. */
const MAX_FILE_BYTES = 2 * 1024 * 1024

/** The page of a list, and the most pages that are read: a list that goes on is no list of this app's. */
const PAGE_SIZE = 100
const MAX_PAGES = 50

/** Where a page of a list begins. */
interface Page {
  prefix: string
  /** From the page before; empty for the first one. */
  next: string
}

/** What a read of one file gave. Only `found` and `missing` say anything about it. */
export type FileRead =
  | { kind: 'found'; body: unknown; etag: string | null }
  | { kind: 'missing' }
  | { kind: 'unavailable' }

/** What a write gave. `stale`: another call has written since. `unavailable`: it may have been written or not. */
export type FileWrite = 'written' | 'stale' | 'unavailable'

/** Where files are kept. No call throws. */
export interface Files {
  /** Reads a JSON file. */
  read: (bucket: string, path: string) => Promise<FileRead>
  /** Reads a JSON file without a look into the list: `missing` is what VBase says, and may be wrong. */
  readOnce: (bucket: string, path: string) => Promise<FileRead>
  /** Reads a JSON file that a list has shown: a 404 is wrong, and never `missing`. */
  readListed: (bucket: string, path: string) => Promise<FileRead>
  /** Lists the paths of all files that begin with a prefix; null when VBase does not say. */
  list: (bucket: string, prefix: string) => Promise<string[] | null>
  /** Lists the paths as `list` does, of too many the first ones. */
  listBeginning: (bucket: string, prefix: string) => Promise<string[] | null>
  /** Writes a JSON file; with an etag only over the content that it names. */
  write: (
    file: { bucket: string; path: string; etag: string | null },
    body: unknown
  ) => Promise<FileWrite>
  /** Deletes a file; false when that is not certain. A missing file counts as deleted. */
  remove: (bucket: string, path: string) => Promise<boolean>
}

/**
 * The files of this app in VBase, VTEX's storage of an account and workspace.
 *
 * Not the VBase client of `@vtex/api`: that one answers reads from memory, and lets
 * a read join another that began before one's own write. Here each read is one.
 */
export class VBaseFiles extends InfraClient implements Files {
  constructor(context: IOContext, options?: InstanceOptions) {
    super('vbase@2.x', untraced(context), { ...options, retries: 0 })
  }

  /**
   * Reads a JSON file. VBase may answer 404 for a file that it has, so `missing` means
   * that its list lacks it, too. A file that is listed may have come since: it is read
   * once more.
   */
  public async read(bucket: string, path: string): Promise<FileRead> {
    const read = await this.readOnce(bucket, path)

    if (read.kind !== 'missing') return read

    switch (await this.isListed(bucket, path)) {
      case false:
        return read

      case true:
        return orUnavailable(await this.readOnce(bucket, path))

      default:
        return { kind: 'unavailable' }
    }
  }

  public async readListed(bucket: string, path: string): Promise<FileRead> {
    const read = await this.readOnce(bucket, path)

    return read.kind === 'missing'
      ? orUnavailable(await this.readOnce(bucket, path))
      : read
  }

  /** Lists a prefix. A bucket that was never written to may answer 404, which is asked for twice: a 404 may be wrong. */
  public async list(bucket: string, prefix: string): Promise<string[] | null> {
    const listed = await this.pages(bucket, prefix)

    return listed?.isWhole ? listed.paths : null
  }

  public async listBeginning(
    bucket: string,
    prefix: string
  ): Promise<string[] | null> {
    return (await this.pages(bucket, prefix))?.paths ?? null
  }

  private async pages(
    bucket: string,
    prefix: string
  ): Promise<{ paths: string[]; isWhole: boolean } | null> {
    const paths: string[] = []
    let next = ''

    for (let page = 0; page < MAX_PAGES; page += 1) {
      // Each page names the next one.
      // eslint-disable-next-line no-await-in-loop
      const listed = await this.firstOrNextPage(bucket, { prefix, next })

      if (listed === 'missing')
        return paths.length === 0 ? { paths, isWhole: true } : null
      if (!listed) return null

      paths.push(...listed.paths)
      next = listed.next
      if (next === '') return { paths, isWhole: true }
    }

    return { paths, isWhole: false }
  }

  private async firstOrNextPage(bucket: string, from: Page) {
    const page = await this.page(bucket, from)

    return page === 'missing' ? this.page(bucket, from) : page
  }

  public async write(
    file: { bucket: string; path: string; etag: string | null },
    body: unknown
  ): Promise<FileWrite> {
    const { bucket, path, etag } = file
    const condition: Record<string, string> =
      etag === null ? {} : { 'If-Match': etag }

    const reply = await settle(
      this.http.putRaw(
        route(bucket, path),
        body,
        requestConfig('vbase-write', {
          'Content-Type': 'application/json',
          ...condition,
        })
      )
    )

    if (reply.kind !== 'answered') return 'unavailable'
    // VTEX does not document which of the two a stale etag gives.
    if (reply.status === 412 || reply.status === 409) return 'stale'

    return reply.status >= 200 && reply.status < 300 ? 'written' : 'unavailable'
  }

  public async remove(bucket: string, path: string): Promise<boolean> {
    const reply = await settle(
      this.http.delete(route(bucket, path), requestConfig('vbase-delete'))
    )

    return (
      reply.kind === 'answered' &&
      (reply.status === 404 || (reply.status >= 200 && reply.status < 300))
    )
  }

  public async readOnce(bucket: string, path: string): Promise<FileRead> {
    const reply = await settle(
      this.http.getRaw(route(bucket, path), requestConfig('vbase-read'))
    )

    // It is there, and no file of this app's.
    if (reply.kind === 'too-large')
      return { kind: 'found', body: null, etag: null }
    if (reply.kind !== 'answered') return { kind: 'unavailable' }
    if (reply.status === 404) return { kind: 'missing' }
    if (reply.status !== 200) return { kind: 'unavailable' }

    const { etag } = reply.headers

    return {
      kind: 'found',
      body: reply.body,
      etag: typeof etag === 'string' ? etag : null,
    }
  }

  /** Looks for a file in VBase's list; null when VBase does not say. */
  private async isListed(
    bucket: string,
    path: string
  ): Promise<boolean | null> {
    const listed = await this.page(bucket, { prefix: path, next: '' })

    return typeof listed === 'object' && listed
      ? listed.paths.includes(path)
      : null
  }

  private async page(bucket: string, { prefix, next }: Page) {
    const reply = await settle(
      this.http.getRaw(route(bucket, ''), {
        ...requestConfig('vbase-list'),
        params: { prefix, limit: PAGE_SIZE, ...(next !== '' && { next }) },
      })
    )

    if (reply.kind !== 'answered') return null
    if (reply.status === 404) return 'missing'

    return reply.status === 200 ? parseList(reply.body) : null
  }
}

function orUnavailable(read: FileRead): FileRead {
  return read.kind === 'missing' ? { kind: 'unavailable' } : read
}

function parseList(body: unknown): { paths: string[]; next: string } | null {
  if (!isRecord(body) || !Array.isArray(body.data)) return null

  const paths = body.data.map((file: unknown) =>
    textOrNull(fieldOf(file, 'path'))
  )

  const known = paths.flatMap((path) => path ?? [])

  return known.length === paths.length
    ? { paths: known, next: textOrNull(body.next) ?? '' }
    : null
}

/** VBase keeps the files of an app under its name without the version. */
const [appName] = (process.env.VTEX_APP_ID ?? '').split('@')

function route(bucket: string, path: string): string {
  const files = `/buckets/${appName}/${bucket}/files`

  return path === '' ? files : `${files}/${path}`
}

function requestConfig(
  metric: string,
  headers: Record<string, string> = {}
): RequestConfig {
  return {
    metric,
    headers: { 'Cache-Control': 'no-cache', ...headers },
    timeout: TIMEOUT_MS,
    signal: AbortSignal.timeout(TIMEOUT_MS),
    cacheable: CacheType.None,
    maxContentLength: MAX_FILE_BYTES,
  }
}
