import type { JournalStore } from '../clients/journal'
import type { Journal } from '../domain/journal/journal'
import type { Order } from '../domain/order/order'
import type { SendReply } from '../domain/order/omsReply'
import type { OrderPorts } from '../services/ports'
import { anInvoice, anOrder, ORDER_ID } from './orders'
import type { VirtualTime } from './virtualTime'

/** OMS processes a send whose reply was lost within this time: the app waits 40 s, and two clocks may differ by up to 10 s. */
const LATEST_MS = 28_000

/** The state of the order and the faults of OMS and VBase. Shares are from 0 to 1. */
export interface Conditions {
  /** Share of sends whose reply is lost; OMS still processes half of them, some late. */
  lostReplies: number
  /** Share of reads of OMS that fail. */
  failedReads: number
  /** Share of calls to VBase that fail; VBase may have stored a failed write. */
  failedFiles: number
  /** VBase accepts every write, whatever its etag. */
  ignoresEtags: boolean
  /** The longest time of a request to VBase; its reply takes as long again. */
  fileMs: number
  /** Share of writes for which VBase's request and reply take up to 4 s each. */
  slowWrites: number
  /** The longest time of a send's request; its reply takes as long again. */
  sendMs: number
  /** How long reads of the order still show its previous status. */
  shownAfterMs: number
  /** The status that the order has at the start. */
  status: string | null
}

/** A send that OMS processed. */
export interface Processed {
  kind: 'cancel' | 'accept' | 'deny' | 'return'
  by: string
  statusBefore: string | null
  atMs: number
}

/**
 * A small OMS with one order, and a VBase with the order's journal, for many replicas at
 * once. It follows VTEX's documentation and not the table of the domain, so a mistake in
 * the table shows.
 */
export class VirtualShop {
  public readonly processed: Processed[] = []
  /** Sends that no read by the same call justified. */
  public readonly unjustified: string[] = []
  public journal: Journal = { orderId: ORDER_ID, entries: [] }
  private status: string | null
  private shown: string | null
  private etag = 0
  private readonly returns: string[] = []
  private isReturned = false

  constructor(
    private readonly time: VirtualTime,
    private readonly random: () => number,
    private readonly faults: Conditions
  ) {
    this.status = faults.status
    this.shown = faults.status
  }

  private changeStatus(status: string) {
    this.status = status
    void this.time.wait(this.faults.shownAfterMs).then(() => {
      this.shown = status
    })
  }

  /** Makes the ports of one call on one replica. A dead replica gets no answers, but its sends still arrive. */
  public ports(replica: { isDead: boolean; skewMs: number }): OrderPorts {
    const id = `call-${Math.floor(this.random() * 1e12)}`
    const lastRead: { order: Order | null } = { order: null }

    const alive = async <T>(answer: Promise<T>): Promise<T> => {
      const value = await answer

      return replica.isDead ? new Promise<T>(() => undefined) : value
    }

    return {
      oms: this.oms(id, lastRead, alive),
      journals: this.journals(alive),
      isInBatch: async () => false,
      caller: () => alive(this.later(20, () => id)),
      logger: { info: () => undefined, bug: () => undefined },
      now: () => this.time.nowMs,
      epochMs: () => this.time.nowMs + replica.skewMs,
      sleep: (ms) => alive(this.time.wait(ms)),
      newId: () => id,
    }
  }

  private oms(
    id: string,
    lastRead: { order: Order | null },
    alive: <T>(answer: Promise<T>) => Promise<T>
  ): OrderPorts['oms'] {
    const send = (kind: Processed['kind'], effect: () => SendReply) => {
      if (!isJustified(kind, lastRead.order))
        this.unjustified.push(`${kind} of ${id}`)
      // Each send needs its own read.
      lastRead.order = null

      return alive(this.send({ kind, by: id }, effect))
    }

    return {
      getOrder: () =>
        alive(
          this.later(100, () => {
            if (this.random() < this.faults.failedReads) {
              return { kind: 'unavailable' } as const
            }

            lastRead.order = this.document()

            return { kind: 'found', order: lastRead.order } as const
          })
        ),
      getPurchase: () =>
        alive(this.later(100, () => ({ kind: 'not-found' } as const))),
      getTransaction: () =>
        alive(this.later(100, () => ({ kind: 'not-found' } as const))),
      cancelOrder: (_orderId, { requestedByUser }) => {
        const kind = requestedByUser ? 'accept' : 'cancel'

        return send(kind, () => this.cancel())
      },
      denyRequest: () => send('deny', () => this.deny()),
      sendInvoice: (_orderId, { invoiceNumber }) =>
        send('return', () => this.return(invoiceNumber)),
    }
  }

  private journals(alive: <T>(answer: Promise<T>) => Promise<T>): JournalStore {
    return {
      read: () =>
        alive(
          this.later(this.faults.fileMs, () =>
            this.random() < this.faults.failedFiles
              ? ({ kind: 'unavailable' } as const)
              : ({
                  kind: 'found',
                  journal: structuredClone(this.journal),
                  etag: this.etag === 0 ? null : String(this.etag),
                } as const)
          )
        ),
      write: (journal, etag) =>
        alive(
          this.later(this.writeMs(), () => {
            const fails = this.random() < this.faults.failedFiles

            if (fails && this.random() < 0.5) return 'unavailable' as const

            // VBase has no "create only if missing".
            if (
              etag !== null &&
              etag !== String(this.etag) &&
              !this.faults.ignoresEtags
            ) {
              return 'stale' as const
            }

            this.journal = structuredClone(journal)
            this.etag += 1

            return fails ? ('unavailable' as const) : ('written' as const)
          })
        ),
    }
  }

  private writeMs(): number {
    const { slowWrites, fileMs } = this.faults

    return this.random() < slowWrites ? 4_000 : fileMs
  }

  /** Does the work between a request and a reply that take up to `ms` each. */
  private async later<T>(ms: number, work: () => T): Promise<T> {
    await this.time.wait(this.random() * ms)

    const result = work()

    await this.time.wait(this.random() * ms)

    return result
  }

  private async send(
    { kind, by }: Pick<Processed, 'kind' | 'by'>,
    effect: () => SendReply
  ): Promise<SendReply> {
    const process = () => {
      const statusBefore = this.status
      const reply = effect()

      if (reply.kind === 'received') {
        this.processed.push({ kind, by, statusBefore, atMs: this.time.nowMs })
      }

      return reply
    }

    if (this.random() >= this.faults.lostReplies)
      return this.later(this.faults.sendMs, process)

    // The reply is lost. OMS never processes the send, or does so at once or late.
    const fate = this.random()

    if (fate > 0.5) {
      const lateMs = fate > 0.75 ? this.random() * LATEST_MS : 50

      void this.time.wait(lateMs).then(process)
    }

    await this.time.wait(this.random() * 12_000)

    return { kind: 'unsettled' }
  }

  private document(): Order {
    const sale = this.shown === 'invoiced' ? [anInvoice('Output')] : []

    return anOrder({
      status: this.shown,
      invoices: [
        ...sale,
        ...this.returns.map((number) => anInvoice('Input', { number })),
      ],
      cancellation:
        this.shown === 'cancellation-requested'
          ? {
              reason: null,
              requestedByUser: true,
              requestedBySeller: null,
              date: null,
              requestId: 'q1',
            }
          : null,
    })
  }

  private cancel(): SendReply {
    switch (this.status) {
      case 'handling':
        this.changeStatus('cancellation-requested')
        break

      case 'payment-approved':

      case 'cancellation-requested':
        this.changeStatus('cancel')
        void this.time.wait(3_000).then(() => {
          this.changeStatus('canceled')
        })
        break

      default:
        if (this.status !== 'invoiced' || !this.isReturned) {
          return { kind: 'rejected' }
        }

        this.changeStatus('cancel')
    }

    return received('OMS')
  }

  private deny(): SendReply {
    if (this.status !== 'cancellation-requested') return { kind: 'rejected' }

    this.changeStatus('handling')

    return { kind: 'received', date: null, orderId: null, receipt: null }
  }

  private return(invoiceNumber: string): SendReply {
    if (this.status !== 'invoiced') return { kind: 'rejected' }

    void this.time
      .wait(this.faults.shownAfterMs)
      .then(() => this.returns.push(invoiceNumber))
    this.isReturned = true

    return received(`return ${invoiceNumber}`)
  }
}

function received(receipt: string): SendReply {
  return { kind: 'received', date: 'D', orderId: ORDER_ID, receipt }
}

/** Tells whether a read justifies a send of a kind: a cancel must never meet an open request, which it would accept. */
function isJustified(kind: Processed['kind'], order: Order | null): boolean {
  const status = order?.status

  switch (kind) {
    case 'cancel':
      return (
        status === 'payment-approved' ||
        status === 'handling' ||
        (status === 'invoiced' && order?.invoices.length === 2)
      )

    case 'accept':

    case 'deny':
      return status === 'cancellation-requested'

    case 'return':
      return status === 'invoiced' && order?.invoices.length === 1
  }
}
