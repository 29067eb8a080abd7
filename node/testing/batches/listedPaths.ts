/** A file that came into a bucket, or left it. */
interface Change {
  atMs: number
  path: string
  owner: string
  isThere: boolean
}

/** What a page of a list asks for. */
interface Page {
  prefix: string
  /** The last path of the page before; empty for the first page. */
  after: string
  /** The page shows the bucket as it was then. */
  atMs: number
  /** The owner whose files the page shows as they are now; null for none. */
  ownOf: string | null
  size: number
}

/** The paths of each bucket, as they were at any time. */
export class ListedPaths {
  private readonly changes = new Map<string, Change[]>()

  public add(
    bucket: string,
    path: string,
    { atMs, owner }: Pick<Change, 'atMs' | 'owner'>
  ) {
    this.changesOf(bucket).push({ atMs, path, owner, isThere: true })
  }

  public remove(bucket: string, path: string, atMs: number) {
    this.changesOf(bucket).push({ atMs, path, owner: '', isThere: false })
  }

  public page(
    bucket: string,
    { prefix, after, atMs, ownOf, size }: Page
  ): string[] {
    const paths = new Set<string>()

    this.changesOf(bucket)
      .filter(({ path }) => path.startsWith(prefix))
      .filter((change) => change.atMs <= atMs || change.owner === ownOf)
      .forEach(({ path, isThere }) => paths[isThere ? 'add' : 'delete'](path))

    return [...paths]
      .filter((path) => path > after)
      .sort((one, other) => (one < other ? -1 : 1))
      .slice(0, size)
  }

  private changesOf(bucket: string): Change[] {
    const known = this.changes.get(bucket) ?? []

    this.changes.set(bucket, known)

    return known
  }
}
