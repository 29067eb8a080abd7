import {
  parseOrderRead,
  parsePurchaseRead,
  parseReceiptReply,
  parseTransactionRead,
} from '../../clients/omsParsers'
import type { Oms } from '../../clients/oms'
import type { UpstreamReply } from '../../clients/upstreamReply'
import type {
  OrderRead,
  PurchaseRead,
  SendReply,
  TransactionRead,
} from '../../domain/order/omsReply'
import type { VirtualTime } from '../virtualTime'
import {
  currencyOf,
  groupOf,
  keepsPayment,
  orderIdOf,
  orderIdsOf,
  valueOf,
} from './besideOrders'
import type { BatchConditions } from './conditions'

/** The kinds of orders and the percentage of each. */
const KINDS: Array<[VirtualOrder['kind'], number]> = [
  ['paid', 70],
  ['handled', 16],
  ['missing', 4],
  ['invoiced', 4],
  ['canceled-by-others', 3],
  ['poison', 3],
]

/** The app waits this long for the reply to a send. */
const SEND_TIMEOUT_MS = 12_000

const LOST: UpstreamReply = { kind: 'lost' }
const LOGIN_PAGE = '<html></html>'

type Fault = [number, () => UpstreamReply | Promise<UpstreamReply>]

/** One order and everything that this app did to it. */
export interface VirtualOrder {
  id: string
  kind:
    | 'paid'
    | 'handled'
    | 'missing'
    | 'invoiced'
    | 'canceled-by-others'
    | 'poison'
  status: string
  shown: string
  /** The status before each send of this app that had an effect; more than one entry means that a cancel was sent twice. */
  effects: string[]
  changes: number
  shownChanges: number
}

/** An OMS in virtual time. It follows VTEX's documentation and not the table of the domain, so a mistake in the table shows. */
export class VirtualOms {
  public readonly orders = new Map<string, VirtualOrder>()
  /** Sends that no read by the same handler justified. */
  public readonly unjustified: string[] = []
  /** Canceled orders whose payment this app has looked at since, and read. */
  public readonly paymentsSeen = new Set<string>()
  /** Decides first whether OMS accepts a call, so that a test can set a rate limit. */
  public limit: (kind: 'read' | 'send') => UpstreamReply | null = () => null

  constructor(
    private readonly time: VirtualTime,
    private readonly random: () => number,
    private readonly conditions: BatchConditions
  ) {
    for (let number = 0; number < conditions.orders; number += 1) {
      this.add(orderIdOf(number))
    }
  }

  /** Makes OMS as one handler sees it; `alive` withholds answers from a dead handler, whose sends still arrive. */
  public seenBy(alive: <T>(answer: Promise<T>) => Promise<T>): Oms {
    const readAtMs = new Map<string, number>()
    const memory = new Map<string, OrderRead>()

    return {
      getOrder: async (id) =>
        memory.get(id) ??
        alive(
          this.read(id).then((reply) => {
            const read = parseOrderRead(reply, this.time.nowMs)

            if (read.kind === 'found' && this.conditions.remembersReads) {
              memory.set(id, read)
            }

            if (read.kind === 'found' && isSendable(read.order.status)) {
              readAtMs.set(id, this.time.nowMs)
            }

            return read
          })
        ),
      getPurchase: (group) => alive(this.readPurchase(group)),
      getTransaction: async (id) => {
        const read = await alive(this.readTransaction(id))
        const isCanceled = this.orders.get(id)?.status === 'canceled'

        if (isCanceled && read.kind === 'found') this.paymentsSeen.add(id)

        return read
      },
      cancelOrder: (id) => {
        const atMs = readAtMs.get(id) ?? -Infinity

        // Each send needs its own read.
        readAtMs.delete(id)
        if (this.time.nowMs - atMs > 15_000) this.unjustified.push(id)

        return alive(this.cancel(id))
      },
      denyRequest: async () => ({ kind: 'rejected' }),
      sendInvoice: async () => ({ kind: 'rejected' }),
    }
  }

  private add(id: string) {
    let share = this.conditions.isMixed ? this.random() * 100 : 0
    const [kind] = KINDS.find(([, percent]) => {
      share -= percent

      return share < 0
    }) ?? ['paid']

    const status = {
      paid: 'payment-approved',
      handled: 'handling',
      missing: '',
      invoiced: 'invoiced',
      'canceled-by-others': 'payment-approved',
      poison: 'payment-approved',
    }[kind]

    const order: VirtualOrder = {
      id,
      kind,
      status,
      shown: status,
      changes: 0,
      shownChanges: 0,
      effects: [],
    }

    this.orders.set(id, order)

    if (kind === 'canceled-by-others') {
      void this.time
        .wait(this.random() * 200_000)
        .then(() => this.changeStatus(order, 'canceled'))
    }
  }

  private changeStatus(order: VirtualOrder, status: string) {
    order.status = status
    order.changes += 1

    const { changes } = order

    void this.time
      .wait(this.random() * this.conditions.shownAfterMs)
      .then(() => {
        // Reads never go back from a newer status to an older one.
        if (changes < order.shownChanges) return
        order.shownChanges = changes
        order.shown = status
      })
  }

  private read(id: string): Promise<UpstreamReply> {
    return this.answerRead(() => {
      const order = this.orders.get(id)

      return isKnown(order)
        ? answered(200, documentOf(order))
        : answered(404, {})
    })
  }

  private async readPurchase(group: string): Promise<PurchaseRead> {
    const reply = await this.answerRead(() =>
      answered(
        200,
        orderIdsOf(group)
          .map((id) => this.orders.get(id))
          .filter(isKnown)
          .map(documentOf)
      )
    )

    return parsePurchaseRead(reply, this.time.nowMs)
  }

  private async readTransaction(id: string): Promise<TransactionRead> {
    const reply = await this.answerRead(() => {
      const isReleased =
        this.orders.get(id)?.status === 'canceled' && !keepsPayment(id)

      return answered(200, { status: isReleased ? 'Canceled' : 'Approved' })
    })

    return parseTransactionRead(reply, this.time.nowMs)
  }

  /** Answers a read, or fails. */
  private async answerRead(find: () => UpstreamReply): Promise<UpstreamReply> {
    const limited = this.limit('read')

    await this.time.wait(50 + this.random() * 150)
    if (limited) return limited
    if (this.random() < this.conditions.faultyReads) {
      return answered(this.random() < 0.5 ? 500 : 429, {})
    }

    return find()
  }

  private async cancel(id: string): Promise<SendReply> {
    const reply = await this.post(id)
    const { trustsAny200 } = this.conditions

    return trustsAny200 && reply.kind === 'answered' && reply.status === 200
      ? { kind: 'received', date: 'D', orderId: id, receipt: null }
      : parseReceiptReply(reply, this.time.nowMs)
  }

  private async post(id: string): Promise<UpstreamReply> {
    const { time, random } = this
    const limited = this.limit('send')

    await time.wait(10 + random() * 40)
    if (limited) return limited

    const fault = random() / this.conditions.faultySends
    const process = () => this.process(id)
    const later = (reply: Promise<UpstreamReply>) => {
      void time.wait(this.lateMs()).then(process)

      return reply
    }

    const done = (reply: UpstreamReply | Promise<UpstreamReply>) => {
      process()

      return reply
    }

    // Each entry: the upper bound of its share, and the fault.
    const faults: Fault[] = [
      [0.25, () => answered(429, {}, this.retryAfter())],
      [0.33, () => this.silence()],
      [0.45, () => done(this.silence())],
      [0.52, () => later(this.silence())],
      [0.6, () => done(LOST)],
      [0.66, () => LOST],
      [0.74, () => done(answered(500, {}))],
      [0.82, () => answered(random() < 0.5 ? 502 : 503, {})],
      [0.9, () => done(answered(200, LOGIN_PAGE))],
      [1, () => answered(200, LOGIN_PAGE)],
    ]

    const [, fail] = faults.find(([share]) => fault < share) ?? []

    if (fail) return fail()

    const reply = process()

    await time.wait(80 + random() * 250)

    return reply
  }

  private retryAfter(): Record<string, unknown> {
    return this.random() < 0.5
      ? { 'retry-after': String(Math.ceil(1 + this.random() * 7)) }
      : {}
  }

  private lateMs(): number {
    return this.random() * (SEND_TIMEOUT_MS + this.conditions.lateMs)
  }

  private async silence(): Promise<UpstreamReply> {
    await this.time.wait(SEND_TIMEOUT_MS)

    return LOST
  }

  private process(id: string): UpstreamReply {
    const order = this.orders.get(id)

    if (!order || order.kind === 'missing') return answered(404, {})
    if (order.kind === 'poison') return answered(500, {})

    switch (order.status) {
      case 'payment-approved':

      case 'cancellation-requested':
        order.effects.push(order.status)
        this.changeStatus(order, 'cancel')
        void this.time
          .wait(3_000)
          .then(() => this.changeStatus(order, 'canceled'))
        break

      case 'handling':
        order.effects.push(order.status)
        this.changeStatus(order, 'cancellation-requested')
        break

      case 'cancel':

      case 'canceled':
        // The status stays, but a repeated send counts as one too many.
        if (order.effects.length > 0) order.effects.push(order.status)

        return answered(409, {})

      default:
        return answered(409, {})
    }

    return answered(200, { date: 'D', orderId: id, receipt: 'R' })
  }
}

function answered(
  status: number,
  body: unknown,
  headers: Record<string, unknown> = {}
): UpstreamReply {
  return { kind: 'answered', status, headers, body }
}

function isKnown(order: VirtualOrder | undefined): order is VirtualOrder {
  return order !== undefined && order.kind !== 'missing'
}

function documentOf({ id, shown }: VirtualOrder) {
  return {
    orderId: id,
    orderGroup: groupOf(id),
    status: shown,
    origin: 'Marketplace',
    sellers: [{ id: '1' }],
    value: valueOf(id),
    storePreferencesData: { currencyCode: currencyOf(id) },
    packageAttachment:
      shown === 'invoiced'
        ? { packages: [{ type: 'Output', invoiceNumber: '1' }] }
        : null,
  }
}

function isSendable(status: string | null): boolean {
  return status === 'payment-approved' || status === 'handling'
}
