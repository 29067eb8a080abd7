import { controlBatch, createBatch, untilBatch } from './batches'
import { ageBatches } from './batchWork'
import { ask, fieldOf } from './graphql'
import type { Simulator } from './simulator'

/** Longer than a lease with its grace, and than a send needs to take effect. */
export const LONG_S = 200

const BUCKET = 'batches'

/** A file that an attack has cut off. */
export const CUT_OFF = '{'

export interface Listed {
  id: string
  state: string
  warnings: string[]
  counts: Record<string, number>
}

export const inOrder = (one: string, other: string) => (one < other ? -1 : 1)

/** What an attacker, a batch's operator and a viewer do in tests of files that cannot be used. */
export function attacksOn(simulator: Simulator) {
  /** Lists all batches, as a page of operators does. */
  const listed = async () =>
    fieldOf<{ items: Listed[] }>(
      await ask(
        simulator,
        '{ cancellationBatches { items { id state warnings notices { code subject } counts { total pending unknown } } } }'
      ),
      'cancellationBatches'
    ).items

  const listedIds = async () => (await listed()).map(({ id }) => id)

  async function bodyAt<T>(path: string): Promise<T> {
    const files = await simulator.files()

    return files.find((file) => file.bucket === BUCKET && file.path === path)
      ?.body as T
  }

  const poison = (path: string, body: unknown) =>
    simulator.putFile(BUCKET, path, body)

  /** Poisons a file in the folder of a batch, from its content. */
  async function poisonIn(
    id: string,
    name: string,
    change: (body: Record<string, unknown>) => unknown
  ) {
    const { folder } = await bodyAt<{ folder: string }>(`${id}/manifest.json`)
    const path = `${name === 'manifest.json' ? id : folder}/${name}`

    await poison(path, change(await bodyAt(path)))
  }

  /** Creates a batch of two orders that only it has; nothing is to be done for it before its start. */
  async function readyBatch(key: string): Promise<string> {
    const { orderIds } = await simulator.seedMany(2, key)
    const { batch } = await createBatch(simulator, {
      idempotencyKey: key,
      orders: orderIds,
      checkFirst: false,
    })

    return batch?.id ?? ''
  }

  const start = (id: string) =>
    controlBatch(simulator, { id, action: 'START', expectedOrders: 2 })

  /** The orders that were canceled, as the ledger of OMS has them. */
  const sent = async () =>
    (await simulator.omsCalls())
      .filter((call) => call.startsWith('POST'))
      .map((call) => call.slice('POST '.length, -'/cancel'.length))
      .sort(inOrder)

  /** Names the orders of a batch that `readyBatch` made. */
  const ordersOf = (...keys: string[]) =>
    keys.flatMap((key) => [`${key}00001-01`, `${key}00002-01`]).sort(inOrder)

  /** Waits until the operator reads that a batch has sent all. */
  const untilSent = (id: string) =>
    untilBatch(
      simulator,
      id,
      ({ counts }) => counts.accepted + counts.canceled === 2
    )

  const untilFailed = (id: string) =>
    untilBatch(simulator, id, ({ state }) => state === 'FAILED')

  /** Lets the time pass that a lane, or a row that may have been sent, is left alone for. */
  async function letTimePass() {
    await simulator.killReplica(0)
    await simulator.killReplica(1)
    await simulator.forgetEvents()
    await ageBatches(simulator, LONG_S)
    await simulator.startReplica(0)
    await simulator.startReplica(1)
  }

  return {
    listed,
    listedIds,
    bodyAt,
    poison,
    poisonIn,
    readyBatch,
    start,
    sent,
    ordersOf,
    untilSent,
    untilFailed,
    letTimePass,
  }
}
