import { sendRow } from '../../services/send/sendRow'
import { describeResult } from '../../services/order/describeResult'
import { cancelAction, cancelOrder } from '../../services/order/cancelOrder'
import {
  acceptCancellationRequest,
  denyCancellationRequest,
} from '../../services/order/decideRequest'
import { returnInvoicedOrder } from '../../services/order/returnInvoicedOrder'
import type { OrderCancellation } from '../../domain/cancellation/cancellation'
import type { ReturnPorts } from '../../services/ports'
import { ACCEPTING } from '../shop/virtualShop'

/** What a call told its caller about one thing that it did. */
export type Told = Pick<
  OrderCancellation,
  'date' | 'receipt' | 'refusal' | 'warnings'
> & {
  kind: 'cancel' | 'accept' | 'deny' | 'return'
  /** Null for a return invoice, which has none. */
  state: OrderCancellation['state'] | null
}

/** An operation of a caller, or of the lane for a row of a batch. */
export type Operation = (ports: ReturnPorts, orderId: string) => Promise<Told[]>

const CANCEL = { reason: null, requestedByUser: false }

/** The lane gives a row up after this time, as when its lease ends. */
const ROW_WITHIN_MS = 45_000
const ROW_AGAIN_MS = 1_000

const returned =
  (invoiceNumber: string): Operation =>
  async (ports, orderId) => {
    const { cancellation, ...answer } = await returnInvoicedOrder(
      ports,
      orderId,
      { invoiceNumber, issuanceDate: null, reason: null }
    )

    return [
      { ...answer, kind: 'return', state: null, warnings: [] },
      ...(cancellation ? [{ ...cancellation, kind: 'cancel' as const }] : []),
    ]
  }

export const OPERATIONS = {
  cancel: async (ports, orderId) => [
    { ...(await cancelOrder(ports, orderId, CANCEL)), kind: 'cancel' },
  ],
  accept: async (ports, orderId) => [
    {
      ...(await acceptCancellationRequest(ports, orderId, ACCEPTING)),
      kind: 'accept',
    },
  ],
  deny: async (ports, orderId) => [
    {
      ...(await denyCancellationRequest(ports, orderId, 'Sent already')),
      kind: 'deny',
    },
  ],
  'return R1': returned('R1'),
  'return R2': returned('R2'),
  row,
} satisfies Record<string, Operation>

export type OperationName = keyof typeof OPERATIONS

/** Tries a row as the lane does: again and again, until it is done or its time is over. */
async function row(ports: ReturnPorts, orderId: string): Promise<Told[]> {
  const untilMs = ports.now() + ROW_WITHIN_MS
  const action = cancelAction(ports, CANCEL)
  const told: Told[] = []
  const request = {
    orderId,
    by: await ports.caller().then((name) => name ?? ''),
    passGuard: (sleep: () => Promise<void>) => sleep(),
    maySend: () => ports.now() < untilMs,
  }

  while (ports.now() < untilMs) {
    // eslint-disable-next-line no-await-in-loop
    const result = await sendRow(ports, request, action)

    if (result.kind !== 'not-done') {
      const answer = describeResult(orderId, result)

      told.push({ ...answer, kind: 'cancel' })
      if (!answer.refusal?.retryable) break
    }

    // eslint-disable-next-line no-await-in-loop
    await ports.sleep(ROW_AGAIN_MS)
  }

  return told
}
