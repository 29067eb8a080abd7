import { SHARD_SIZE } from '../../domain/batch'
import type { BatchInputRow, BatchManifest } from '../../domain/batch'
import { NEW_CONTROL } from '../../domain/batchControl'
import { refusedInput, rowsOf } from '../../domain/batchInput'
import type { BatchInput } from '../../domain/batchInput'
import { newShard, summaryOf } from '../../domain/batchProgress'
import { batchRefusal } from '../../domain/batchRefusal'
import { NEW_LANE } from '../../domain/lease'
import type { StoredFile } from '../../clients/batchStore'
import { refuse, STORAGE_UNAVAILABLE } from './answer'
import type { BatchAnswer } from './answer'
import { readExisting } from './change'
import { refusedGrant } from './grants'
import type { CallerPorts } from './ports'
import { enqueue } from './queue'
import { readBatch } from './readBatch'

/** So many files are written at once. */
const WRITES_AT_ONCE = 20
const WRITE_ATTEMPTS = 3

/**
 * How long after it was written the manifest is read back. VBase cannot "create only if
 * missing": of two calls with the same key at the same time the later one stands, and
 * both answer with it.
 */
const READ_BACK_MS = 1_000

/** Creates a batch, or finds the one that was created with the same key and the same input. */
export async function createBatch(
  ports: CallerPorts,
  input: BatchInput
): Promise<BatchAnswer> {
  const refused = refusedInput(input)

  if (refused) return refuse(refused)

  const createdBy = await ports.caller()
  const ungranted = await refusedGrant(ports, [createdBy])

  if (ungranted) return refuse(ungranted)

  const id = ports.hash(`${ports.account}\n${input.idempotencyKey.trim()}`)
  const inputHash = ports.hash(JSON.stringify(canonical(input)))
  const existing = await ports.store.manifest(id).read()

  switch (existing.kind) {
    case 'found':
      return answerFor(ports, existing.content, inputHash)

    case 'unavailable':
      return STORAGE_UNAVAILABLE

    case 'missing':
      return write(ports, input, {
        id,
        inputHash,
        // Ungranted when nobody is named.
        createdBy: createdBy ?? '',
      })
  }
}

/** The same key stands for one batch only. */
function answerFor(
  ports: CallerPorts,
  manifest: BatchManifest,
  inputHash: string
): Promise<BatchAnswer> | BatchAnswer {
  return manifest.inputHash === inputHash
    ? readBatch(ports, manifest.id)
    : refuse(batchRefusal('CONFLICT', {}, manifest.id))
}

/** The input in one order of its fields. */
function canonical(input: BatchInput): unknown[] {
  return [
    input.name,
    input.reason,
    input.requestedByUser,
    input.checkFirst,
    input.acceptOwnRequests,
    input.maxRefusals,
    input.maxPerMinute,
    input.orders.map(({ orderId, reason }) => [orderId, reason]),
  ]
}

async function write(
  ports: CallerPorts,
  input: BatchInput,
  identity: Pick<BatchManifest, 'id' | 'inputHash' | 'createdBy'>
): Promise<BatchAnswer> {
  const { idempotencyKey: _key, orders: _orders, ...options } = input
  const rows = rowsOf(input)
  const shards = shardsOf(rows)
  const manifest: BatchManifest = {
    ...options,
    ...identity,
    folder: `${identity.id}/${ports.newId()}`,
    total: rows.length,
    shardCount: shards.length,
    createdAtMs: ports.epochMs(),
  }

  const isWritten = await writeFiles(ports, manifest, shards)

  return isWritten ? commit(ports, manifest) : STORAGE_UNAVAILABLE
}

function shardsOf(rows: BatchInputRow[]): BatchInputRow[][] {
  const count = Math.ceil(rows.length / SHARD_SIZE)

  return Array.from({ length: count }, (_, shard) =>
    rows.slice(shard * SHARD_SIZE, (shard + 1) * SHARD_SIZE)
  )
}

/** Everything but the manifest: until that is written there is no batch. */
async function writeFiles(
  ports: CallerPorts,
  manifest: BatchManifest,
  shards: BatchInputRow[][]
): Promise<boolean> {
  const { store } = ports
  const { folder } = manifest
  const states = shards.map(newShard)
  const progress = {
    generation: 0,
    finishedAtMs: null,
    shards: states.map((shard) => summaryOf(shard, manifest)),
  }

  return inTurns([
    ...shards.map(
      (rows, number) => () => put(store.input(folder, number), { rows })
    ),
    ...states.map(
      (shard, number) => () => put(store.shard(folder, number), shard)
    ),
    () => put(store.control(folder), NEW_CONTROL),
    () => put(store.progress(folder), progress),
    () => ensure(store.lane(), NEW_LANE),
    () => ensure(store.index(), { entries: [] }),
  ])
}

/** Does all of it, some at a time; false as soon as one fails. */
async function inTurns(
  writes: Array<() => Promise<boolean>>
): Promise<boolean> {
  const waiting = [...writes]
  let isWell = true

  const worker = async () => {
    for (let next = waiting.shift(); next && isWell; next = waiting.shift()) {
      // eslint-disable-next-line no-await-in-loop
      isWell = (await next()) && isWell
    }
  }

  await Promise.all(Array.from({ length: WRITES_AT_ONCE }, worker))

  return isWell
}

/** Writes a file that nobody else knows of yet. */
async function put<T>(file: StoredFile<T>, content: T): Promise<boolean> {
  for (let attempt = 0; attempt < WRITE_ATTEMPTS; attempt += 1) {
    // eslint-disable-next-line no-await-in-loop
    if ((await file.write(content, null)) === 'written') return true
  }

  return false
}

/** Makes a file that all batches share, where it is missing: on the first batch of all. */
async function ensure<T>(file: StoredFile<T>, content: T): Promise<boolean> {
  const read = await file.read()

  switch (read.kind) {
    case 'found':
      return true

    case 'missing':
      return put(file, content)

    case 'unavailable':
      return false
  }
}

/** With its manifest the batch begins to exist. */
async function commit(
  ports: CallerPorts,
  manifest: BatchManifest
): Promise<BatchAnswer> {
  const file = ports.store.manifest(manifest.id)
  const before = await file.read()

  if (before.kind === 'unavailable') return STORAGE_UNAVAILABLE
  if (before.kind === 'missing') await file.write(manifest, null)

  await ports.sleep(READ_BACK_MS)

  const back = await readExisting(ports, file)

  if (!back) return STORAGE_UNAVAILABLE

  const isQueued = await enqueue(ports, back.content)

  if (!isQueued) return STORAGE_UNAVAILABLE
  await ports.wake()

  return answerFor(ports, back.content, manifest.inputHash)
}
