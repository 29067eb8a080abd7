import { hasInvoice } from './invoiceReading'
import { isCaptureFailed, isSoldForAnother } from './order'
import type { SimulatedOrder } from './order'
import type { OmsSwitches } from './switches'

/**
 * What OMS does with a cancel. `cancels`: at once. `asks`: it creates a request that this
 * side decides. `asks the seller`: the other side decides. `tells the seller`: the order
 * is canceled without a decision, because the seller is not handling it yet. `accepts`:
 * it accepts the open request. `again`: it sends a receipt and changes nothing.
 */
export type Reaction =
  | 'cancels'
  | 'asks'
  | 'asks the seller'
  | 'tells the seller'
  | 'accepts'
  | 'again'
  | { refused: 400 | 409 }

type Rule =
  | 'before handling'
  | 'being handled'
  | 'on its way'
  | 'invoiced'
  | 'capture failed'
  | 'open request'
  | 'canceled'
  | 'incomplete'
  | 'over'

/** How a cancel is treated in each status, from the order flow in VTEX's documentation. */
const RULES: Record<string, Rule> = {
  'order-created': 'on its way',
  'order-completed': 'before handling',
  'on-order-completed': 'before handling',
  'on-order-completed-ffm': 'before handling',
  'waiting-for-authorization': 'before handling',
  'waiting-for-sellers-confirmation': 'before handling',
  'order-accepted': 'before handling',
  'payment-pending': 'before handling',
  'approve-payment': 'before handling',
  'payment-approved': 'before handling',
  'window-to-change-payment': 'before handling',
  'window-to-change-seller': 'before handling',
  'waiting-ffmt-authorization': 'before handling',
  'waiting-for-manual-authorization': 'before handling',
  'waiting-for-order-authorization': 'before handling',
  'waiting-for-mkt-authorization': 'before handling',
  'waiting-seller-handling': 'before handling',
  'waiting-for-fulfillment': 'before handling',
  'authorize-fulfillment': 'before handling',
  'window-to-cancel': 'before handling',
  'ready-for-handling': 'being handled',
  'start-handling': 'on its way',
  handling: 'being handled',
  'ready-for-invoicing': 'being handled',
  invoice: 'on its way',
  invoiced: 'invoiced',
  'cancellation-requested': 'open request',
  'waiting-for-seller-decision': 'on its way',
  'request-cancel': 'on its way',
  cancel: 'on its way',
  'cancellation-request-denied': 'being handled',
  'cancellation-request-denied-ffm': 'being handled',
  'invoice-after-cancellation-deny': 'on its way',
  canceled: 'canceled',
  replaced: 'over',
  'order-create-error': 'incomplete',
  'order-creation-error': 'incomplete',
  'detail.state.null': 'incomplete',
}

/** Decides what the simulated OMS does with a cancel of an order in its present state. */
export function reactionTo(
  order: SimulatedOrder,
  switches: OmsSwitches
): Reaction {
  const refused = { refused: switches.statusRefusal }
  const rule = ruleOf(order)

  switch (rule) {
    case 'before handling':

    case 'being handled':
      return reactionToOpen(order, rule)

    case 'invoiced':
      // OMS does not compare what came back with what was sold.
      return hasInvoice(order, 'Input') &&
        switches.cancelAfterReturn === 'works'
        ? 'cancels'
        : refused

    case 'capture failed':
      return switches.cancelOfFailedCapture === 'works' ? 'cancels' : refused

    case 'open request':
      return switches.secondCancel === 'accepts' ? 'accepts' : refused

    case 'canceled':
      return switches.cancelOfCanceled === 'received' ? 'again' : refused

    case 'incomplete':
      return switches.cancelOfIncomplete === 'works' ? 'cancels' : refused

    case 'on its way':

    case 'over':
      return refused
  }
}

function ruleOf(order: SimulatedOrder): Rule {
  const { status } = order

  if (!status) return 'incomplete'
  if (isCaptureFailed(order)) return 'capture failed'

  // OMS has undocumented statuses; they are canceled like a paid order.
  return Object.hasOwn(RULES, status) ? RULES[status] : 'before handling'
}

function reactionToOpen(
  order: SimulatedOrder,
  rule: 'before handling' | 'being handled'
): Reaction {
  // Documented as 400, even if the switch makes other refusals 409.
  if (hasInvoice(order, 'Output')) return { refused: 400 }

  if (isSoldForAnother(order)) {
    return order.sellerDecides ? 'asks the seller' : 'tells the seller'
  }

  return rule === 'being handled' ? 'asks' : 'cancels'
}
