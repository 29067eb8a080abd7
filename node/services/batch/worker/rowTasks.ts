import type { RowTask } from '../../../domain/batch/row'
import type { OrderCancellation } from '../../../domain/cancellation/cancellation'
import type { Situation } from '../../../domain/cancellation/verdict'
import { isConfirmed, onRequest } from '../../../domain/journal/journal'
import { refusal } from '../../../domain/refusal/refusal'
import { cancelAction } from '../../order/cancelOrder'
import { acceptAction } from '../../order/decideRequest'
import { describeResult } from '../../order/describeResult'
import { describeNow } from '../../order/readCancellation'
import type { OrderPorts } from '../../ports'
import type { Action } from '../../send/attempt'
import { sendRow } from '../../send/sendRow'
import type { NotDone, RowSend } from '../../send/sendRow'

/** One row's order, and what is wanted of it. */
export interface RowRequest extends RowSend {
  reason: string | null
  requestedByUser: boolean
  /** Everything that may tell why it is stuck is read, too. */
  isLate: boolean
}

/** What the work on a row came to. */
export type RowAnswer =
  | { kind: 'answered'; cancellation: OrderCancellation; isSent: boolean }
  | NotDone

const TASKS: Record<
  RowTask,
  (ports: OrderPorts, request: RowRequest) => Promise<RowAnswer>
> = {
  check: async (ports, { orderId }) =>
    answered(await describeNow(ports, orderId, { isPreview: true })),
  confirm: async (ports, { orderId, isLate }) =>
    answered(await describeNow(ports, orderId, { isThorough: isLate })),
  cancel: (ports, request) =>
    send(ports, request, cancelAction(ports, request)),
  accept: (ports, request) =>
    send(ports, request, acceptOwnAction(ports, request)),
}

/** Does the task of a row. */
export function workOnRow(
  ports: OrderPorts,
  task: RowTask,
  request: RowRequest
): Promise<RowAnswer> {
  return TASKS[task](ports, request)
}

function answered(cancellation: OrderCancellation, isSent = false): RowAnswer {
  return { kind: 'answered', cancellation, isSent }
}

async function send(
  ports: OrderPorts,
  request: RowRequest,
  action: Action
): Promise<RowAnswer> {
  const result = await sendRow(ports, request, action)

  return result.kind === 'not-done'
    ? result
    : answered(
        describeResult(request.orderId, result),
        result.kind === 'read' && result.isSent
      )
}

/** Makes the second step, which is taken only for a request that the journal says is ours. */
function acceptOwnAction(ports: OrderPorts, { reason }: RowRequest): Action {
  const action = acceptAction(ports, reason)

  return {
    ...action,
    judge: (situation) =>
      isOwnRequest(situation)
        ? action.judge(situation)
        : {
            kind: 'refuse',
            refusal: refusal('DECISION_PENDING', {
              orderId: situation.order.orderId,
              orderStatus: situation.order.status,
            }),
          },
  }
}

function isOwnRequest({ order, journal }: Situation): boolean {
  return onRequest(journal, order).some(
    (entry) => entry.kind === 'cancel' && isConfirmed(entry)
  )
}
