import { cancelAction } from '../../order/cancelOrder'
import { acceptAction } from '../../order/decideRequest'
import { carryOut } from '../../send/sendAndRecord'
import { complete } from '../../send/claim'
import { describeResult } from '../../order/describeResult'
import {
  answering,
  callFrom,
  judge,
  noJournal,
  underWay,
} from '../../send/attempt'
import type { Action, Attempt, Result } from '../../send/attempt'
import { lookAt } from '../../order/readCancellation'
import type { OrderPorts } from '../../ports'
import { readCheckedOrder } from '../../send/readCheckedOrder'
import { readRequests } from '../../send/readRequests'
import { JOURNAL_UNREAD } from '../../send/sendOnce'
import {
  isConfirmed,
  onRequest,
  withCompletion,
} from '../../../domain/journal/journal'
import type { JournalEntry } from '../../../domain/journal/journal'
import type { OrderCancellation } from '../../../domain/cancellation/cancellation'
import { refusal } from '../../../domain/refusal'
import type { RowTask } from '../../../domain/batch/row'
import type { Situation } from '../../../domain/cancellation/verdict'

/** One row's order, and what is wanted of it. */
export interface RowRequest {
  orderId: string
  reason: string | null
  requestedByUser: boolean
  /** In whose name it is sent. */
  by: string
  /** Whether everything that may tell why it is stuck is looked at. */
  isLate: boolean
}

/** What the work on a row needs: OMS at the pace of the lane, and leave to send. */
export interface RowPorts extends OrderPorts {
  /** Whether a send may begin now. */
  maySend: () => boolean
}

/** What the work on a row came to; null when it was not done, which says nothing. */
export type RowAnswer = {
  cancellation: OrderCancellation
  isSent: boolean
} | null

const TASKS: Record<
  RowTask,
  (ports: RowPorts, request: RowRequest) => Promise<RowAnswer>
> = {
  check: async (ports, { orderId }) =>
    looked(await lookAt(ports, orderId, { isPreview: true })),
  look: async (ports, { orderId, isLate }) =>
    looked(await lookAt(ports, orderId, { isThorough: isLate })),
  cancel: (ports, request) =>
    send(ports, request, cancelAction(ports, request)),
  accept: (ports, request) =>
    send(ports, request, acceptOwnAction(ports, request)),
}

/** Does what a row waits for. */
export function workOnRow(
  ports: RowPorts,
  task: RowTask,
  request: RowRequest
): Promise<RowAnswer> {
  return TASKS[task](ports, request)
}

function looked(cancellation: OrderCancellation): RowAnswer {
  return { cancellation, isSent: false }
}

/** The second step, only of a request that the journal says is ours. */
function acceptOwnAction(ports: RowPorts, request: RowRequest): Action {
  const action = acceptAction(ports, request.reason)

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

/**
 * The same as for a single order, but without its claim: that the shard is open stands
 * for the first entry in the journal, and the lane for the exclusion of others.
 */
async function send(
  ports: RowPorts,
  request: RowRequest,
  action: Action
): Promise<RowAnswer> {
  const { orderId } = request
  const attempt: Attempt = { orderId, action, call: callFrom(ports) }
  const result = await tryOnce(ports, attempt, request)

  return (
    result && {
      cancellation: describeResult(orderId, result),
      isSent: result.kind === 'read' && result.isSent,
    }
  )
}

async function tryOnce(
  ports: RowPorts,
  attempt: Attempt,
  request: RowRequest
): Promise<Result | null> {
  const { orderId } = attempt
  const read = await readCheckedOrder(ports.oms, orderId)

  if ('refused' in read) return { kind: 'unread', refusal: read.refused }

  const stored = await ports.journals.read(orderId)

  if (stored.kind === 'unavailable') {
    const journal = { orderId, entries: [] }
    const notes = [JOURNAL_UNREAD]

    return answering(ports, { order: read.order, journal, notes })(
      noJournal(read.order)
    )
  }

  const { journal, etag } = stored
  const order = await readRequests(ports.oms, read.order, journal)
  const verdict = judge(ports, attempt, { order, journal })
  const answer = answering(ports, { order, journal })

  switch (verdict.kind) {
    case 'already':
      return answer(null)

    case 'refuse':
      return answer(verdict.refusal)

    case 'wait':
      return answer(underWay(order, verdict.untilMs - ports.epochMs()))

    case 'send':
      return ports.maySend()
        ? sendNow(ports, attempt, { order, journal, etag, request })
        : null
  }
}

interface Judged extends Pick<Situation, 'order' | 'journal'> {
  etag: string | null
  request: RowRequest
}

function sendNow(
  ports: RowPorts,
  attempt: Attempt,
  { order, journal, etag, request }: Judged
): Promise<Result> {
  const { action, orderId } = attempt
  const entry: JournalEntry = {
    id: ports.newId(),
    kind: action.kind,
    by: request.by,
    ...action.record,
    statusSeen: order.status,
    startedAtMs: ports.epochMs(),
    completion: null,
  }

  return carryOut(ports, attempt, {
    order,
    journal,
    entry,
    // The row is looked at again when OMS must have settled; nobody waits for it here.
    deadlineMs: 0,
    record: async (completion, settled) => {
      // Nothing was done, and the row comes again: that is no entry.
      if (settled.refusal?.code === 'RATE_LIMITED') return true

      const written = await ports.journals.write(
        withCompletion(journal, entry, completion),
        etag
      )

      return (
        written === 'written' || complete(ports, { orderId, entry }, completion)
      )
    },
  })
}
