import ACCEPT from '../graphql/AcceptRequest.graphql'
import CANCEL from '../graphql/CancelOrder.graphql'
import DENY from '../graphql/DenyRequest.graphql'
import RETURN from '../graphql/ReturnOrder.graphql'
import { useAsk } from '../lib/useAsk'
import type { Answer } from '../lib/useAsk'
import { useSend } from '../lib/useSend'
import type { Send } from '../lib/useSend'
import type {
  AcceptRequestMutation,
  AcceptRequestMutationVariables,
  CancellationFragment,
  CancelOrderMutation,
  CancelOrderMutationVariables,
  DenyRequestMutation,
  DenyRequestMutationVariables,
  OrderAction,
  RefusedFragment,
  ReturnOrderMutation,
  ReturnOrderMutationVariables,
} from '../typings/operations'

/** What the operator has filled in. */
export interface OrderInput {
  orderId: string
  reason: string
  requestedByUser: boolean
  invoiceNumber: string
  issuanceDate: string
}

/** What the app answered to a send. */
export interface Outcome {
  /** Why it did nothing; null where it sent, or found it done. */
  refusal: RefusedFragment | null
  /** How far the cancellation has come, as far as the app knew right then. */
  cancellation: CancellationFragment | null
}

/** Gives the one way in which the page changes an order. */
export function useOrderSend(action: OrderAction): Send<OrderInput, Outcome> {
  const { send } = useAsk()

  const makers: Record<
    OrderAction,
    (input: OrderInput) => Promise<Answer<Outcome>>
  > = {
    CANCEL: async ({ orderId, reason, requestedByUser }) =>
      outcomeOf(
        await send<CancelOrderMutation, CancelOrderMutationVariables>(CANCEL, {
          orderId,
          reason: reason.trim() || null,
          requestedByUser,
        }),
        (data) => ofCancellation(data.cancelOrder)
      ),
    ACCEPT: async ({ orderId, reason }) =>
      outcomeOf(
        await send<AcceptRequestMutation, AcceptRequestMutationVariables>(
          ACCEPT,
          { orderId, reason: reason.trim() || null }
        ),
        (data) => ofCancellation(data.acceptCancellationRequest)
      ),
    DENY: async ({ orderId, reason }) =>
      outcomeOf(
        await send<DenyRequestMutation, DenyRequestMutationVariables>(DENY, {
          orderId,
          reason: reason.trim(),
        }),
        (data) => ofCancellation(data.denyCancellationRequest)
      ),
    RETURN: async ({ orderId, reason, invoiceNumber, issuanceDate }) =>
      outcomeOf(
        await send<ReturnOrderMutation, ReturnOrderMutationVariables>(RETURN, {
          orderId,
          reason: reason.trim() || null,
          invoiceNumber: invoiceNumber.trim(),
          issuanceDate: issuanceDate ? `${issuanceDate}T12:00:00Z` : null,
        }),
        (data) => data.returnInvoicedOrder
      ),
  }

  return useSend(makers[action])
}

function ofCancellation(cancellation: CancellationFragment): Outcome {
  return { refusal: cancellation.refusal, cancellation }
}

function outcomeOf<Data>(
  answer: Answer<Data>,
  of: (data: Data) => Outcome
): Answer<Outcome> {
  return answer.kind === 'answered'
    ? { kind: 'answered', data: of(answer.data) }
    : answer
}
