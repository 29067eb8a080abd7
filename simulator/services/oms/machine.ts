import { omsDate } from '../../clock'
import type { SimulatedOrder } from './order'
import type { OmsSwitches } from './switches'

const DAY_SECONDS = 24 * 3_600

/** A seller that does not decide within this time has agreed. */
const SELLER_DECIDES_WITHIN_SECONDS = 30 * DAY_SECONDS

/** The default cancellation window. */
const WINDOW_SECONDS = 30 * 60

/** What the machine needs to know beside the order it moves. */
export interface Surroundings {
  switches: OmsSwitches
  nowMs: number
  /** The other side of the sale, when this account holds it. */
  otherSide: (order: SimulatedOrder) => SimulatedOrder | undefined
}

/** Where an order goes by itself, and how long after it came to a status. */
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

/** Lets an order go through statuses, the first at once and each for a step. */
export function go(
  order: SimulatedOrder,
  statuses: string[],
  around: Surroundings
) {
  const [first, ...rest] = statuses
  const stepMs = around.switches.stepSeconds * 1000

  order.upcoming = rest.map((status, index) => ({
    status,
    atMs: around.nowMs + (index + 1) * stepMs,
  }))
  arrive(order, first, around)
}

/** Plans what a status leads to by itself. */
export function planFrom(
  order: SimulatedOrder,
  { switches, nowMs }: Surroundings
) {
  const { status, upcoming, stuckAt } = order

  if (status === null || status === stuckAt || upcoming.length > 0) return

  if (status === 'cancel') {
    order.upcoming = [
      { status: 'canceled', atMs: nowMs + switches.stepSeconds * 1000 },
    ]
  } else if (Object.hasOwn(BY_ITSELF, status)) {
    const { to, afterSeconds } = BY_ITSELF[status]

    order.upcoming = [{ status: to, atMs: nowMs + afterSeconds * 1000 }]
  }
}

/** An order comes to a status, with what that brings about. */
export function arrive(
  order: SimulatedOrder,
  status: string,
  around: Surroundings
) {
  order.status = status
  order.lastChange = omsDate(around.nowMs)

  if (status === 'cancel') cancelPayment(order)

  if (status === 'canceled') canceled(order, around)
  if (status === 'invoiced') order.invoicedDate = omsDate(around.nowMs)

  if (order.stuckAt === status) order.upcoming = []
  else planFrom(order, around)
}

/** A payment that is canceled stays so, also when its order turns back to `cancel`. */
function cancelPayment(order: SimulatedOrder) {
  if (!order.keepsPayment && order.transactionStatus !== 'Canceled') {
    order.transactionStatus = 'Cancelling'
  }
}

function canceled(order: SimulatedOrder, around: Surroundings) {
  const { switches, nowMs } = around
  const other = around.otherSide(order)

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
    go(other, ['cancel', 'canceled'], around)
  }
}
