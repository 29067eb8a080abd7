import { isObject } from './overSource'
import type {
  Origin,
  SimulatedCancellation,
  SimulatedChange,
  SimulatedItem,
  SimulatedLine,
  SimulatedPackage,
  SimulatedRequest,
} from './order'
import type { Seed } from './seed'

type Fields = Record<string, unknown>

const ORIGINS: readonly string[] = ['Marketplace', 'Fulfillment', 'Chain']

/**
 * Reads what the state machine needs from a document of OMS. What is missing or has another
 * form is left to the seed's other fields and to the defaults.
 */
export function seedFrom(document: unknown): Seed {
  const fields = isObject(document) ? document : {}

  return withoutUndefined<Seed>({
    ...idsFrom(fields),
    status: text(fields.status) ?? null,
    value: number(fields.value) ?? 0,
    creationDate: text(fields.creationDate),
    lastChange: text(fields.lastChange),
    invoicedDate: text(fields.invoicedDate),
    cancelReason: text(fields.cancelReason),
    workflowIsInError: flag(fields.workflowIsInError),
    isCompleted: flag(fields.isCompleted),
    sellers: list(fields.sellers).map((one) => ({
      id: text(one.id) ?? '',
      name: text(one.name) ?? '',
      fulfillmentEndpoint: text(one.fulfillmentEndpoint) ?? null,
    })),
    items: list(fields.items).map(itemFrom),
    packages: listIn(fields.packageAttachment, 'packages').map(packageFrom),
    changes: listIn(fields.changesAttachment, 'changesData').map(changeFrom),
    cancellation: cancellationFrom(fields.cancellationData),
    requests: list(fields.cancellationRequests).map(requestFrom),
    transactionId: text(
      listIn(fields.paymentData, 'transactions')[0]?.transactionId
    ),
    // The payment of a canceled order is taken to be canceled, too.
    transactionStatus: fields.status === 'canceled' ? 'Canceled' : undefined,
  })
}

function idsFrom(fields: Fields): Seed {
  return {
    orderId: nonEmpty(fields.orderId),
    sequence: nonEmpty(fields.sequence),
    sellerOrderId: text(fields.sellerOrderId),
    marketplaceOrderId: text(fields.marketplaceOrderId),
    orderGroup: text(fields.orderGroup) ?? null,
    origin: ORIGINS.includes(String(fields.origin))
      ? (fields.origin as Origin)
      : undefined,
  }
}

function itemFrom(
  fields: Fields
): Pick<SimulatedItem, 'id' | 'quantity' | 'price'> {
  return {
    id: text(fields.id) ?? '',
    quantity: number(fields.quantity) ?? 0,
    price: number(fields.price) ?? 0,
  }
}

function packageFrom(fields: Fields): SimulatedPackage {
  const { restitutions, invoiceValue } = fields
  const shares = isObject(restitutions) ? restitutions : {}

  return {
    type: text(fields.type) ?? null,
    invoiceNumber: String(fields.invoiceNumber ?? ''),
    invoiceValue: text(invoiceValue) ?? number(invoiceValue) ?? null,
    items: list(fields.items).map(lineFrom),
    isCompensation: listIn(shares.Refund ?? shares.refund, 'items').some(
      (item) => item.isCompensation === true
    ),
  }
}

function lineFrom(fields: Fields): SimulatedLine {
  return {
    itemIndex: number(fields.itemIndex),
    id: text(fields.id),
    quantity: number(fields.quantity) ?? 0,
    price: number(fields.price) ?? 0,
  }
}

function changeFrom(fields: Fields): Partial<SimulatedChange> {
  return {
    discountValue: number(fields.discountValue) ?? 0,
    incrementValue: number(fields.incrementValue) ?? 0,
    itemsAdded: list(fields.itemsAdded).map(itemFrom),
    itemsRemoved: list(fields.itemsRemoved).map(itemFrom),
  }
}

/** Reads cancellation data in either spelling of its names. */
function cancellationFrom(
  data: unknown
): Partial<SimulatedCancellation> | null {
  if (!isObject(data)) return null

  const fields: Fields = Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      value,
    ])
  )

  return {
    reason: text(fields.reason) ?? null,
    requestedByUser: fields.requestedByUser === true,
    requestedBySystem: fields.requestedBySystem === true,
    requestedBySellerNotification:
      fields.requestedBySellerNotification === true,
    date: text(fields.cancellationDate) ?? '',
    requestId: text(fields.cancellationRequestId) ?? null,
  }
}

function requestFrom(fields: Fields): SimulatedRequest {
  return {
    id: text(fields.id) ?? '',
    reason: text(fields.reason) ?? null,
    cancellationRequestDate: text(fields.cancellationRequestDate) ?? '',
    requestedByUser: fields.requestedByUser === true,
    deniedBySeller: fields.deniedBySeller === true,
    deniedBySellerReason: text(fields.deniedBySellerReason) ?? null,
    cancellationRequestDenyDate:
      text(fields.cancellationRequestDenyDate) ?? null,
  }
}

/** Reads a list of objects; a row of another form keeps its place. */
function list(value: unknown): Fields[] {
  return Array.isArray(value)
    ? value.map((row: unknown) => (isObject(row) ? row : {}))
    : []
}

function listIn(holder: unknown, name: string): Fields[] {
  return isObject(holder) ? list(holder[name]) : []
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function nonEmpty(value: unknown): string | undefined {
  return value === '' ? undefined : text(value)
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

function withoutUndefined<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined)
  ) as T
}
