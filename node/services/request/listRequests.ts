import type { OrderList } from '../../clients/oms'
import { requestNotices } from '../../domain/case/accessNotices'
import type { Notice } from '../../domain/notice/notice'
import type { OrderListRead, OrderRow } from '../../domain/order/omsReply'
import { refusalOfList } from '../../domain/refusal/listRefusal'
import type { FailedListRead } from '../../domain/refusal/listRefusal'
import type { ShownRefusal } from '../../domain/refusal/refusal'
import { BEGINNING } from '../../domain/request/cursor'
import type { Cursor } from '../../domain/request/cursor'
import { listedRequest } from '../../domain/request/request'
import type { ShownRequest } from '../../domain/request/shownRequest'
import {
  afterRead,
  hasMoved,
  isDone,
  isFiltered,
  newWalk,
  nextQuery,
  withoutFilter,
} from '../../domain/request/walk'
import type { Walk } from '../../domain/request/walk'
import { heldBy, isUncertain, readAccess } from '../order/readAccess'
import type { CasePorts, OrderPorts } from '../ports'
import { cursorText } from './cursorText'
import { readDetails } from './readDetails'

/** What the list of requests needs of the world. */
export interface RequestPorts extends OrderPorts, Pick<CasePorts, 'isGranted'> {
  list: OrderList
}

/** One page of requests, as the API shows it. */
export interface RequestPage {
  items: ShownRequest[]
  nextCursor: string | null
  total: number | null
  dropped: number
  unread: number
  since: string | null
  refusal: ShownRefusal | null
  notices: Notice[]
}

/** What a caller asks for. */
export interface RequestQuery {
  first: number
  /** Null asks for the first page. */
  after: Cursor | null
  /** A field is asked for that only the order itself tells. */
  isDetailed: boolean
  /** What the caller may do about each request is asked for, too. */
  withActions: boolean
}

/** The most reads of the list for one page: where OMS does not filter, requests are rare among the orders. */
const MAX_READS = 6

/** No read of the list begins later than this. */
const LIST_WITHIN_MS = 9_000

/** Lists one page of the open cancellation requests that this account decides, the oldest order first. */
export async function listRequests(
  ports: RequestPorts,
  { first, after, isDetailed, withActions }: RequestQuery
): Promise<RequestPage> {
  const startedMs = ports.now()
  const beginning = after ?? BEGINNING
  const [{ walk, failed }, access] = await Promise.all([
    walkList(ports, beginning, first),
    withActions ? readAccess(ports) : null,
  ])

  const listed = walk.taken.flatMap((row) => shownRow(row))
  const refusal = failed && refusalOfList(failed)

  const { items, dropped, unread, ...details } =
    isDetailed && refusal?.code !== 'RATE_LIMITED'
      ? await readDetails(ports, {
          listed,
          grants: access && heldBy(access),
          startedMs,
        })
      : {
          items: listed,
          dropped: 0,
          unread: isDetailed ? listed.length : 0,
          refusal: null,
          unreadJournals: 0,
        }

  const { sinceMs } = walk.cursor

  return {
    items,
    // Where nothing was passed, a client that follows cursors blindly would ask for ever.
    nextCursor:
      walk.isAtEnd || !hasMoved(walk, beginning)
        ? null
        : cursorText(walk.cursor),
    total: walk.total,
    dropped,
    unread: unread + walk.unnamed,
    since: sinceMs === null ? null : new Date(sinceMs).toISOString(),
    refusal: refusal ?? details.refusal,
    notices: requestNotices({
      areGrantsUnread: access !== null && isUncertain(access),
      unreadJournals: access ? details.unreadJournals : 0,
    }),
  }
}

function shownRow(row: OrderRow): ShownRequest[] {
  return row.orderId === null ? [] : [listedRequest(row.orderId, row)]
}

/** Reads the list until the page is full; what was found before a read failed stays. */
async function walkList(
  { list, now, epochMs }: RequestPorts,
  beginning: Cursor,
  first: number
) {
  const startedMs = now()
  let walk = newWalk(beginning, first)
  let failed: FailedListRead | null = null

  for (
    let reads = 0;
    reads < MAX_READS &&
    now() - startedMs < LIST_WITHIN_MS &&
    !isDone(walk) &&
    failed === null;
    reads += 1
  ) {
    const query = nextQuery(walk, epochMs())
    // eslint-disable-next-line no-await-in-loop -- each read goes on where the one before ended
    const read = await list.listOrders(query)

    ;({ walk, failed } = step(walk, query, { read, nowMs: epochMs() }))
  }

  const isUnmoved = !isDone(walk) && !hasMoved(walk, beginning)

  return {
    walk,
    failed: failed ?? (isUnmoved ? { kind: 'unavailable' as const } : null),
  }
}

/** Goes on from one read of the list. */
function step(
  walk: Walk,
  query: ReturnType<typeof nextQuery>,
  { read, nowMs }: { read: OrderListRead; nowMs: number }
): { walk: Walk; failed: FailedListRead | null } {
  if (read.kind === 'rejected' && isFiltered(walk)) {
    return { walk: withoutFilter(walk, nowMs), failed: null }
  }

  if (read.kind !== 'found') return { walk, failed: read }

  const next = afterRead(walk, query, read)

  switch (next.kind) {
    case 'go-on':
      return { walk: next.walk, failed: null }

    case 'unfiltered':
      return { walk: withoutFilter(walk, nowMs), failed: null }

    case 'out-of-order':
      return { walk, failed: { kind: 'unavailable' } }
  }
}
