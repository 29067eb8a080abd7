import { amount, quoted } from './said'
import type { Counted, Named, OfOrder, Said, Sums } from './said'

const INVOICED = ({ orderId }: OfOrder) =>
  `Order ${orderId} is invoiced, and can be canceled only after all of it came back on a return invoice.`

const CAME_BACK = ({ orderId, sums }: Counted & OfOrder) =>
  `Order ${orderId} did not come back whole: returns of ${amount(
    sums.returned
  )} stand against invoices of ${amount(
    sums.invoiced
  )}. A cancel would give up what is still out.`

/** What is left to do where the invoices do not tell enough. */
export const SETTLE_IN_ADMIN =
  'Settle this order in the Admin, where you see its invoices.'

/** The two ways out of a part that is invoiced. VTEX takes a change in some statuses and for some payments only (help page How Order modifications works). */
const END_OF_A_PART =
  'Remove what is not invoiced by changing the order. Where VTEX takes no change, invoice the rest, and then return what has not come back.'

const above =
  (changed: (sums: Sums) => string) =>
  ({ orderId, sums }: Counted & OfOrder) =>
    `The invoices of order ${orderId} add up to ${amount(
      sums.invoiced
    )}, and the order costs ${amount(sums.value)}${changed(
      sums
    )}: a return of all would pay back too much. A change of the order, a second invoice of the same goods, or another total on the other side of the sale may be why. Find out which amount is right, and return the order in the Admin.`

const partOf = ({ orderId, sums }: Counted & OfOrder) =>
  `A part of order ${orderId} is invoiced${shareOf(
    sums
  )}, and OMS does not cancel such an order.`

function shareOf({ invoiced, value }: Sums): string {
  if (invoiced === null) return ''

  return value === null
    ? ` (${amount(invoiced)})`
    : ` (${amount(invoiced)} of ${amount(value)})`
}

const notInvoiced =
  (end: string) =>
  ({ orderId, subject }: Named & OfOrder) =>
    `Order ${orderId} is not fully invoiced, and a return invoice makes no refund before it is. Its status was ${quoted(
      subject
    )}. ${end}`

/** The sentences of refusals whose reason is what was invoiced and returned. */
export const GOODS_SENTENCES = {
  ORDER_INVOICED: {
    INVOICED_RETURN_IT: (said: OfOrder) =>
      `${INVOICED(said)} Send one with returnInvoicedOrder.`,
    INVOICED_REQUEST_ANSWERED: (said: OfOrder) =>
      `${INVOICED(
        said
      )} The invoice answers the open request with a no, and the platform moves the order on: read it again in a minute.`,
    INVOICED_RETURN_BARRED: INVOICED,
  },
  RETURN_INCOMPLETE: {
    PART_BACK_RETURN_REST: (said: Counted & OfOrder) =>
      `${CAME_BACK(said)} Return the rest first, with returnInvoicedOrder.`,
    PART_BACK_RETURN_BARRED: CAME_BACK,
    RETURNED_UNKNOWN: ({ orderId, clauses }: OfOrder & Pick<Said, 'clauses'>) =>
      `It cannot be told how much of order ${orderId} came back: ${clauses}. A cancel could give up what is still out.`,
  },
  INVOICES_UNREADABLE: {
    INVOICES_UNREADABLE: ({
      orderId,
      clauses,
    }: OfOrder & Pick<Said, 'clauses'>) =>
      `The invoices of order ${orderId} do not tell how much of it was sold and returned: ${clauses}. ${SETTLE_IN_ADMIN}`,
  },
  INVOICES_ABOVE_ORDER: {
    INVOICES_ABOVE_ORDER: above(() => ''),
    INVOICES_ABOVE_LOWERED_ORDER: above(
      ({ changes }) => ` after changes that took off ${amount(-changes)}`
    ),
    INVOICES_ABOVE_RAISED_ORDER: above(
      ({ changes }) => ` after changes that added ${amount(changes)}`
    ),
  },
  ORDER_PARTIALLY_INVOICED: {
    PART_INVOICED: (said: Counted & OfOrder) =>
      `${partOf(said)} ${END_OF_A_PART}`,
    PART_INVOICED_AND_BACK: (said: Counted & OfOrder) =>
      `${partOf(
        said
      )} What was invoiced has come back, so only the rest is open. ${END_OF_A_PART}`,
  },
  ORDER_NOT_INVOICED: {
    NOT_INVOICED_CANCEL_IT: notInvoiced('Cancel it instead.'),
    NOT_INVOICED_IN_FULL: notInvoiced(END_OF_A_PART),
    NOT_INVOICED_REQUEST_OPEN: notInvoiced(
      'Wait until the other side has decided about its cancellation request.'
    ),
  },
} as const
