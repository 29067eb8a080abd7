import { randomUUID } from 'crypto'

import { callerToken } from '../callerToken'
import type { Context } from '../globals'
import { isInBatch } from '../services/batch/api/isInBatch'
import type { OrderPorts } from '../services/ports'

/** What a use case on one order needs, acting in the name of the caller. */
export function orderPorts(ctx: Context): OrderPorts {
  const token = callerToken(ctx)

  // Without a caller's token only the app's own would go to OMS.
  if (!token) throw new Error('A resolver ran without a checked caller.')

  return {
    oms: ctx.clients.oms.actingAs(token),
    journals: ctx.clients.journals,
    isInBatch: (orderId) =>
      isInBatch({ store: ctx.clients.batches, epochMs: Date.now }, orderId),
    caller: () => ctx.clients.vtexId.ownerOf(token),
    logger: ctx.vtex.logger,
    now: () => performance.now(),
    epochMs: () => Date.now(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    newId: randomUUID,
  }
}
