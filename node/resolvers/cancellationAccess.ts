import { accessWarnings } from '../domain/case/accessWarnings'
import { isReturnOffered } from '../domain/settings'
import { isUncertain, readAccess } from '../services/order/readAccess'
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
  const [access, read] = await Promise.all([
    readAccess(ports),
    ports.settings(),
  ])

  return {
    cacheId: `${account} ${workspace}`,
    caller: access.caller,
    account,
    workspace,
    mayView: true,
    mayList: access.grants.ListOrders,
    mayCancel: access.grants.CancelAction,
    mayReturn: access.grants.RefundAction,
    ...read.settings,
    isReturnOffered: isReturnOffered(read),
    warnings: accessWarnings(read, isUncertain(access)),
  }
}
