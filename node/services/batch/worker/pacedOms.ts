import type { Oms } from '../../../clients/oms'
import type { RateLimited } from '../../../domain/order/omsReply'
import type { PaceReply, Quota } from '../../../domain/lane/pacer'
import type { Gate, Permit } from './rateGate'

/** The lane stops before a call was made. Nothing is known of it, and nothing was sent. */
export class Stopped extends Error {}

/** What a reply says about the pace. */
interface Reply {
  kind: string
  quota?: Quota
}

function paceOf(reply: Reply | RateLimited): PaceReply {
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
 * OMS at the pace of the lane. Every read waits at the gate of reads; the one send has
 * its permit already. A read after the send does not wait where the gate is closed: it
 * finds out what was done.
 */
export function pacedOms(
  oms: Oms,
  reads: Gate,
  permits: { read?: Permit; send?: Permit }
): Oms {
  let firstRead = permits.read
  let hasSent = false

  const listened = async <R extends Reply>(
    permit: Permit | null | undefined,
    call: () => Promise<R>
  ): Promise<R> => {
    const reply = await call()

    permit?.done(paceOf(reply))

    return reply
  }

  const read = async <R extends Reply>(call: () => Promise<R>): Promise<R> => {
    const permit = firstRead ?? (await reads.enter())

    firstRead = undefined
    if (permit === null && !hasSent) throw new Stopped()

    return listened(permit, call)
  }

  const send = async <R extends Reply>(call: () => Promise<R>): Promise<R> => {
    hasSent = true

    return listened(permits.send, call)
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
