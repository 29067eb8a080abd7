import { appLogger } from '../appLogger'
import { callerToken } from '../callerToken'
import type { OrderList } from '../clients/oms'
import type { Context } from '../globals'
import type { CasePorts, OrderPorts } from '../services/ports'
import { systemClock } from '../systemClock'

/** Makes what a use case on one order needs, acting in the name of the caller. */
export function orderPorts(
  ctx: Context
): OrderPorts & { oms: OrderPorts['oms'] & OrderList } {
  const token = callerToken(ctx)

  // The runtime would otherwise send the app's own token to OMS.
  if (!token) throw new Error('A resolver ran without a checked caller.')

  return {
    ...systemClock,
    logger: appLogger(ctx.vtex.logger),
    oms: ctx.clients.oms.actingAs(token),
    journals: ctx.clients.journals,
    caller: () => ctx.clients.vtexId.ownerOf(token),
  }
}

/** Adds what an operator's view of an order needs: the caller's grants and the store's settings. */
export function casePorts(
  ctx: Context
): CasePorts & ReturnType<typeof orderPorts> {
  return {
    ...orderPorts(ctx),
    isGranted: (login, resource) =>
      ctx.clients.grants.isGranted(login, resource),
    settings: () => ctx.clients.storeSettings.read(),
  }
}
