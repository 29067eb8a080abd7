import type { ActionKind } from '../../domain/journal/journal'
import type { SendReply } from '../../domain/order/omsReply'
import type { Order } from '../../domain/order/order'

/** A read of an order, and when OMS made it. */
export interface ReadOrder {
  order: Order
  atMs: number
}

/** A send of this app, and what OMS made of it. */
export interface Send {
  orderId: string
  kind: ActionKind
  /** The request that it denies, or the number of the return. */
  subject: string
  /** The call that sent it. */
  by: string
  sentAtMs: number
  /** The last read of the order by the same call, if no earlier send was made from it. */
  read: ReadOrder | null
  /** When OMS carried it out or refused it; infinite while it still may do either. */
  decidedAtMs: number
  /** The order's status when OMS decided. */
  statusBefore: string | null
  isApplied: boolean
  /** Null where OMS gave none. */
  receipt: string | null
  /** What the app was told; null while it has no reply. */
  reply: SendReply['kind'] | null
}

/** A send that OMS carried out. */
export type Processed = Pick<Send, 'kind' | 'by' | 'statusBefore'>

/** Finds what OMS carried out, in the order in which it did. */
export function processedOf(sends: Send[]): Processed[] {
  return sends
    .filter(({ isApplied }) => isApplied)
    .sort((one, other) => one.decidedAtMs - other.decidedAtMs)
}

/** Tells whether a read justifies a send: a cancel must never meet an open request, which it would accept. */
export function isJustified({ kind, read }: Pick<Send, 'kind' | 'read'>) {
  const { status = null, invoices = [] } = read?.order ?? {}

  switch (kind) {
    case 'cancel':
      return (
        status === 'payment-approved' ||
        status === 'handling' ||
        (status === 'invoiced' && invoices.length === 2)
      )

    case 'accept':

    case 'deny':
      return status === 'cancellation-requested'

    case 'return':
      return status === 'invoiced' && invoices.length === 1
  }
}
