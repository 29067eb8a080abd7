import { refusedOrder } from '../../domain/cancellation/cancellation'
import type { OrderCancellation } from '../../domain/cancellation/cancellation'
import { isReleased } from '../../domain/cancellation/paymentWarnings'
import { isConfirmed, lastEffective } from '../../domain/journal/journal'
import type { Journal } from '../../domain/journal/journal'
import { checkReturn } from '../../domain/order/checkInput'
import type { ReturnInput } from '../../domain/order/checkInput'
import { isPaidHere } from '../../domain/order/order'
import type { Order } from '../../domain/order/order'
import { givenOrderId, MAX_ORDER_ID_LENGTH } from '../../domain/order/orderId'
import { beginningOf } from '../../domain/wholeText'
import { conflict, refusal, shown } from '../../domain/refusal/refusal'
import type { Refusal, ShownRefusal } from '../../domain/refusal/refusal'
import {
  hasReturn,
  returnedValue,
  returnInvoiceOf,
} from '../../domain/return/returnInvoice'
import type { ReturnRequest } from '../../domain/return/returnInvoice'
import {
  returnVerdictOf,
  unsettledReturn,
} from '../../domain/return/returnVerdict'
import type { OrderPorts, ReturnPorts, SettingsPort } from '../ports'
import type { Action, Result } from '../send/action'
import { callFrom } from '../send/deadline'
import type { Call } from '../send/deadline'
import { refusalOfRead } from '../send/readCheckedOrder'
import { sendForCaller } from '../send/sendForCaller'
import { cancelAction } from './cancelOrder'
import { logOutcome, runAction } from './runAction'

/** What became of a return invoice, and of the cancel after it. */
export interface OrderReturn {
  cacheId: string
  orderId: string
  invoiceNumber: string
  invoiceValue: number | null
  date: string | null
  receipt: string | null
  refusal: ShownRefusal | null
  cancellation: OrderCancellation | null
}

/**
 * Returns all of an invoiced order that has not come back: sends one return invoice, which
 * refunds by itself, and then tries the cancel. Whether OMS takes that cancel is not settled in VTEX's
 * own pages, so its refusal stands beside the receipt and undoes nothing.
 */
export async function returnInvoicedOrder(
  ports: ReturnPorts,
  text: string,
  input: ReturnInput
): Promise<OrderReturn> {
  const orderId = givenOrderId(text)
  const call = callFrom(ports)
  const request = {
    invoiceNumber: input.invoiceNumber.trim(),
    issuanceDate: input.issuanceDate ?? new Date(ports.epochMs()).toISOString(),
  }

  const refusedInput = checkReturn(input) ?? (await notOffered(ports, orderId))
  const result: Result = refusedInput
    ? { kind: 'unread', refusal: refusedInput }
    : await sendForCaller(
        ports,
        { orderId, call },
        returnAction(ports, request, input.reason)
      )

  const answer = answerOfReturn(orderId, request, result)

  logOutcome(ports, 'returnInvoicedOrder', {
    orderId,
    state: answer.refusal ? 'REFUSED' : 'RETURNED',
    refusal: answer.refusal,
  })

  return answer.refusal || result.kind === 'unread'
    ? answer
    : {
        ...answer,
        cancellation: await cancelAfter(ports, {
          orderId,
          call,
          result,
          reason: input.reason,
        }),
      }
}

/** Refuses a return where the store has set that this app sends none, or where it cannot be known: a refund is money. */
async function notOffered(
  { settings: read }: SettingsPort,
  orderId: string
): Promise<Refusal | null> {
  const { settings, isRead } = await read()

  if (!isRead) return refusal('RETURN_SETTING_UNREAD', { orderId })

  return settings.isReturnOffered
    ? null
    : refusal('RETURN_NOT_OFFERED', { orderId })
}

function returnAction(
  { oms }: OrderPorts,
  request: ReturnRequest,
  reason: string | null
): Action {
  return {
    kind: 'return',
    journalFields: {
      reason,
      requestedByUser: null,
      invoiceNumber: request.invoiceNumber,
    },
    judge: (situation) => returnVerdictOf(situation, request),
    lastLook: (order) => lookAtPayment(oms, order),
    send: async (order) => {
      const invoice = returnInvoiceOf(order, request)

      // Cannot be null: an order without one was not judged fit to be sent.
      return invoice
        ? oms.sendInvoice(order.orderId, invoice)
        : { kind: 'rejected' }
    },
  }
}

/**
 * Refuses a return whose payment is canceled already: it has nothing to take a refund from,
 * or would refund what went back another way. Only a side that was paid has a transaction.
 */
async function lookAtPayment(
  oms: OrderPorts['oms'],
  order: Order
): Promise<Refusal | null> {
  const { orderId } = order

  if (!isPaidHere(order)) return null

  const read = await oms.getTransaction(orderId)

  switch (read.kind) {
    case 'found':
      return isReleased(read.status)
        ? refusal('PAYMENT_CANCELED', { orderId })
        : null

    case 'not-found':
      return null

    default:
      return refusalOfRead(orderId, read)
  }
}

function answerOfReturn(
  text: string,
  { invoiceNumber }: ReturnRequest,
  result: Result
): OrderReturn {
  const orderId = beginningOf(text, MAX_ORDER_ID_LENGTH)
  const answer = {
    cacheId: orderId,
    orderId,
    invoiceNumber: beginningOf(invoiceNumber, MAX_ORDER_ID_LENGTH),
    invoiceValue: null,
    date: null,
    receipt: null,
    refusal: result.refusal && shown(result.refusal),
    cancellation: null,
  }

  if (result.kind === 'unread' || result.refusal) return answer

  const { order, known } = result
  const entry = returnEntry(known.journal, invoiceNumber)
  const isDone =
    hasReturn(order, invoiceNumber) || (entry !== null && isConfirmed(entry))

  return {
    ...answer,
    // What was sent before, and is not on the order yet, may be worth another sum than it would be now.
    invoiceValue:
      result.isSent || hasReturn(order, invoiceNumber)
        ? returnedValue(order, invoiceNumber)
        : null,
    date: entry?.completion?.date ?? null,
    receipt: entry?.completion?.receipt ?? null,
    // A refusal of null would read as done.
    refusal: isDone ? null : shown(unsettledReturn(order, invoiceNumber)),
  }
}

/** Finds the entry of a return that was sent, or may have been, under a number. */
function returnEntry(journal: Journal, invoiceNumber: string) {
  const entries = journal.entries.filter(
    (entry) => entry.kind === 'return' && entry.invoiceNumber === invoiceNumber
  )

  return lastEffective({ ...journal, entries }) ?? null
}

interface AfterReturn {
  orderId: string
  call: Call
  result: Extract<Result, { kind: 'read' }>
  reason: string | null
}

/** Tries the cancel after a return, unless no time is left to wait for its outcome. */
async function cancelAfter(
  ports: OrderPorts,
  { orderId, call, result, reason }: AfterReturn
): Promise<OrderCancellation> {
  if (ports.now() > call.sendByMs) {
    const tooLate = conflict('TOO_LATE', { orderId }, 1_000)

    return refusedOrder(result.order, result.known, tooLate)
  }

  return runAction(ports, orderId, {
    name: 'cancelOrder',
    refusedInput: null,
    action: cancelAction(ports, { reason, requestedByUser: false }),
    call,
  })
}
