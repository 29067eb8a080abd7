import type { SimulatedOrder } from './order'

/** What the simulated OMS does with a cancel: the statuses that follow one another, or a refusal. */
export type CancelEffect = { statuses: string[] } | { refused: 400 | 409 }

const HANDLING = ['ready-for-handling', 'handling', 'ready-for-invoicing']
const REFUSING = [
  'order-created',
  'start-handling',
  'invoice',
  'replaced',
  'cancel',
  'request-cancel',
  'waiting-for-seller-decision',
  'canceled',
]

const AT_ONCE = ['cancel', 'canceled']

/** VTEX's documentation of the order flow, as far as this simulator has it. */
export function effectOfCancel(order: SimulatedOrder): CancelEffect {
  const { status, packages, origin } = order
  const invoices = packages.map(({ type }) => type)

  if (status === null) return { statuses: AT_ONCE }
  if (status === 'cancellation-requested') return { statuses: AT_ONCE }

  if (status === 'invoiced') {
    return invoices.includes('Input') ? { statuses: AT_ONCE } : { refused: 409 }
  }

  if (REFUSING.includes(status)) return { refused: 409 }
  if (invoices.includes('Output')) return { refused: 400 }

  if (order.sellerDecides) {
    return { statuses: ['request-cancel', 'waiting-for-seller-decision'] }
  }

  const isOwnStore = order.sellers.every(({ id }) => id === '1')

  if (HANDLING.includes(status) && isOwnStore) {
    return { statuses: ['cancellation-requested'] }
  }

  return origin === 'Marketplace' && !isOwnStore
    ? { statuses: ['request-cancel', ...AT_ONCE] }
    : { statuses: AT_ONCE }
}
