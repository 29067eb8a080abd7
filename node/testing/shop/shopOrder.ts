import type { ActionKind } from '../../domain/journal/journal'
import type { CancellationRequest, Order } from '../../domain/order/order'
import { anInvoice, anOrder } from '../orders'
import type { VirtualTime } from '../virtualTime'

/** The time of day when virtual time begins. */
export const EPOCH_MS = 1_000_000_000

/** The time from an accepted cancel to the canceled order. */
const CANCELING_MS = 3_000

/** What OMS knows of an order, or what its reads show of it. */
interface Facts {
  status: string | null
  requests: CancellationRequest[]
  returns: string[]
}

/**
 * An order at OMS. It follows VTEX's documentation and not the table of the domain, so a
 * mistake in the table shows.
 */
export class ShopOrder {
  /** Each status that the order has had, and since when. */
  public readonly history: Array<{ atMs: number; status: string | null }>
  /** When other operators have denied a request. */
  public readonly deniedByOthersMs: number[] = []
  private facts: Facts
  private shown: Facts

  constructor(
    public readonly orderId: string,
    status: string | null,
    private readonly time: VirtualTime,
    private readonly shownAfterMs: () => number
  ) {
    const isRequested = status === 'cancellation-requested'

    this.facts = {
      status,
      requests: isRequested ? [this.aRequest(0, true)] : [],
      returns: [],
    }
    this.shown = this.facts
    this.history = [{ atMs: 0, status }]
  }

  public get status(): string | null {
    return this.facts.status
  }

  /** Carries out a send; false when OMS refuses it. `subject`: the request that is denied, or the number of the return. */
  public apply(kind: ActionKind, subject: string): boolean {
    return {
      cancel: () => this.cancel(),
      accept: () => this.cancel(),
      deny: () => this.deny(subject),
      return: () => this.return(subject),
    }[kind]()
  }

  /** The id of the request that is open; null when none is. */
  public get openRequestId(): string | null {
    const { status, requests } = this.facts
    const open = requests.find(({ denied }) => denied === null)

    return status === 'cancellation-requested' ? open?.id ?? null : null
  }

  /** Lets another operator deny the request that is open, if one is. */
  public denyByOthers() {
    if (this.deny(this.openRequestId)) {
      this.deniedByOthersMs.push(this.time.nowMs)
    }
  }

  /** Makes the order as a read shows it now. */
  public document(): Order {
    const { status, requests, returns } = this.shown
    const sale = status === 'invoiced' ? [anInvoice('Output')] : []
    const open = requests.find(({ denied }) => denied === null)

    return anOrder({
      orderId: this.orderId,
      status,
      requests,
      invoices: [
        ...sale,
        ...returns.map((number) => anInvoice('Input', { number })),
      ],
      cancellation:
        status === 'cancellation-requested' && open
          ? {
              reason: null,
              requestedByUser: open.requestedByUser,
              requestedBySeller: null,
              date: null,
              requestId: open.id,
            }
          : null,
    })
  }

  private cancel(): boolean {
    const { status, requests, returns } = this.facts

    switch (status) {
      case 'handling':
        this.change({
          status: 'cancellation-requested',
          requests: [...requests, this.aRequest(requests.length, false)],
        })

        return true

      case 'payment-approved':

      case 'cancellation-requested':
        this.change({ status: 'cancel' })
        void this.time
          .wait(CANCELING_MS)
          .then(() => this.change({ status: 'canceled' }))

        return true

      default:
        if (status !== 'invoiced' || returns.length === 0) return false

        this.change({ status: 'cancel' })

        return true
    }
  }

  private deny(requestId: string | null): boolean {
    if (requestId === null || requestId !== this.openRequestId) return false

    const denied = { reason: null, date: this.date() }

    this.change({
      status: 'handling',
      requests: this.facts.requests.map((one) => ({
        ...one,
        denied: one.denied ?? denied,
      })),
    })

    return true
  }

  private return(invoiceNumber: string): boolean {
    if (this.facts.status !== 'invoiced') return false

    this.change({ returns: [...this.facts.returns, invoiceNumber] })

    return true
  }

  private change(more: Partial<Facts>) {
    const facts = { ...this.facts, ...more }

    this.facts = facts
    this.history.push({ atMs: this.time.nowMs, status: facts.status })
    void this.time.wait(this.shownAfterMs()).then(() => {
      this.shown = facts
    })
  }

  private aRequest(number: number, isByUser: boolean): CancellationRequest {
    return {
      id: `q${number + 1}`,
      reason: null,
      requestedByUser: isByUser,
      // What a caller is told as the date of a cancellation then is a receipt of this app.
      date: null,
      denied: null,
    }
  }

  private date(): string {
    return new Date(EPOCH_MS + this.time.nowMs).toISOString()
  }
}
