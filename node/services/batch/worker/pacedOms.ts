import type { Oms } from '../../../clients/oms'
import type { RateLimited } from '../../../domain/order/omsReply'
import type { PaceReply, Quota } from '../../../domain/lane/pacer'
import type { Permit, RateGate } from './rateGate'

/**
 * Thrown where a read before the send was not made, because the worker stops, or not answered,
 * because of OMS's rate limit: nothing was sent, and nothing can be concluded.
 */
export class Stopped extends Error {}

/** OMS at the pace of the lane, for one try. */
export interface PacedOms {
  oms: Oms
  /** Tells whether OMS gave no answer to one of the reads so far. */
  isReadLost: () => boolean
  /** Tells whether the order was read so recently that it may decide about a send. */
  isOrderFresh: () => boolean
  /**
   * Passes the guard's time; at a fast pace without its permit, or a row that waits for its guard
   * would keep others from sending, and then waits for a new one.
   */
  passGuard: (sleep: () => Promise<void>) => Promise<void>
  /** Gives back what is left of the permits, whose calls were not made. */
  release: () => void
}

/**
 * How old the read of an order may be when a send begins. A read of its purchase may come
 * between, and waits at the gate for as long as OMS takes no reads.
 */
const FRESH_MS = 10_000

/**
 * At a slower pace a row keeps its permit while it passes its guard: a second is short beside the
 * wait for a new one, which would last longer than a claim may wait for its send.
 */
const HELD_BELOW_PER_SECOND = 2

/** What paces the calls of one try. */
export interface Pace {
  reads: RateGate
  sends: RateGate
  permits: { read?: Permit; send?: Permit }
  /** The clock that never goes back. */
  now: () => number
}

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
  unpaced: Oms,
  { reads, sends, permits, now }: Pace
): PacedOms {
  let isReadLost = false
  let orderReadMs = -Infinity
  let firstRead = permits.read
  let isNext = false
  let sendPermit = permits.send
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
    const permit = firstRead ?? (await reads.enter({ isNext }))

    firstRead = undefined
    // The further reads of a try that may send must come while its first one is fresh.
    isNext = permits.send !== undefined
    if (permit === null && !hasSent) throw new Stopped()

    const reply = await countedCall(permit, call)

    isReadLost = isReadLost || reply.kind === 'unavailable'
    if (reply.kind === 'rate-limited' && !hasSent) throw new Stopped()

    return reply
  }

  const send = async <R extends Reply>(call: () => Promise<R>): Promise<R> => {
    hasSent = true

    return countedCall(sendPermit, call)
  }

  const oms: Oms = {
    getOrder: async (orderId, options) => {
      const reply = await read(() => unpaced.getOrder(orderId, options))

      orderReadMs = now()

      return reply
    },
    getPurchase: (group) => read(() => unpaced.getPurchase(group)),
    getTransaction: (orderId) => read(() => unpaced.getTransaction(orderId)),
    cancelOrder: (orderId, request) =>
      send(() => unpaced.cancelOrder(orderId, request)),
    denyRequest: (orderId, denial) =>
      send(() => unpaced.denyRequest(orderId, denial)),
    sendInvoice: (orderId, invoice) =>
      send(() => unpaced.sendInvoice(orderId, invoice)),
  }

  return {
    oms,
    isReadLost: () => isReadLost,
    isOrderFresh: () => now() - orderReadMs <= FRESH_MS,
    passGuard: async (sleep) => {
      if (sends.perSecond() < HELD_BELOW_PER_SECOND) return sleep()

      sendPermit?.release()
      await sleep()

      const next = await sends.enter()

      if (next === null) throw new Stopped()

      sendPermit = next
    },
    release: () => {
      permits.read?.release()
      sendPermit?.release()
    },
  }
}
