import type { Oms } from '../../../clients/oms'
import type { RateLimited } from '../../../domain/order/omsReply'
import type { PaceReply, Quota } from '../../../domain/lane/pacer'
import type { Permit, RateGate } from './rateGate'

/** Thrown where the worker stops before a call was made: nothing was sent, and nothing can be concluded. */
export class Stopped extends Error {}

/** What a reply says about the pace. */
interface Reply {
  kind: string
  quota?: Quota
}

function paceReplyOf(reply: Reply | RateLimited): PaceReply {
  switch (reply.kind) {
    case 'rate-limited': {
      const { isStated, retryAfterSeconds } = reply as RateLimited

      return {
        kind: 'limited',
        waitMs: isStated ? retryAfterSeconds * 1_000 : null,
      }
    }

    // OMS did not answer, or not as itself.
    case 'unavailable':

    case 'unsettled':
      return { kind: 'lost' }

    default:
      return { kind: 'taken', quota: (reply as Reply).quota }
  }
}

/**
 * Wraps OMS so that its calls keep the pace of the lane. Each read waits at the gate of
 * reads; the one send has its permit already. A read after the send is made even when the
 * gate is closed: it explains what OMS refused.
 */
export function pacedOms(
  oms: Oms,
  reads: RateGate,
  permits: { read?: Permit; send?: Permit }
): Oms {
  let firstRead = permits.read
  let hasSent = false

  const countedCall = async <R extends Reply>(
    permit: Permit | null | undefined,
    call: () => Promise<R>
  ): Promise<R> => {
    const reply = await call()

    permit?.done(paceReplyOf(reply))

    return reply
  }

  const read = async <R extends Reply>(call: () => Promise<R>): Promise<R> => {
    const permit = firstRead ?? (await reads.enter())

    firstRead = undefined
    if (permit === null && !hasSent) throw new Stopped()

    return countedCall(permit, call)
  }

  const send = async <R extends Reply>(call: () => Promise<R>): Promise<R> => {
    hasSent = true

    return countedCall(permits.send, call)
  }

  return {
    getOrder: (orderId, options) => read(() => oms.getOrder(orderId, options)),
    getPurchase: (group) => read(() => oms.getPurchase(group)),
    getTransaction: (orderId) => read(() => oms.getTransaction(orderId)),
    cancelOrder: (orderId, request) =>
      send(() => oms.cancelOrder(orderId, request)),
    denyRequest: (orderId, denial) =>
      send(() => oms.denyRequest(orderId, denial)),
    sendInvoice: (orderId, invoice) =>
      send(() => oms.sendInvoice(orderId, invoice)),
  }
}
