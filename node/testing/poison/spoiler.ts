import { withPage } from '../../domain/batch/batchIndex'
import type { VirtualPlatform } from '../batches/virtualPlatform'
import { TARGETS } from './targets'
import { spoilt, WAYS } from './ways'

/** One file that was spoilt. */
export interface Spoiled {
  key: string
  way: string
  atMs: number
}

/** What a seed does to which kind of file, and when. */
export interface Plan {
  target: string
  way: string
  atMs: number
  /** The workers die at the same moment, so that none writes again what it has in memory. */
  kills: boolean
  /** After how long the same file is spoilt once more; null for never. */
  againMs: number | null
}

/** How often the spoiler looks whether the file is there. */
const LOOK_EVERY_MS = 500

/** The page of the index that a test makes. */
const PAGE = 'moved'

/** The files of one seed are spoilt within this time. */
const WITHIN_MS = 70_000

type Prepare = (
  platform: VirtualPlatform,
  isOver: () => boolean
) => Promise<void>

/** What must happen first, so that there is a file of a kind. */
const PREPARATIONS: Record<string, Prepare> = {
  'lane-found': async (platform, isOver) => {
    const lane = await keyOf(platform, 'lane', isOver)

    if (lane !== null) spoilOne(platform, lane, 'is cut off')
  },
  'index page': async (platform, isOver) => {
    // eslint-disable-next-line no-await-in-loop
    while (!isOver() && !(await moveToPage(platform)))
      // eslint-disable-next-line no-await-in-loop
      await platform.time.wait(LOOK_EVERY_MS)
  },
}

/** Moves the batches that wait for nothing to a page of the index, as an index does that has too many; false where there are none. */
async function moveToPage(platform: VirtualPlatform): Promise<boolean> {
  const { store } = platform.callerPorts()
  const index = await store.index().read()

  if (index.kind !== 'found') return false

  const idle = index.content.entries.filter(
    ({ waitingSinceMs }) => waitingSinceMs === null
  )

  if (idle.length === 0) return false

  await store.indexPage(PAGE).write({ entries: idle }, null)

  return (
    (await store
      .index()
      .write(withPage(index.content, PAGE, idle), index.etag)) === 'written'
  )
}

export function planOf(random: () => number): Plan {
  const one = (names: string[]) => names[Math.floor(random() * names.length)]

  return {
    target: one(Object.keys(TARGETS)),
    way: one(Object.keys(WAYS)),
    atMs: random() * WITHIN_MS,
    kills: random() < 0.35,
    againMs: random() < 0.2 ? 1_000 + random() * 40_000 : null,
  }
}

/** Spoils a file as planned, once there is one of its kind; null where there never is. */
export async function spoil(
  platform: VirtualPlatform,
  { target, way, atMs, kills, againMs }: Plan,
  isOver: () => boolean
): Promise<Spoiled | null> {
  await platform.time.wait(atMs)

  await PREPARATIONS[target]?.(platform, isOver)

  const key = await keyOf(platform, target, isOver)

  if (key === null) return null

  const spoiled = spoilOne(platform, key, way)

  if (kills) platform.killHandlers()

  if (againMs !== null) {
    void platform.time.wait(againMs).then(() => spoilOne(platform, key, way))
  }

  return spoiled
}

function spoilOne(
  { files, time, random, epochMs }: VirtualPlatform,
  key: string,
  way: string
): Spoiled {
  const body = files.stored.get(key)?.body

  if (body !== undefined)
    files.spoil(key, spoilt(way, { body, random, epochMs: epochMs() }))

  return { key, way, atMs: time.nowMs }
}

/** Waits until a file of a kind is stored, and chooses one. */
async function keyOf(
  { files, time, random }: VirtualPlatform,
  target: string,
  isOver: () => boolean
): Promise<string | null> {
  for (;;) {
    const keys = [...files.stored.keys()].filter((key) =>
      TARGETS[target].test(key)
    )

    if (keys.length > 0) return keys[Math.floor(random() * keys.length)]
    if (isOver()) return null

    // eslint-disable-next-line no-await-in-loop
    await time.wait(LOOK_EVERY_MS)
  }
}
