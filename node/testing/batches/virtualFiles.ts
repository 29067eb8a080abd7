import type { Files } from '../../clients/vbaseFiles'
import type { VirtualTime } from '../virtualTime'
import type { BatchConditions } from './conditions'

/** A VBase in virtual time. Its files outlive every replica, and its calls may fail. */
export class VirtualFiles {
  /** The number of calls of each kind. */
  public readonly calls = { read: 0, write: 0, remove: 0 }
  public readonly stored = new Map<string, { body: string; etag: number }>()
  private lastEtag = 0

  constructor(
    private readonly time: VirtualTime,
    private readonly random: () => number,
    private readonly conditions: BatchConditions
  ) {}

  /** Makes the files as one handler sees them; `alive` withholds answers from a dead handler. */
  public seenBy(alive: <T>(answer: Promise<T>) => Promise<T>): Files {
    return {
      read: (bucket, path) => alive(this.read(`${bucket}/${path}`)),
      write: ({ bucket, path, etag }, body) =>
        alive(this.write(`${bucket}/${path}`, etag, body)),
      remove: (bucket, path) => alive(this.remove(`${bucket}/${path}`)),
    }
  }

  private latency(): Promise<void> {
    return this.time.wait((0.3 + this.random()) * this.conditions.fileMs)
  }

  private async read(key: string): ReturnType<Files['read']> {
    const { faultyFiles, wrongMissing, checksMissing } = this.conditions

    this.calls.read += 1
    await this.latency()

    if (this.random() < faultyFiles) return { kind: 'unavailable' }

    const file = this.stored.get(key)

    if (!file) return { kind: 'missing' }
    if (this.random() < wrongMissing) {
      return { kind: checksMissing ? 'unavailable' : 'missing' }
    }

    return {
      kind: 'found',
      body: JSON.parse(file.body),
      etag: String(file.etag),
    }
  }

  private async write(
    key: string,
    etag: string | null,
    body: unknown
  ): ReturnType<Files['write']> {
    const { faultyFiles, ignoresEtags } = this.conditions
    const text = JSON.stringify(body)

    this.calls.write += 1
    await this.latency()

    const isFaulty = this.random() < faultyFiles

    if (isFaulty && this.random() < 0.5) return 'unavailable'

    const file = this.stored.get(key)

    // VBase has no "create only if missing".
    if (etag !== null && !ignoresEtags && etag !== String(file?.etag)) {
      return 'stale'
    }

    this.lastEtag += 1
    this.stored.set(key, { body: text, etag: this.lastEtag })

    return isFaulty ? 'unavailable' : 'written'
  }

  private async remove(key: string): Promise<boolean> {
    this.calls.remove += 1
    await this.latency()

    if (this.random() < this.conditions.faultyFiles) return false
    this.stored.delete(key)

    return true
  }
}
