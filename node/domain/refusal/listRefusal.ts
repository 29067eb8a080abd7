import type { OrderListRead } from '../order/omsReply'
import type { ShownRefusal } from './refusal'
import type { RefusalCode } from './subjects'

/** A read of the list of orders that gave nothing. */
export type FailedListRead = Exclude<OrderListRead, { kind: 'found' }>

interface ListRefusal {
  code: RefusalCode
  retryable: boolean
  message: string
}

const missing = (doing: string, resource: string): ListRefusal => ({
  code: 'NOT_PERMITTED',
  retryable: false,
  message: `OMS did not let this caller ${doing}: the License Manager resource ${resource} of product OMS is missing, or the session has ended. Log in again, or ask an administrator of the store for a role that has it.`,
})

const limited = (undone: string): ListRefusal => ({
  code: 'RATE_LIMITED',
  retryable: true,
  message: `OMS receives too many requests from this account, so ${undone}. Ask again after retryAfterSeconds.`,
})

const UNREADABLE: ListRefusal = {
  code: 'OMS_UNAVAILABLE',
  retryable: true,
  message: 'OMS gave no readable list of orders. Ask again later.',
}

const OF_LIST: Record<FailedListRead['kind'], ListRefusal> = {
  'not-permitted': missing('list orders', 'ListOrders'),
  'rate-limited': limited('its list of orders was not read to the end'),
  'not-found': UNREADABLE,
  'too-large': UNREADABLE,
  rejected: UNREADABLE,
  unavailable: UNREADABLE,
}

/** The refusals of one order's read after which no other order is read: each further read would fail, or make it worse. */
const OF_ORDERS: Partial<Record<RefusalCode, ListRefusal>> = {
  NOT_PERMITTED: missing('view orders', 'OMSViewer'),
  RATE_LIMITED: limited('not all of these orders were read'),
}

/** Says why the list of orders could not be read. */
export function refusalOfList(read: FailedListRead): ShownRefusal {
  return told(
    OF_LIST[read.kind],
    read.kind === 'rate-limited' ? read.retryAfterSeconds : null
  )
}

/** Says why no further order of the list is read after a refused one; null where the others may be read. */
export function refusalOfOrders({
  code,
  retryAfterSeconds,
}: ShownRefusal): ShownRefusal | null {
  const rule = OF_ORDERS[code]

  return rule ? told(rule, retryAfterSeconds) : null
}

function told(
  { code, message, retryable }: ListRefusal,
  retryAfterSeconds: number | null
): ShownRefusal {
  return { code, message, retryable, retryAfterSeconds }
}
