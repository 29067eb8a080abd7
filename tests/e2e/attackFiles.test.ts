import {
  allRows,
  controlBatch,
  createBatch,
  readBatch,
  startBatch,
  untilBatch,
} from '../support/batches'
import type { BatchAnswer } from '../support/batches'
import { ageBatches, untilLaneIsIdle, useBatchSimulator } from '../support/batchWork'
import { ask, cancel, fieldOf } from '../support/graphql'
import { journalOf } from '../support/journal'

const simulator = useBatchSimulator()

/** Longer than a lease and its grace, and than a send needs to take effect. */
const LONG_S = 200

const BUCKET = 'batches'

interface Listed extends BatchAnswer {
  warnings: string[]
}

/** Lists all batches, as a page of operators does. */
const listed = async () =>
  fieldOf<{ items: Listed[] }>(
    await ask(
      simulator,
      '{ cancellationBatches { items { id state warnings createdAt finishedAt counts { total pending unknown } } } }'
    ),
    'cancellationBatches'
  ).items

const listedOne = async (id: string) =>
  (await listed()).find((batch) => batch.id === id)

async function bodyAt<T>(path: string): Promise<T | undefined> {
  const files = await simulator.files()

  return files.find((file) => file.bucket === BUCKET && file.path === path)
    ?.body as T | undefined
}

const poison = (path: string, body: unknown) =>
  simulator.putFile(BUCKET, path, body)

/** Finds the path of a file of a batch. */
async function pathOf(id: string, name: string): Promise<string> {
  const { folder } = (await bodyAt<{ folder: string }>(
    `${id}/manifest.json`
  )) ?? { folder: id }

  return name === 'manifest.json' ? `${id}/${name}` : `${folder}/${name}`
}

/** Creates a batch of orders that only it has, and waits until the lane has left it. */
async function readyBatch(key: string, count = 2): Promise<string> {
  const { orderIds } = await simulator.seedMany(count, key)
  const { batch } = await createBatch(simulator, {
    idempotencyKey: key,
    orders: orderIds,
    checkFirst: false,
  })

  return batch?.id ?? ''
}

const start = (id: string, expectedOrders = 2) =>
  controlBatch(simulator, { id, action: 'START', expectedOrders })

const cancels = async () =>
  (await simulator.omsCalls()).filter((call) => call.startsWith('POST')).sort()

/** What an attack wrote in place of a file of the rows, and how its batch says so. */
const SHARDS: Record<string, { name: string; change: (body: any) => unknown }> =
  {}

void SHARDS
