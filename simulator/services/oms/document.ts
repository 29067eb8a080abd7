import { reactionTo } from './cancelRules'
import {
  changesDocument,
  itemDocument,
  packageDocument,
  totalsOf,
} from './documentParts'
import { overSource } from './overSource'
import type { SimulatedCancellation, SimulatedOrder } from './order'
import type { OmsSwitches } from './switches'
import { paymentOf, SHOPPER } from './transaction'

/** Builds the reply of `GET /api/oms/pvt/orders/{orderId}`. */
export function orderDocument(
  order: SimulatedOrder,
  switches: OmsSwitches
): unknown {
  return overSource(order, (one) => ownDocument(one, switches))
}

function ownDocument(order: SimulatedOrder, switches: OmsSwitches) {
  const requests =
    switches.requestsShownOn === 'everywhere'
      ? { cancellationRequests: order.requests }
      : {}

  return { ...sharedDocument(order, switches), ...requests }
}

/** Builds one order of the list of a purchase. */
export function purchaseDocument(
  order: SimulatedOrder,
  switches: OmsSwitches
): unknown {
  return overSource(order, (one) => ({
    ...sharedDocument(one, switches),
    cancellationRequests: one.requests,
  }))
}

function sharedDocument(order: SimulatedOrder, switches: OmsSwitches) {
  return {
    ...headOf(order),
    allowCancellation: order.allowCancellation ?? isCancelable(order, switches),
    cancelReason: order.cancelReason,
    totals: totalsOf(order),
    clientProfileData: SHOPPER,
    items: order.items.map((item) => itemDocument(item, order)),
    packageAttachment: {
      packages: order.packages.map((one) => packageDocument(one, order)),
    },
    changesAttachment: changesDocument(order.changes),
    subscriptionData: order.subscriptionData,
    storePreferencesData: { countryCode: 'BRA', currencyCode: 'BRL' },
    paymentData: {
      transactions: [
        {
          isActive: true,
          transactionId: order.transactionId,
          merchantName: 'ACME',
          payments: [paymentOf(order)],
        },
      ],
    },
    cancellationData:
      order.cancellation && spelled(order.cancellation, switches),
  }
}

/** `allowCancellation` is false if a cancel would be refused or would change nothing. */
function isCancelable(order: SimulatedOrder, switches: OmsSwitches): boolean {
  const reaction = reactionTo(order, switches)

  return typeof reaction === 'string' && reaction !== 'again'
}

function headOf(order: SimulatedOrder) {
  const {
    orderId,
    sequence,
    marketplaceOrderId,
    sellerOrderId,
    origin,
    affiliateId,
    status,
    workflowIsInError,
    value,
    creationDate,
    lastChange,
    orderGroup,
    isCompleted,
    invoicedDate,
    sellers,
  } = order

  return {
    orderId,
    sequence,
    marketplaceOrderId,
    sellerOrderId,
    origin,
    affiliateId,
    salesChannel: '1',
    status,
    workflowIsInError,
    value,
    creationDate,
    lastChange,
    orderGroup,
    isCompleted,
    invoicedDate,
    sellers,
  }
}

/** Spells the field names as the switch says. The specification's PascalCase form has no request id. */
function spelled(
  { date, requestId, ...flags }: SimulatedCancellation,
  { cancellationData }: OmsSwitches
) {
  const data = {
    ...flags,
    requestedByPaymentNotification: false,
    cancellationDate: date,
  }

  return cancellationData === 'camelCase'
    ? { ...data, cancellationRequestId: requestId }
    : Object.fromEntries(
        Object.entries(data).map(([name, value]) => [
          name[0].toUpperCase() + name.slice(1),
          value,
        ])
      )
}
