import { readCase } from '../services/order/readCase'
import type { QueryResolvers } from '../typings/schema'
import { casePorts } from './orderPorts'

/** Query `cancellationCase`. */
export const cancellationCase: QueryResolvers['cancellationCase'] = (
  _root,
  { orderId },
  ctx
) => readCase(casePorts(ctx), orderId)
