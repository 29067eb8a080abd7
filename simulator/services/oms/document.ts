import { reactionTo } from './cancelRules'
import type { SimulatedCancellation, SimulatedOrder } from './order'
import type { OmsSwitches } from './switches'

/** Shopper data that no answer, file or log line of the app may contain. */
const SHOPPER = {
  email: 'shopper@private.example',
  firstName: 'Sofia-Private',
  document: '00011122233',
}

/** Builds the reply of `GET /api/oms/pvt/orders/{orderId}`. */
export function orderDocument(order: SimulatedOrder, switches: OmsSwitches) {
  const requests =
    switches.requestsShownOn === 'everywhere'
      ? { cancellationRequests: order.requests }
      : {}

  return { ...sharedDocument(order, switches), ...requests }
}

/** Builds one order of the list of a purchase. */
export function purchaseDocument(order: SimulatedOrder, switches: OmsSwitches) {
  return {
    ...sharedDocument(order, switches),
    cancellationRequests: order.requests,
  }
}

function sharedDocument(order: SimulatedOrder, switches: OmsSwitches) {
  return {
    ...headOf(order),
    allowCancellation: order.allowCancellation ?? isCancelable(order, switches),
    cancelReason: order.cancelReason,
    totals: [{ id: 'Items', name: 'Items', value: order.value }],
    clientProfileData: SHOPPER,
    items: order.items.map((item) => ({ ...item, name: 'T-shirt' })),
    packageAttachment: { packages: order.packages },
    paymentData: {
      transactions: [
        {
          isActive: true,
          transactionId: transactionIdOf(order),
          merchantName: 'ACME',
          payments: [],
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
    affiliateId: '',
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

/** Builds the reply of `GET …/payment-transaction` for a marketplace's order. */
export function transactionDocument(order: SimulatedOrder) {
  return {
    status: order.transactionStatus,
    isActive: true,
    transactionId: transactionIdOf(order),
    merchantName: 'ACME',
    payments: [
      {
        id: `P-${order.sequence}`,
        paymentSystemName: 'Visa',
        value: order.value,
        cardHolder: SHOPPER.firstName,
      },
    ],
  }
}

function transactionIdOf({ sequence }: SimulatedOrder): string {
  return `T-${sequence}`
}
