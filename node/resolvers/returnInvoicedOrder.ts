import { returnInvoicedOrder as returnOrder } from '../services/order/returnInvoicedOrder'
import type { MutationResolvers } from '../typings/schema'
import { casePorts } from './orderPorts'

/** Mutation `returnInvoicedOrder`. */
export const returnInvoicedOrder: MutationResolvers['returnInvoicedOrder'] = (
  _root,
  { orderId, invoiceNumber, issuanceDate, reason },
  ctx
) =>
  returnOrder(casePorts(ctx), orderId, {
    invoiceNumber,
    issuanceDate: issuanceDate ?? null,
    reason: reason ?? null,
  })
