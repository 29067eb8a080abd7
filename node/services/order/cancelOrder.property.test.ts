import * as fc from 'fast-check'

import { verdictByFacts } from '../../domain/decision/verdict'
import { emptyJournal } from '../../domain/journal/journal'
import type { SendReply, OrderRead } from '../../domain/order/omsReply'
import type { Order } from '../../domain/order/order'
import { showsRequest } from '../../domain/order/orderStatus'
import { ORDER_ID } from '../../testing/orders'
import { found, RECEIVED, scriptedOms } from '../../testing/scriptedOms'
import { cancelOrder } from './cancelOrder'

const REQUEST = { reason: 'Late', requestedByUser: false }

const cancelVerdict = (order: Order) =>
  verdictByFacts('cancel', {
    order,
    journal: emptyJournal(ORDER_ID),
    nowMs: 0,
  }).kind

const mayBeSent = (read: OrderRead) =>
  read.kind === 'found' &&
  read.order.orderId === ORDER_ID &&
  cancelVerdict(read.order) === 'send'

const isConfirmed = (reply: SendReply) =>
  reply.kind === 'received' && reply.orderId === ORDER_ID

/** Tells whether a read after a reply proves success: an open request may be another caller's unless the reply to ours was lost. */
function provesRequest(
  { kind }: SendReply,
  read: OrderRead,
  before: OrderRead
): boolean {
  if (before.kind !== 'found') return false
  if (read.kind !== 'found' || read.order.orderId !== ORDER_ID) return false

  switch (kind) {
    case 'received':

    case 'unsettled':
      return showsRequest(read.order, before.order)

    case 'rejected':
      return cancelVerdict(read.order) === 'already'

    default:
      return false
  }
}

/** Finds the read that justifies the send: a guarded cancel is read again after its claim, and once more where that gave nothing. */
function justifying(reads: OrderRead[]): OrderRead {
  const [first] = reads
  const at = (index: number) => reads[Math.min(index, reads.length - 1)]
  const isGuarded =
    first.kind === 'found' && first.order.status !== 'payment-approved'

  if (!isGuarded) return first

  return at(1).kind === 'unavailable' ? at(2) : at(1)
}

describe('cancelOrder', () => {
  it('sends at most one cancel, only after a read that justifies it, and reports only a success that OMS confirmed, whatever OMS answers', async () => {
    const statuses = [
      null,
      'payment-approved',
      'handling',
      'start-handling',
      'invoiced',
      'cancellation-requested',
      'cancel',
      'canceled',
      'cancellation-request-denied',
      'brand-new-status',
    ]

    const anyRead = fc.oneof(
      fc.constantFrom(...statuses).map((status) => found(status)),
      fc.constantFrom<OrderRead>(
        { kind: 'not-found' },
        { kind: 'not-permitted' },
        { kind: 'rate-limited', retryAfterSeconds: 5 },
        { kind: 'unavailable' },
        found('handling', { orderId: '2-01' })
      )
    )

    const anyReply = fc.constantFrom<SendReply>(
      RECEIVED,
      { ...RECEIVED, orderId: '2-01' },
      { kind: 'not-found' },
      { kind: 'not-permitted' },
      { kind: 'rate-limited', retryAfterSeconds: 5 },
      { kind: 'rejected' },
      { kind: 'unsettled' }
    )

    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRead, { minLength: 1, maxLength: 6 }),
        anyReply,
        async (reads, reply) => {
          const { ports, calls, lastRead } = scriptedOms(reads, reply)
          const { refusal, state, date } = await cancelOrder(
            ports,
            ORDER_ID,
            REQUEST
          )

          const [first] = reads
          const second = justifying(reads)
          const isSent = mayBeSent(first) && mayBeSent(second)

          expect({
            posts: calls.filter((call) => call.startsWith('POST')).length,
            hasDate: date === 'D',
            isSuccess:
              refusal === null && !['NOT_REQUESTED', 'UNKNOWN'].includes(state),
          }).toEqual({
            posts: isSent ? 1 : 0,
            hasDate: isSent && isConfirmed(reply),
            isSuccess: isSent
              ? isConfirmed(reply) || provesRequest(reply, lastRead(), second)
              : provesRequest({ kind: 'rejected' }, lastRead(), reads[0]),
          })
        }
      ),
      { numRuns: 2_000 }
    )
  })
})
