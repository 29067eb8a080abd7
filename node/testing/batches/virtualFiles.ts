import type { FileRead, Files, FileWrite } from '../../clients/vbaseFiles'
import type { VirtualTime } from '../virtualTime'
import type { FileConditions } from './fileConditions'
import { ListedPaths } from './listedPaths'

/** The app gives a call to VBase up after this time. */
const TIMEOUT_MS = 2_000

/** A write that arrives twice does so within this time. */
const DOUBLED_WITHIN_MS = 5_000

interface Write {
  bucket: string
  path: string
  etag: string | null
  body: unknown
  owner: string
}

/** A file as it is stored. The app changes no content after a write, and copies what it takes of a read: both share it. */
interface StoredBody {
  body: unknown
  etag: number
}

/** A VBase in virtual time. Its files outlive every replica, and its calls may fail. */
export class VirtualFiles {
  /** The number of calls of each kind. */
  public readonly calls = { read: 0, write: 0, remove: 0, list: 0 }
  public readonly stored = new Map<string, StoredBody>()
  private readonly listed = new ListedPaths()
  private lastEtag = 0

  constructor(
    private readonly time: VirtualTime,
    private readonly random: () => number,
    private readonly conditions: FileConditions
  ) {}

  /**
   * Makes the files as one handler or call sees them.
   *
   * @param alive withholds answers from a dead handler
   * @param owner names the handler or call, for lists that show it its own files first
   */
  public seenBy(
    alive: <T>(answer: Promise<T>) => Promise<T>,
    owner = ''
  ): Files {
    return {
      read: (bucket, path) => alive(this.read(`${bucket}/${path}`)),
      readOnce: (bucket, path) => alive(this.readOnce(`${bucket}/${path}`)),
      readListed: (bucket, path) => alive(this.readListed(`${bucket}/${path}`)),
      list: (bucket, prefix) => alive(this.list(bucket, prefix, owner)),
      listBeginning: (bucket, prefix) =>
        alive(this.list(bucket, prefix, owner)),
      write: ({ bucket, path, etag }, body) =>
        alive(this.write({ bucket, path, etag, body, owner })),
      remove: (bucket, path) => alive(this.remove(bucket, path)),
    }
  }

  /** Puts a body in place of a stored file, as a hand or a fault outside the app would; undefined deletes the file. */
  public spoil(key: string, body: unknown) {
    const [bucket, ...names] = key.split('/')
    const path = names.join('/')

    if (body !== undefined) {
      if (!this.stored.has(key))
        this.listed.add(bucket, path, { atMs: this.time.nowMs, owner: '' })

      this.lastEtag += 1
      this.stored.set(key, { body, etag: this.lastEtag })
    } else if (this.stored.delete(key)) {
      this.listed.remove(bucket, path, this.time.nowMs)
    }
  }

  /** Waits while a request is on its way, or its answer. */
  private half(): Promise<void> {
    return this.time.wait((0.15 + 0.5 * this.random()) * this.conditions.fileMs)
  }

  private isFaulty(): boolean {
    return this.random() < this.conditions.faultyFiles
  }

  /** Waits until the caller, who asked at a time, hears of a fault: at once, or when it gives up. */
  private async hearOfFault<T>(askedMs: number, answer: T): Promise<T> {
    const leftMs = Math.max(0, askedMs + TIMEOUT_MS - this.time.nowMs)

    if (this.random() < 0.5) await this.time.wait(leftMs)

    return answer
  }

  private async read(key: string): Promise<FileRead> {
    const file = await this.readOnce(key)
    const isWrong = file.kind === 'missing' && this.stored.has(key)

    return isWrong && this.conditions.checksMissing
      ? { kind: 'unavailable' }
      : file
  }

  private async readListed(key: string): Promise<FileRead> {
    const first = await this.readOnce(key)

    if (first.kind !== 'missing') return first
    if (!this.conditions.checksMissing) return first

    const again = await this.readOnce(key)

    return again.kind === 'missing' ? { kind: 'unavailable' } : again
  }

  private async readOnce(key: string): Promise<FileRead> {
    const askedMs = this.time.nowMs

    this.calls.read += 1
    await this.half()

    const file = this.stored.get(key)
    const isHidden = this.random() < this.conditions.wrongMissing

    await this.half()

    if (this.isFaulty())
      return this.hearOfFault(askedMs, { kind: 'unavailable' })

    return file && !isHidden
      ? {
          kind: 'found',
          body: file.body,
          etag: String(file.etag),
        }
      : { kind: 'missing' }
  }

  /** Lists page by page; each page is as old as it happens to be. */
  private async list(
    bucket: string,
    prefix: string,
    owner: string
  ): Promise<string[] | null> {
    const { listLagMs, listPage, listsShowOwnFirst } = this.conditions
    const paths: string[] = []

    for (;;) {
      const askedMs = this.time.nowMs

      this.calls.list += 1
      // Each page names the next one.
      // eslint-disable-next-line no-await-in-loop
      await this.half()

      const page = this.listed.page(bucket, {
        prefix,
        after: paths[paths.length - 1] ?? '',
        atMs: this.time.nowMs - this.random() * listLagMs,
        ownOf: listsShowOwnFirst ? owner : null,
        size: listPage,
      })

      // eslint-disable-next-line no-await-in-loop
      await this.half()
      if (this.isFaulty()) return this.hearOfFault(askedMs, null)

      paths.push(...page)
      if (page.length < listPage) return paths
    }
  }

  private async write(write: Write): Promise<FileWrite> {
    const { latePuts, latePutMs, doubledPuts } = this.conditions
    const askedMs = this.time.nowMs
    const isOfJournal = write.bucket.startsWith('journal-')

    this.calls.write += 1

    if (isOfJournal && this.random() < latePuts) {
      this.storeAfter(TIMEOUT_MS + this.random() * latePutMs, write)
      await this.time.wait(TIMEOUT_MS)

      return 'unavailable'
    }

    await this.half()

    const isFaulty = this.isFaulty()

    if (isFaulty && this.random() < 0.5)
      return this.hearOfFault(askedMs, 'unavailable')

    const result = this.store(write)

    if (isOfJournal && this.random() < doubledPuts) {
      this.storeAfter(this.random() * DOUBLED_WITHIN_MS, write)
    }

    await this.half()

    return isFaulty ? this.hearOfFault(askedMs, 'unavailable') : result
  }

  private storeAfter(ms: number, write: Write) {
    void this.time.wait(ms).then(() => this.store(write))
  }

  private store({ bucket, path, etag, body, owner }: Write): FileWrite {
    const key = `${bucket}/${path}`
    const file = this.stored.get(key)
    const isStale = etag !== null && etag !== String(file?.etag)

    // VBase has no "create only if missing".
    if (isStale && !this.conditions.ignoresEtags) return 'stale'
    if (!file) this.listed.add(bucket, path, { atMs: this.time.nowMs, owner })

    this.lastEtag += 1
    this.stored.set(key, { body, etag: this.lastEtag })

    return 'written'
  }

  private async remove(bucket: string, path: string): Promise<boolean> {
    const askedMs = this.time.nowMs

    this.calls.remove += 1
    await this.half()

    const isFaulty = this.isFaulty()

    if (isFaulty && this.random() < 0.5) return this.hearOfFault(askedMs, false)

    if (this.stored.delete(`${bucket}/${path}`)) {
      this.listed.remove(bucket, path, this.time.nowMs)
    }

    await this.half()

    return isFaulty ? this.hearOfFault(askedMs, false) : true
  }
}
