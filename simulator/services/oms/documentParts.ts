import { valueOf } from './invoiceReading'
import type {
  SimulatedChange,
  SimulatedItem,
  SimulatedOrder,
  SimulatedPackage,
} from './order'
import { changedBy } from './seedParts'

/** A change stands in the totals as a line of its own. A partial invoice lowers the order's value, and no total. */
export function totalsOf({ toInvoice, changes }: SimulatedOrder) {
  const change = changedBy(changes)

  const items = {
    id: 'Items',
    name: 'Items',
    value: toInvoice - change,
  }

  return changes.length === 0
    ? [items]
    : [items, { id: 'Change', name: 'Changes', value: change }]
}

/** Shows an item with the fields that every item has. */
export function itemDocument(item: SimulatedItem, { sellers }: SimulatedOrder) {
  return {
    seller: sellers[0]?.id ?? '1',
    sellingPrice: item.price,
    unitMultiplier: 1,
    isGift: false,
    ...item,
    name: 'T-shirt',
  }
}

/** A compensation shows what the shopper gets and for which SKU. */
export function packageDocument(
  { isCompensation, ...invoice }: SimulatedPackage,
  { items }: SimulatedOrder
) {
  if (!isCompensation) return invoice

  const value = valueOf(invoice)

  return {
    ...invoice,
    restitutions: {
      Refund: {
        value,
        giftCardData: null,
        items: [
          {
            useFreight: false,
            isCompensation: true,
            compensationValue: value,
            id: items[0]?.id ?? '',
            quantity: 0,
            price: 0,
            description: '',
          },
        ],
      },
    },
  }
}

/** Shows the changes; an order without any has null. */
export function changesDocument(changesData: SimulatedChange[]) {
  return changesData.length === 0
    ? null
    : { id: 'changeAttachment', changesData }
}
