import {
  isBehind,
  LOST_INDEX,
  newestFirst,
  withoutPage,
} from '../../domain/batch/batchIndex'
import type { BatchIndex, ListedBatch } from '../../domain/batch/batchIndex'
import { updateIndex } from './enqueue'
import type { BatchPorts } from './ports'

interface Asked {
  first: number
  /** The last batch of the page before. */
  after: ListedBatch | null
}

/** Takes one page of all batches, the newest first; null when VBase does not give it. Reads as few pages of the index as it needs. */
export async function listedPage(
  ports: BatchPorts,
  { first, after }: Asked
): Promise<{ batches: ListedBatch[]; hasMore: boolean } | null> {
  const index = await readIndex(ports)

  if (!index) return null

  const found = new Map<string, ListedBatch>()
  const add = (batches: ListedBatch[]) =>
    batches
      .filter((batch) => isBehind(batch, after))
      .forEach(({ id, createdAtMs }) => found.set(id, { id, createdAtMs }))

  add(index.entries)

  const pages = index.pages
    .filter((page) => page.oldestMs <= (after?.createdAtMs ?? Infinity))
    .sort((one, other) => other.newestMs - one.newestMs)

  for (const { name, newestMs } of pages) {
    const last = newestFirst([...found.values()])[first]

    if (last && last.createdAtMs > newestMs) break

    // Each page tells whether the next one is needed.
    // eslint-disable-next-line no-await-in-loop
    const entries = await readPage(ports, name)

    if (!entries) return null
    add(entries)
  }

  const batches = newestFirst([...found.values()])

  return { batches: batches.slice(0, first), hasMore: batches.length > first }
}

/** Reads the index. While it is not whole, a replica is woken, which looks through the folders: until then it lists what was found. */
async function readIndex(ports: BatchPorts): Promise<BatchIndex | null> {
  const index = await ports.store.index().read()

  switch (index.kind) {
    case 'found':
      if (index.content.rebuild.length > 0) await ports.wake()

      return index.content

    case 'missing': {
      const paths = await ports.store.firstPaths('')

      if (paths?.length === 0) return { ...LOST_INDEX, rebuild: [] }

      return paths && beginAnew(ports)
    }

    case 'unavailable':
      return null

    case 'unreadable':
      return beginAnew(ports)
  }
}

async function beginAnew(ports: BatchPorts): Promise<BatchIndex | null> {
  const anew = await updateIndex(ports, (latest) => latest)

  await ports.wake()

  return anew.kind === 'unavailable' ? null : anew.content
}

/** Reads a page of the index; null when VBase does not give it. A page that cannot be read is left out, and its batches are looked for in the folders. */
export async function readPage(
  ports: BatchPorts,
  name: string
): Promise<ListedBatch[] | null> {
  const page = await ports.store.indexPage(name).read()

  if (page.kind === 'found') return page.content.entries
  if (page.kind === 'unavailable') return null

  const updated = await updateIndex(ports, (index) => ({
    ...withoutPage(index, name),
    rebuild: LOST_INDEX.rebuild,
  }))

  return updated.kind === 'written' ? [] : null
}
