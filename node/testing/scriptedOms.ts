import type { Journal } from '../domain/journal/journal'
import type { Order } from '../domain/order/order'
import type {
  OrderRead,
  SendReply,
  TransactionRead,
} from '../domain/order/omsReply'
import type { ReturnPorts } from '../services/ports'
import { memoryJournal } from './memoryJournal'
import { anOrder, ORDER_ID } from './orders'
import { storeSets } from './settings'

/** The result of a read that finds an order in a status. */
export const found = (
  status: string | null,
  more: Partial<Order> = {}
): OrderRead => ({ kind: 'found', order: anOrder({ status, ...more }) })

/** The reply of OMS that confirms a cancel. */
export const RECEIVED = {
  kind: 'received',
  date: 'D',
  orderId: ORDER_ID,
  receipt: 'R',
} satisfies SendReply

/**
 * An OMS that follows a script: it answers reads in order and repeats the last answer.
 * Time passes only during a read, which takes `readMs`, and while the app sleeps.
 */
export function scriptedOms(
  reads: OrderRead[],
  reply: SendReply,
  {
    readMs = 0,
    journal,
    transaction = { kind: 'not-found' },
    startsMs = 0,
  }: {
    readMs?: number
    /** The epoch time at which the script begins. */
    startsMs?: number
    journal?: Journal
    transaction?: TransactionRead
  } = {}
) {
  const script = [...reads]
  const calls: string[] = []
  const log: unknown[] = []
  const memory = memoryJournal(journal)
  let [last] = reads
  let nowMs = 0
  let lastId = 0

  const post = (name: string) => async () => {
    calls.push(`${name} at ${nowMs}`)

    return reply
  }

  const ports: ReturnPorts = {
    oms: {
      getOrder: async (_orderId: string, { withinMs = Infinity } = {}) => {
        calls.push(`GET at ${nowMs}`)
        nowMs += Math.min(readMs, withinMs, 4_000)

        last = script.length > 1 ? (script.shift() as OrderRead) : script[0]

        return last
      },
      getPurchase: async () => ({ kind: 'not-found' }),
      getTransaction: async () => transaction,
      cancelOrder: post('POST'),
      denyRequest: post('DENY'),
      sendInvoice: post('INVOICE'),
    },
    journals: memory.store,
    settings: storeSets(),
    caller: async () => 'olga@acme.example',
    logger: {
      info: (entry: unknown) => log.push(entry),
      bug: (operation: string) => log.push({ operation, problem: 'bug' }),
    },
    now: () => nowMs,
    epochMs: () => startsMs + nowMs,
    sleep: async (ms: number) => {
      nowMs += ms
    },
    newId: () => `id-${(lastId += 1)}`,
    random: () => 0,
  }

  return {
    calls,
    log,
    entries: memory.entries,
    lastRead: () => last,
    ports,
  }
}
