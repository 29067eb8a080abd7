import { omsDate } from '../../clock'
import { releaseAndPayBack } from './money'
import type { SimulatedOrder } from './order'
import type { OmsSwitches } from './switches'

const DAY_SECONDS = 24 * 3_600

/** The time after which a seller that has not decided counts as having agreed. */
const SELLER_DECIDES_WITHIN_SECONDS = 30 * DAY_SECONDS

/** The default cancellation window. */
const WINDOW_SECONDS = 30 * 60

/** What the state machine needs to know besides the order itself. */
export interface Surroundings {
  switches: OmsSwitches
  nowMs: number
  /** Finds the other side of the sale, if this account holds it. */
  otherSide: (order: SimulatedOrder) => SimulatedOrder | undefined
}

/** The status that an order reaches by itself, and after how long. */
const BY_ITSELF: Record<string, { to: string; afterSeconds: number }> = {
  'window-to-cancel': {
    to: 'ready-for-handling',
    afterSeconds: WINDOW_SECONDS,
  },
  'start-handling': { to: 'handling', afterSeconds: 60 },
  invoice: { to: 'invoiced', afterSeconds: 60 },
  'waiting-for-fulfillment': { to: 'cancel', afterSeconds: 30 * DAY_SECONDS },
  'cancellation-requested': {
    to: 'cancel',
    afterSeconds: SELLER_DECIDES_WITHIN_SECONDS,
  },
  'waiting-for-seller-decision': {
    to: 'cancel',
    afterSeconds: SELLER_DECIDES_WITHIN_SECONDS,
  },
}

/** Returns the side of the sale that was paid, if this account holds it: both sides share its money. */
export function payerOf(
  order: SimulatedOrder,
  { otherSide }: Pick<Surroundings, 'otherSide'>
): SimulatedOrder {
  return order.origin === 'Fulfillment' ? otherSide(order) ?? order : order
}

/** Moves an order to the first status now, and to each of the others one step later. */
export function go(
  order: SimulatedOrder,
  statuses: string[],
  surroundings: Surroundings
) {
  const [first, ...rest] = statuses
  const stepMs = surroundings.switches.stepSeconds * 1000

  order.upcoming = rest.map((status, index) => ({
    status,
    atMs: surroundings.nowMs + (index + 1) * stepMs,
  }))
  arrive(order, first, surroundings)
}

/** Plans the status that follows the current one by itself. */
export function planFrom(
  order: SimulatedOrder,
  { switches, nowMs }: Surroundings
) {
  const { status, upcoming, stuckAt } = order

  if (!status || status === stuckAt || upcoming.length > 0) return

  if (status === 'cancel') {
    order.upcoming = [
      { status: 'canceled', atMs: nowMs + switches.stepSeconds * 1000 },
    ]
  } else if (Object.hasOwn(BY_ITSELF, status)) {
    const { to, afterSeconds } = BY_ITSELF[status]

    order.upcoming = [{ status: to, atMs: nowMs + afterSeconds * 1000 }]
  }
}

/** Puts an order in a status and applies the effects of that status. */
export function arrive(
  order: SimulatedOrder,
  status: string,
  surroundings: Surroundings
) {
  order.status = status
  order.statusLog.push({ status, atMs: surroundings.nowMs })
  order.lastChange = omsDate(surroundings.nowMs)

  if (status === 'cancel') cancelPayment(order)

  if (status === 'canceled') finishCancel(order, surroundings)
  if (status === 'invoiced') order.invoicedDate = omsDate(surroundings.nowMs)

  if (order.stuckAt === status) order.upcoming = []
  else planFrom(order, surroundings)
}

/** A canceled payment stays canceled, even if its order returns to `cancel`. */
function cancelPayment(order: SimulatedOrder) {
  if (!order.keepsPayment && order.transactionStatus !== 'Canceled') {
    order.transactionStatus = 'Cancelling'
  }
}

function finishCancel(order: SimulatedOrder, surroundings: Surroundings) {
  const { switches, nowMs } = surroundings
  const other = surroundings.otherSide(order)
  const payer = payerOf(order, surroundings)

  if (!payer.keepsPayment) releaseAndPayBack(payer.money, nowMs)

  order.cancelReason = order.cancellation?.reason ?? null
  if (!order.keepsPayment) order.transactionStatus = 'Canceled'

  if (order.flipsBack) {
    order.flipsBack = false
    order.upcoming = ['cancel', 'canceled'].map((status, index) => ({
      status,
      atMs: nowMs + (index + 1) * switches.stepSeconds * 1000,
    }))
  }

  if (other && other.status !== 'canceled' && other.status !== other.stuckAt) {
    go(other, ['cancel', 'canceled'], surroundings)
  }
}
