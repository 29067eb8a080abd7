import { prospectOf } from '../../../domain/batch/outlook'
import type { RowTask } from '../../../domain/batch/row'
import { ROW_ACTIONS } from '../../../domain/batch/rowActions'
import type { OrderCancellation } from '../../../domain/cancellation/cancellation'
import type { RowOutcome } from '../../../domain/batch/rowOutcome'
import { confirmedCancels, hasSendOf } from '../../../domain/journal/journal'
import type { Order } from '../../../domain/order/order'
import { refusal } from '../../../domain/refusal/refusal'
import type { BatchOrderAction } from '../../../domain/vocabulary'
import { cancelAction } from '../../order/cancelOrder'
import { acceptAction, denyAction } from '../../order/decideRequest'
import { describeResult } from '../../order/describeResult'
import { describeNow, previewNow } from '../../order/readCancellation'
import type { SendPorts } from '../../ports'
import type { Action, Result } from '../../send/action'
import { sendRow } from '../../send/sendRow'
import type { RowSend } from '../../send/sendRow'

/** One row's order, and what is wanted of it. */
export interface RowRequest extends RowSend {
  /** What the batch does to each order. */
  action: BatchOrderAction
  reason: string | null
  requestedByUser: boolean
  /** Also reads everything that may tell why the order is stuck. */
  isThorough: boolean
}

/** The try ended before anything happened, so it says nothing about the order: the row stays as it is, and is tried again. */
export interface NotDone {
  kind: 'not-done'
}

/**
 * Something was sent, and its end is not in the journal. The row stays in work, so that its
 * shard is not closed: the next owner waits, and finds out from the order.
 */
export interface Unrecorded {
  kind: 'unrecorded'
}

/** What a try has seen and sent, beside the cancellation. */
type Seen = Pick<RowOutcome, 'hasSent' | 'isSent' | 'prospect'>

/** What the work on a row came to. */
export type RowAnswer =
  | ({ kind: 'answered'; cancellation: OrderCancellation } & Seen)
  | NotDone
  | Unrecorded

const TASKS: Record<
  RowTask,
  (ports: SendPorts, request: RowRequest) => Promise<RowAnswer>
> = {
  check,
  confirm: async (ports, { orderId, isThorough }) =>
    answered(await describeNow(ports, orderId, { isThorough })),
  cancel: (ports, request) =>
    sendForRow(ports, request, {
      action: cancelAction(ports, request),
      isFirst: true,
    }),
  accept: (ports, request) =>
    sendForRow(ports, request, {
      action: acceptAction(ports, request.reason),
      isFirst: true,
    }),
  deny: (ports, request) =>
    sendForRow(ports, request, {
      // A batch that denies has a reason for each row.
      action: denyAction(ports, request.reason ?? ''),
      isFirst: true,
    }),
  'second-step': (ports, request) =>
    sendForRow(ports, request, {
      action: acceptOwnAction(ports, request),
      isFirst: false,
    }),
}

/** Does the task of a row. */
export function workOnRow(
  ports: SendPorts,
  task: RowTask,
  request: RowRequest
): Promise<RowAnswer> {
  return TASKS[task](ports, request)
}

function answered(
  cancellation: OrderCancellation,
  { prospect = null, isSent = false, hasSent = true }: Partial<Seen> = {}
): RowAnswer {
  return { kind: 'answered', cancellation, prospect, isSent, hasSent }
}

async function check(
  ports: SendPorts,
  { orderId, action }: RowRequest
): Promise<RowAnswer> {
  const { cancellation, order } = await previewNow(
    ports,
    orderId,
    ROW_ACTIONS[action].task
  )

  return answered(cancellation, {
    prospect: prospectOf(action, { cancellation, order, isSent: false }),
  })
}

/**
 * Sends a step of a cancellation.
 *
 * @param step `isFirst`: the read before the send tells the row's prospect
 */
async function sendForRow(
  ports: SendPorts,
  request: RowRequest,
  { action, isFirst }: { action: Action; isFirst: boolean }
): Promise<RowAnswer> {
  const sentFor: Order[] = []
  const result = await sendRow(ports, request, {
    ...action,
    send: (order) => {
      sentFor.push(order)

      return action.send(order)
    },
  })

  if (result.kind === 'not-done') return { kind: 'not-done' }

  const read = result.kind === 'read' ? result : null
  const isSent = read?.isSent ?? false

  if (isSent && !read?.isEndWritten) return { kind: 'unrecorded' }

  const cancellation = describeResult(request.orderId, result)
  // What was read after a send shows what it has done.
  const order = sentFor[0] ?? read?.order ?? null

  return answered(cancellation, {
    prospect: isFirst
      ? prospectOf(request.action, { cancellation, order, isSent })
      : null,
    isSent,
    hasSent: mayHaveSent(result, request),
  })
}

/** Tells whether the batch has sent something for the order, as its journal says; without the journal it may have. */
function mayHaveSent(result: Result, { batchId }: RowRequest): boolean {
  return (
    result.kind === 'unread' ||
    batchId === undefined ||
    hasSendOf(result.known.journal, batchId)
  )
}

/** Makes the second step: an accept of the request that this app's own cancel has made, and of no other. */
function acceptOwnAction(ports: SendPorts, { reason }: RowRequest): Action {
  const action = acceptAction(ports, reason)

  return {
    ...action,
    judge: (situation) => {
      const { journal, order } = situation
      const verdict = action.judge(situation)
      const isOwn = confirmedCancels(journal, order).length > 0

      // Where no request is open, the order says so itself.
      return verdict.kind !== 'send' || isOwn
        ? verdict
        : {
            kind: 'refuse',
            refusal: refusal('DECISION_PENDING', order),
          }
    },
  }
}
