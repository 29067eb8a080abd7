import { readAccess } from '../services/order/readAccess'
import type { QueryResolvers } from '../typings/schema'
import { casePorts } from './orderPorts'

/** Query `cancellationAccess`. */
export const cancellationAccess: QueryResolvers['cancellationAccess'] = async (
  _root,
  _args,
  ctx
) => {
  const ports = casePorts(ctx)
  const { account, workspace } = ctx.vtex
  const [{ caller, grants }, { settings }] = await Promise.all([
    readAccess(ports),
    ports.settings(),
  ])

  return {
    cacheId: `${account} ${workspace}`,
    caller,
    account,
    workspace,
    mayView: true,
    mayList: grants.ListOrders,
    mayCancel: grants.CancelAction,
    mayReturn: grants.RefundAction,
    ...settings,
  }
}
