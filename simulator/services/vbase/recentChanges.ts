/** The longest time that a list can be behind. Older changes are forgotten. */
export const LONGEST_LAG_MS = 60_000

/** A save or deletion of one file. A hash is null if there is no file. */
interface Change {
  bucket: string
  path: string
  before: string | null
  after: string | null
  /** The replica that made the change; null if another client, such as a test, made it. */
  by: number | null
}

/** How far a list is behind, and the replica whose own changes it shows at once; null if there is none. */
export interface View {
  ageMs: number
  own: number | null
}

/**
 * The changes of the last minute, from which an older list can be restored. They carry the
 * machine's time: replicas race in real time, while a test's platform clock stands still.
 */
export class RecentChanges {
  private changes: Array<Change & { atMs: number }> = []

  constructor(private readonly realNowMs: () => number) {}

  public add(change: Change) {
    const atMs = this.realNowMs()

    while (this.changes[0]?.atMs < atMs - LONGEST_LAG_MS) this.changes.shift()

    this.changes.push({ ...change, atMs })
  }

  public clear() {
    this.changes = []
  }

  /** Returns what a list shows of each path that it is behind on: a hash, or null for no file. */
  public shown(bucket: string, { ageMs, own }: View) {
    const untilMs = this.realNowMs() - ageMs
    const shown = new Map<string, string | null>()

    const isSeen = ({ atMs }: { atMs: number }) => atMs <= untilMs
    const unseen = this.changes
      .slice(this.changes.findLastIndex(isSeen) + 1)
      .filter((change) => change.bucket === bucket)

    for (const { path, before, after, by } of unseen) {
      if (!shown.has(path)) shown.set(path, before)
      if (own !== null && by === own) shown.set(path, after)
    }

    return shown
  }
}
