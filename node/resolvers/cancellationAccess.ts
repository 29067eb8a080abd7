import { showAccess } from '../services/order/showAccess'
import type { QueryResolvers } from '../typings/schema'
import { casePorts } from './orderPorts'

/** Query `cancellationAccess`. */
export const cancellationAccess: QueryResolvers['cancellationAccess'] = (
  _root,
  _args,
  ctx
) => showAccess(casePorts(ctx), ctx.vtex)
