import {
  cents,
  date,
  flagOrNull,
  listOf,
  object,
  orNull,
  text,
  textOrNull,
} from './forms'

/** What the shopper gets back for a return, or as a compensation. */
const restitutions = object({
  Refund: object({
    value: cents,
    giftCardData: textOrNull,
    items: orNull(
      listOf(
        object({
          useFreight: flagOrNull,
          isCompensation: { type: 'boolean' },
          compensationValue: cents,
          id: text,
          quantity: { type: 'integer', minimum: 0 },
          price: cents,
          description: text,
        })
      )
    ),
  }),
})

/** An invoice as VTEX documents it; old and foreign ones differ. */
export const invoicePackage = object(
  {
    type: { enum: ['Output', 'Input'] },
    invoiceNumber: text,
    invoiceValue: cents,
    items: listOf(
      object({
        itemIndex: { type: 'integer', minimum: 0 },
        quantity: { type: 'integer', minimum: 1 },
        price: cents,
      })
    ),
  },
  { restitutions: orNull(restitutions) }
)

const changedItem = object({
  id: text,
  name: text,
  quantity: { type: 'integer', minimum: 1 },
  price: cents,
  unitMultiplier: textOrNull,
})

export const changesAttachment = object({
  id: text,
  changesData: listOf(
    object({
      reason: text,
      discountValue: cents,
      incrementValue: cents,
      itemsAdded: listOf(changedItem),
      itemsRemoved: listOf(changedItem),
      receipt: object({ date, orderId: text, receipt: text }),
    })
  ),
})
