import { journalStore } from '../../clients/journal'
import type { Files } from '../../clients/vbaseFiles'
import type { ActionKind } from '../../domain/journal/journal'
import type { SendReply } from '../../domain/order/omsReply'
import type { OrderPorts, ReturnPorts } from '../../services/ports'
import type { FileConditions } from '../batches/fileConditions'
import { VirtualFiles } from '../batches/virtualFiles'
import { ORDER_ID } from '../orders'
import type { VirtualTime } from '../virtualTime'
import type { ReadOrder, Send } from './sends'
import { EPOCH_MS, ShopOrder } from './shopOrder'
import { storeSets } from '../settings'

/** The app waits this long for the reply to a send. */
const SEND_TIMEOUT_MS = 12_000

const NOT_FOUND = { kind: 'not-found' } as const

const LIMITED: SendReply = { kind: 'rate-limited', retryAfterSeconds: 1 }

/** The reason by which the shop tells an accept from a cancel: OMS has one call for both. */
export const ACCEPTING = 'Accepted'

/** The faults of OMS. Shares are from 0 to 1. */
export interface OmsConditions {
  /** Share of sends whose reply is lost; OMS still processes half of them, some late. */
  lostReplies: number
  /** The longest time after which OMS processes a send whose reply was lost. */
  lateMs: number
  /** Share of sends that OMS refuses because there are too many. */
  limitedSends: number
  /** Share of reads of OMS that fail. */
  failedReads: number
  /** The longest time of a send's request; its reply takes as long again. */
  sendMs: number
  /** How long reads of the order still show what it was. */
  shownAfterMs: number
}

/** A process of the app. A dead one gets no answers, but its requests still arrive. */
export interface Replica {
  isDead: boolean
  skewMs: number
}

/** A small OMS, and a VBase with the journals of its orders, for many replicas at once. */
export class VirtualShop {
  public readonly sends: Send[] = []
  public readonly files: VirtualFiles
  public readonly orders: Map<string, ShopOrder>
  /** What calls wrote to VBase, and heard that it was written. */
  public readonly writes: Array<{ key: string; text: string }> = []
  /** When a call made its last new id, which is when it wrote a claim. */
  public lastClaimMs = 0
  private ids = 0

  constructor(
    private readonly time: VirtualTime,
    private readonly random: () => number,
    private readonly conditions: OmsConditions & FileConditions,
    statuses: Record<string, string | null> = { [ORDER_ID]: 'handling' }
  ) {
    this.files = new VirtualFiles(time, random, conditions)
    this.orders = new Map(
      Object.entries(statuses).map(([id, status]) => [
        id,
        new ShopOrder(id, status, time, () => conditions.shownAfterMs),
      ])
    )
  }

  /** Makes the ports of one call on one replica; `by` names the call, and its caller. */
  public ports(replica: Replica, by: string): ReturnPorts {
    const alive = async <T>(answer: Promise<T>): Promise<T> => {
      const value = await answer

      return replica.isDead ? new Promise<T>(() => undefined) : value
    }

    return {
      oms: this.oms(by, alive),
      journals: journalStore(this.watched(this.files.seenBy(alive, by))),
      settings: storeSets(),
      caller: () => alive(this.later(20, () => by)),
      logger: { info: () => undefined, bug: rethrow },
      now: () => this.time.nowMs,
      epochMs: () => EPOCH_MS + this.time.nowMs + replica.skewMs,
      sleep: (ms) => alive(this.time.wait(ms)),
      random: this.random,
      newId: () => {
        this.lastClaimMs = this.time.nowMs

        return this.newId('abc'[Math.floor(this.random() * 3)])
      },
    }
  }

  private newId(prefix: string): string {
    this.ids += 1

    return `${prefix}-${this.ids}`
  }

  /** Lets another operator deny the request that is open. A denial of it that is on its way can do nothing any more. */
  public denyByOthers(orderId: string) {
    const requestId = this.order(orderId).openRequestId

    this.order(orderId).denyByOthers()
    this.sends
      .filter(
        ({ kind, decidedAtMs }) => kind === 'deny' && decidedAtMs === Infinity
      )
      .filter((send) => send.orderId === orderId && send.subject === requestId)
      .forEach((send) => {
        send.decidedAtMs = this.time.nowMs
      })
  }

  private watched(files: Files): Files {
    return {
      ...files,
      write: async (file, body) => {
        const written = await files.write(file, body)
        const key = `${file.bucket}/${file.path}`

        if (written === 'written') {
          this.writes.push({ key, text: JSON.stringify(body) })
        }

        return written
      },
    }
  }

  private oms(
    by: string,
    alive: <T>(answer: Promise<T>) => Promise<T>
  ): OrderPorts['oms'] {
    const reads = new Map<string, ReadOrder>()

    const send = (kind: ActionKind, orderId: string, subject = '') => {
      const read = reads.get(orderId) ?? null

      // Each send needs its own read.
      reads.delete(orderId)

      return alive(this.send({ kind, by, orderId, read, subject }))
    }

    return {
      getOrder: (orderId) =>
        alive(
          this.later(100, () => {
            if (this.random() < this.conditions.failedReads) {
              return { kind: 'unavailable' } as const
            }

            const order = this.order(orderId).document()

            reads.set(orderId, { order, atMs: this.time.nowMs })

            return { kind: 'found', order } as const
          })
        ),
      getPurchase: () => alive(this.later(100, () => NOT_FOUND)),
      getTransaction: () => alive(this.later(100, () => NOT_FOUND)),
      cancelOrder: (orderId, { reason }) =>
        send(reason === ACCEPTING ? 'accept' : 'cancel', orderId),
      denyRequest: (orderId, { requestId }) => send('deny', orderId, requestId),
      sendInvoice: (orderId, { invoiceNumber }) =>
        send('return', orderId, invoiceNumber),
    }
  }

  public order(orderId: string): ShopOrder {
    const order = this.orders.get(orderId)

    if (!order) throw new Error(`There is no order ${orderId}.`)

    return order
  }

  /** Does the work between a request and a reply that take up to `ms` each. */
  private async later<T>(ms: number, work: () => T): Promise<T> {
    await this.time.wait(this.random() * ms)

    const result = work()

    await this.time.wait(this.random() * ms)

    return result
  }

  private async send(
    made: Pick<Send, 'kind' | 'by' | 'orderId' | 'read' | 'subject'>
  ): Promise<SendReply> {
    const send: Send = {
      ...made,
      sentAtMs: this.time.nowMs,
      decidedAtMs: Infinity,
      statusBefore: null,
      isApplied: false,
      receipt: null,
      reply: null,
    }

    this.sends.push(send)

    const reply = await this.post(send, () => this.decide(send))

    send.reply = reply.kind

    return reply
  }

  /** Delivers a send. Its reply may be lost: then OMS never processes it, or does so at once or late. */
  private async post(send: Send, decide: () => SendReply): Promise<SendReply> {
    const { lostReplies, limitedSends, lateMs, sendMs } = this.conditions

    if (this.random() < limitedSends) {
      send.decidedAtMs = this.time.nowMs

      return this.later(sendMs, () => LIMITED)
    }

    if (this.random() >= lostReplies) return this.later(sendMs, decide)

    const fate = this.random()

    if (fate <= 0.5) send.decidedAtMs = this.time.nowMs
    else {
      void this.time
        .wait(fate > 0.75 ? this.random() * lateMs : 50)
        .then(decide)
    }

    await this.time.wait(this.random() * SEND_TIMEOUT_MS)

    return { kind: 'unsettled' }
  }

  private decide(send: Send): SendReply {
    const { kind, orderId, subject } = send
    const order = this.order(orderId)
    const receipt = this.newId('receipt')

    send.decidedAtMs = Math.min(send.decidedAtMs, this.time.nowMs)
    send.statusBefore = order.status
    send.isApplied = order.apply(kind, subject)

    if (!send.isApplied) return { kind: 'rejected' }
    if (kind === 'deny') {
      return { kind: 'received', date: null, orderId: null, receipt: null }
    }

    send.receipt = receipt

    const date = new Date(EPOCH_MS + this.time.nowMs).toISOString()

    return { kind: 'received', date, orderId, receipt }
  }
}

function rethrow(_operation: string, error: unknown): never {
  throw error
}
