import type { Oms } from '../../node/clients/oms'
import {
  parseDenialReply,
  parseOrderRead,
  parsePurchaseRead,
  parseReceiptReply,
  parseTransactionRead,
} from '../../node/clients/omsParsers'
import type { UpstreamReply } from '../../node/clients/upstreamReply'
import type { SimulatedReply } from '../../simulator/edge/exchange'
import type { Shown } from './display'
import { readFault, sendFault } from './faults'
import type { Caller, Sent } from './records'
import { PATHS } from './simulatedOms'
import type { MoneyWorld } from './world'

type Part = Pick<Sent, 'orderId' | 'kind'> &
  Partial<Pick<Sent, 'requestId' | 'invoice'>>

interface Read {
  path: string
  /** The order whose other clients act around this read; null for a read of something else. */
  orderId: string | null
}

/** The simulated OMS as one caller reaches it: through the app's own parsers, with faults, and with other clients that act between any two calls. */
export class MoneyOms {
  constructor(private readonly world: MoneyWorld) {}

  public seenBy(caller: Caller): Oms {
    const { world } = this
    const now = () => world.epochMs()

    return {
      getOrder: async (orderId) => {
        const { reply, truth } = await this.read(caller, {
          path: PATHS.order(orderId),
          orderId,
        })

        const read = parseOrderRead(reply, now())

        if (read.kind === 'found' && truth) {
          caller.seen.set(orderId, truth)
          caller.truths.push({ orderId, truth })
        }

        return read
      },
      getPurchase: async (group) => {
        const { reply } = await this.read(caller, {
          path: PATHS.purchase(group),
          orderId: null,
        })

        return parsePurchaseRead(reply, now())
      },
      getTransaction: async (orderId) => {
        const { reply } = await this.read(caller, {
          path: PATHS.transaction(orderId),
          orderId: null,
        })

        return parseTransactionRead(reply, now())
      },
      cancelOrder: async (orderId, request) => {
        const sent = begin(caller, { orderId, kind: 'cancel' })
        const reply = await this.send(sent, PATHS.cancel(orderId), request)

        return confirmed(sent, parseReceiptReply(reply, now()))
      },
      denyRequest: async (orderId, { requestId, reason }) => {
        const sent = begin(caller, { orderId, kind: 'deny', requestId })
        const reply = await this.send(sent, PATHS.deny(orderId), {
          cancellationRequestId: requestId,
          denyReason: reason,
        })

        return confirmed(sent, parseDenialReply(reply, now()))
      },
      sendInvoice: async (orderId, invoice) => {
        const { invoiceNumber, invoiceValue, items } = invoice
        const sent = begin(caller, {
          orderId,
          kind: 'return',
          invoice: { number: invoiceNumber, value: invoiceValue, lines: items },
        })

        const reply = await this.send(sent, PATHS.invoice(orderId), invoice)

        return confirmed(sent, parseReceiptReply(reply, now()))
      },
    }
  }

  private async read(caller: Caller, { path, orderId }: Read) {
    const { world } = this

    if (orderId !== null) world.clicks.before(orderId)
    await world.time.wait(20 + world.random() * 150)

    const truth = orderId === null ? null : world.truthOf(orderId)

    const reply = this.shown(world.oms.call('GET', path))

    if (orderId !== null) world.clicks.after(orderId)
    await world.time.wait(10 + world.random() * 100)

    return {
      reply: await world.unlessDead(caller, readFault(world, reply)),
      truth,
    }
  }

  private async send(
    sent: Sent,
    path: string,
    body: object
  ): Promise<UpstreamReply> {
    const { world } = this
    const { orderId } = sent

    world.clicks.before(orderId)
    await world.time.wait(10 + world.random() * 50)

    const process = () => {
      sent.met = world.truthOf(orderId)

      const reply = world.oms.call('POST', path, body)

      sent.tookEffect = reply.status === 200
      world.noteEffect(sent)
      world.clicks.after(orderId)

      return answered(reply)
    }

    return world.unlessDead(sent.by, sendFault(world, process))
  }

  /** Shows orders as their displays say. */
  private shown(reply: SimulatedReply): UpstreamReply {
    const show = (one: unknown) => {
      const document = one as Shown & { orderId: string }

      return this.world.displayOf(document.orderId).show(document)
    }

    const { status, body } = reply

    if (status !== 200 || typeof body !== 'object' || body === null)
      return answered(reply)

    if (Array.isArray(body)) return answered({ status, body: body.map(show) })

    return answered(
      'packageAttachment' in body ? { status, body: show(body) } : reply
    )
  }
}

function begin(caller: Caller, part: Part): Sent {
  const sent: Sent = {
    requestId: null,
    invoice: null,
    ...part,
    by: caller,
    justifiedBy: caller.seen.get(part.orderId) ?? null,
    met: null,
    tookEffect: false,
    confirmed: null,
  }

  // Each send needs a read of its own.
  caller.seen.delete(part.orderId)
  caller.sends.push(sent)

  return sent
}

/** Notes which receipts have reached a caller. */
function confirmed<Reply extends { kind: string }>(
  sent: Sent,
  reply: Reply
): Reply {
  const { date, receipt } = reply as { date?: unknown; receipt?: unknown }

  if (reply.kind === 'received') {
    sent.confirmed = {
      date: typeof date === 'string' ? date : '',
      receipt: typeof receipt === 'string' ? receipt : null,
    }
  }

  return reply
}

/** Hands a reply over as the app's HTTP client does: a body that is not sent is an empty text. */
export function answered({
  status,
  headers = {},
  body = '',
}: SimulatedReply): UpstreamReply {
  return { kind: 'answered', status, headers, body: structuredClone(body) }
}
