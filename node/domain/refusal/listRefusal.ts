import type { OrderListRead } from '../order/omsReply'
import type { RefusalCode } from './details'
import { refusal, shown } from './refusal'
import type { Refusal, ShownRefusal } from './refusal'

/** A read of the list of orders that gave nothing. */
export type FailedListRead = Exclude<OrderListRead, { kind: 'found' }>

/** Makes the refusal of a list, or of orders, with the wait that OMS names. */
type ListRefusal = (retryAfterSeconds: number | null) => Refusal

const UNREADABLE: ListRefusal = () => refusal('LIST_UNREADABLE', {})

const OF_LIST: Record<FailedListRead['kind'], ListRefusal> = {
  'not-permitted': () =>
    refusal('LIST_NOT_PERMITTED', { subject: 'ListOrders' }),
  'rate-limited': (retryAfterSeconds) =>
    refusal('LIST_RATE_LIMITED', {}, { retryAfterSeconds }),
  'not-found': UNREADABLE,
  'too-large': UNREADABLE,
  rejected: UNREADABLE,
  unavailable: UNREADABLE,
}

/** The refusals of one order's read after which no other order is read: each further read would fail, or make it worse. */
const OF_ORDERS: Partial<Record<RefusalCode, ListRefusal>> = {
  NOT_PERMITTED: () =>
    refusal('ORDERS_NOT_PERMITTED', { subject: 'OMSViewer' }),
  RATE_LIMITED: (retryAfterSeconds) =>
    refusal('ORDERS_RATE_LIMITED', {}, { retryAfterSeconds }),
}

/** Says why the list of orders could not be read. */
export function refusalOfList(read: FailedListRead): ShownRefusal {
  return shown(
    OF_LIST[read.kind](
      read.kind === 'rate-limited' ? read.retryAfterSeconds : null
    )
  )
}

/** Says why no further order of the list is read after a refused one; null where the others may be read. */
export function refusalOfOrders({
  code,
  retryAfterSeconds,
}: ShownRefusal): ShownRefusal | null {
  const refused = OF_ORDERS[code]?.(retryAfterSeconds)

  return refused ? shown(refused) : null
}
