import { refusalOfOrders } from '../../domain/refusal/listRefusal'
import type { ShownRefusal } from '../../domain/refusal/refusal'
import { detailedRequest } from '../../domain/request/request'
import type { ShownRequest } from '../../domain/request/shownRequest'
import type { OrderPorts } from '../ports'
import { readOrderAndJournal } from '../send/examine'
import type { Examined } from '../send/examine'
import { readCancellationRequests } from '../send/readCancellationRequests'

/** The most orders that are read at the same time. */
const AT_ONCE = 5

/** No read of an order begins later than this after the call: the page must be answered in time. */
const READ_WITHIN_MS = 20_000

/** Requests with what their orders tell. */
export interface Details {
  items: ShownRequest[]
  /** How many requests are no longer open. */
  dropped: number
  /** How many orders could not be read. */
  unread: number
  /** Why no further order was read; null where all were tried. */
  refusal: ShownRefusal | null
  /** Of how many orders the journal could not be read: nothing is offered for them. */
  unreadJournals: number
}

/** Which details of which requests are asked for. */
interface Asked {
  listed: ShownRequest[]
  /** The resources that the caller certainly holds; null where actions are not asked for. */
  grants: readonly string[] | null
  /** When the call began, on the clock of `now`. */
  startedMs: number
}

type Ports = Pick<OrderPorts, 'oms' | 'journals' | 'now' | 'epochMs'>

/**
 * Reads the order of each request once, some at a time. A request whose order cannot be read
 * stays as the list tells it.
 */
export async function readDetails(
  ports: Ports,
  { listed, grants, startedMs }: Asked
): Promise<Details> {
  const shown: Array<ShownRequest | null> = [...listed]
  const waiting = [...listed.entries()]
  let unread = 0
  let unreadJournals = 0
  let refusal: ShownRefusal | null = null

  const readNext = async (): Promise<void> => {
    const isOver = refusal !== null || ports.now() - startedMs > READ_WITHIN_MS
    const next = isOver ? undefined : waiting.shift()

    if (!next) return

    const [index, request] = next
    const read = await readOrderAndJournal(ports, request.orderId)

    if (read.kind === 'found') {
      if (!read.examined.isJournalRead) unreadJournals += 1
      shown[index] = detailedRequest(request, {
        ...read.examined,
        order: grants
          ? await completedOrder(ports, read.examined)
          : read.examined.order,
        nowMs: ports.epochMs(),
        grants: grants ?? [],
      })
    } else {
      unread += 1
      refusal ??= refusalOfOrders(read.refusal)
    }

    return readNext()
  }

  await Promise.all(Array.from({ length: AT_ONCE }, readNext))

  const items = shown.flatMap((one) => one ?? [])

  return {
    items,
    dropped: shown.length - items.length,
    unread: unread + waiting.length,
    refusal,
    unreadJournals,
  }
}

/** Reads the requests of an order that does not show them, as a send does: a request can be denied only by its id. */
function completedOrder(
  { oms }: Ports,
  { order, journal }: Examined
): Promise<Examined['order']> {
  return readCancellationRequests(oms, order, journal)
}
