import { SHARD_SIZE } from '../../../domain/batch/batch'
import type { BatchInputRow, BatchManifest } from '../../../domain/batch/batch'
import {
  completed,
  refusedCount,
  refusedInput,
  rowsOf,
  spelled,
} from '../../../domain/batch/batchInput'
import type { BatchInput, GivenInput } from '../../../domain/batch/batchInput'
import { batchRefusal } from '../../../domain/batch/batchRefusal'
import { enqueue } from '../enqueue'
import type { CallerPorts } from '../ports'
import { readExisting } from '../updateFile'
import { refuse, STORAGE_UNAVAILABLE } from './batchAnswer'
import type { BatchAnswer } from './batchAnswer'
import { refusedGrant } from './grants'
import { readBatch } from './readBatch'
import { writeFiles } from './writeFiles'

/**
 * How long after it was written the manifest is read back. VBase cannot "create only if
 * missing": of two calls with the same key at the same time, the later write stands, and
 * both calls answer with it.
 */
const MANIFEST_READ_BACK_MS = 1_000

/** Answers for a key whose batch cannot be read: another one of the same key would hide what was sent. */
const UNREADABLE = refuse(
  batchRefusal('BATCH_UNREADABLE', 'MANIFEST_OF_KEY_UNREADABLE', {})
)

/** Creates a batch, or finds the one that was created with the same key and the same input. */
export async function createBatch(
  ports: CallerPorts,
  given: GivenInput
): Promise<BatchAnswer> {
  const input = completed(given)
  const refused = refusedInput(input)

  if (refused) return refuse(refused)

  const createdBy = await ports.caller()
  const ungranted = await refusedGrant(ports, [createdBy])

  if (ungranted) return refuse(ungranted)

  const id = ports.hash(`${ports.account}\n${input.idempotencyKey.trim()}`)
  const identity = {
    id,
    inputHash: ports.hash(spelled(input)),
    // Cannot be null: an unnamed caller holds no grant.
    createdBy: createdBy ?? '',
  }

  const existing = await ports.store.manifest(id).read()

  switch (existing.kind) {
    case 'found':
      return answerFor(ports, existing.content, identity)

    case 'unreadable':
      return UNREADABLE

    case 'unavailable':
      return STORAGE_UNAVAILABLE

    case 'missing':
      return write(ports, input, identity)
  }
}

/** What a call asks for: a key, an input, and who gives them. */
type Identity = Pick<BatchManifest, 'id' | 'inputHash' | 'createdBy'>

/**
 * Answers with a batch, unless it was created from another input: one key stands for one
 * batch. A caller who did not create that one is told nothing of it: the key may be guessed.
 */
function answerFor(
  ports: CallerPorts,
  manifest: BatchManifest,
  { inputHash, createdBy }: Identity
): Promise<BatchAnswer> | BatchAnswer {
  if (manifest.inputHash === inputHash) return readBatch(ports, manifest.id)

  return refuse(
    manifest.createdBy === createdBy
      ? batchRefusal('CONFLICT', 'KEY_OF_OTHER_INPUT', {
          batchId: manifest.id,
        })
      : batchRefusal('CONFLICT', 'KEY_TAKEN', {})
  )
}

async function write(
  ports: CallerPorts,
  input: BatchInput,
  identity: Identity
): Promise<BatchAnswer> {
  const { settings } = await ports.settings()
  const tooMany = refusedCount(input, settings.maxOrders)

  if (tooMany) return refuse(tooMany)

  const { idempotencyKey: _key, orders: _orders, ...options } = input
  const rows = rowsOf(input)
  const shards = shardsOf(rows)
  const manifest: BatchManifest = {
    ...options,
    // What a batch starts with is no part of its input: a repeated call finds it, whatever is set by then.
    maxRefusals: options.maxRefusals ?? settings.maxRefusals,
    maxPerMinute: options.maxPerMinute ?? settings.maxPerMinute,
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

/** Writes the manifest: with it the batch begins to exist. */
async function commit(
  ports: CallerPorts,
  manifest: BatchManifest
): Promise<BatchAnswer> {
  const file = ports.store.manifest(manifest.id)
  const before = await file.read()

  if (before.kind === 'unavailable') return STORAGE_UNAVAILABLE
  if (before.kind === 'unreadable') return UNREADABLE
  if (before.kind === 'missing') await file.write(manifest, null)

  await ports.sleep(MANIFEST_READ_BACK_MS)

  const back = await readExisting(ports, file)

  if (!back) return STORAGE_UNAVAILABLE

  const isQueued = await enqueue(ports, back.content)

  if (!isQueued) return STORAGE_UNAVAILABLE
  await ports.wake()

  return answerFor(ports, back.content, manifest)
}
