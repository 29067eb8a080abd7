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

/** Why the app did nothing; null where it sent, or found it done. */
type Outcome = RefusedFragment | null

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
        (data) => data.cancelOrder.refusal
      ),
    ACCEPT: async ({ orderId, reason }) =>
      outcomeOf(
        await send<AcceptRequestMutation, AcceptRequestMutationVariables>(
          ACCEPT,
          { orderId, reason: reason.trim() || null }
        ),
        (data) => data.acceptCancellationRequest.refusal
      ),
    DENY: async ({ orderId, reason }) =>
      outcomeOf(
        await send<DenyRequestMutation, DenyRequestMutationVariables>(DENY, {
          orderId,
          reason: reason.trim(),
        }),
        (data) => data.denyCancellationRequest.refusal
      ),
    RETURN: async ({ orderId, reason, invoiceNumber, issuanceDate }) =>
      outcomeOf(
        await send<ReturnOrderMutation, ReturnOrderMutationVariables>(RETURN, {
          orderId,
          reason: reason.trim() || null,
          invoiceNumber: invoiceNumber.trim(),
          issuanceDate: issuanceDate ? `${issuanceDate}T12:00:00Z` : null,
        }),
        (data) => data.returnInvoicedOrder.refusal
      ),
  }

  return useSend(makers[action])
}

function outcomeOf<Data>(
  answer: Answer<Data>,
  refusalOf: (data: Data) => Outcome
): Answer<Outcome> {
  return answer.kind === 'answered'
    ? { kind: 'answered', data: refusalOf(answer.data) }
    : answer
}
