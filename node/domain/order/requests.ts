import type { CancellationRequest, Order } from './order'
import { ruleOfStatus } from './statusRules'

/** The request that one side has to decide about now. Each field is null where OMS does not say. */
export interface OpenRequest {
  id: string | null
  reason: string | null
  requestedByUser: boolean | null
  date: string | null
}

/**
 * Finds the request that is open now; null in a status in which none is. It is the one
 * that the order names, else the newest that was not denied: the order of the list is not
 * documented. What the list does not say is taken from what the order itself records.
 */
export function openRequest(order: Order): OpenRequest | null {
  const { status, requests, cancellation } = order

  if (!ruleOfStatus(status).awaiting) return null

  const namedId = cancellation?.requestId ?? null
  const open = requests.filter(({ denied }) => denied === null)
  const named = requests.filter(({ id }) => id !== null && id === namedId)
  const isNamedDenied = named.some(({ denied }) => denied)
  const meant = (isNamedDenied ? null : named[0]) ?? newest(open)

  // What the order records is about the request that it names.
  const isRecorded =
    !isNamedDenied && (namedId === null || !meant?.id || meant.id === namedId)

  const recorded = isRecorded ? cancellation : null

  return {
    id: meant?.id ?? (isNamedDenied ? null : namedId),
    reason: meant?.reason ?? recorded?.reason ?? null,
    requestedByUser:
      meant?.requestedByUser ?? recorded?.requestedByUser ?? null,
    date: meant?.date ?? recorded?.date ?? null,
  }
}

/** Finds the denial of the newest request; null when that is open, or there was none. */
export function lastDenial({
  requests,
}: Pick<Order, 'requests'>): CancellationRequest['denied'] {
  return newest(requests)?.denied ?? null
}

/** Finds the newest request; the last of the list where no date tells. */
function newest(requests: CancellationRequest[]): CancellationRequest | null {
  const [last = null] = requests.slice(-1)

  return requests.reduce(
    (one, other) => (one && isLater(other, one) ? other : one),
    last
  )
}

function isLater(one: CancellationRequest, other: CancellationRequest) {
  return Date.parse(one.date ?? '') > Date.parse(other.date ?? '')
}
