import { CacheType, InfraClient } from '@vtex/api'
import type { InstanceOptions, IOContext, RequestConfig } from '@vtex/api'

import { fieldOf, isRecord, list } from './untrusted'
import { untraced } from './untraced'
import { settle } from './upstreamReply'

/** Longest wait for one answer of VBase. */
const TIMEOUT_MS = 2_000

/** The largest file that is read: this app writes none larger. */
const MAX_FILE_BYTES = 2 * 1024 * 1024

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

      case true: {
        const again = await this.readOnce(bucket, path)

        return again.kind === 'missing' ? { kind: 'unavailable' } : again
      }

      default:
        return { kind: 'unavailable' }
    }
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

  private async readOnce(bucket: string, path: string): Promise<FileRead> {
    const reply = await settle(
      this.http.getRaw(route(bucket, path), requestConfig('vbase-read'))
    )

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
    const reply = await settle(
      this.http.getRaw(route(bucket, ''), {
        ...requestConfig('vbase-list'),
        params: { prefix: path, limit: 10 },
      })
    )

    return reply.kind === 'answered' &&
      reply.status === 200 &&
      isRecord(reply.body) &&
      Array.isArray(reply.body.data)
      ? list(reply.body.data).some((file) => fieldOf(file, 'path') === path)
      : null
  }
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
