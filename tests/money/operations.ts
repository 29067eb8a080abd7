import type { OrderCancellation } from '../../node/domain/cancellation/cancellation'
import { cancelOrder } from '../../node/services/order/cancelOrder'
import {
  acceptCancellationRequest,
  denyCancellationRequest,
} from '../../node/services/order/decideRequest'
import { readCancellation } from '../../node/services/order/readCancellation'
import { returnInvoicedOrder } from '../../node/services/order/returnInvoicedOrder'
import type { OrderReturn } from '../../node/services/order/returnInvoicedOrder'
import type { ReturnPorts } from '../../node/services/ports'
import type { Operation } from './history'
import type { Caller } from './records'
import type { Truth } from './truth'
import { OWN_REASON } from './world'
import type { MoneyWorld } from './world'

/** A call for one order, as its caller makes it. */
export interface Ask {
  operation: Operation
  orderId: string
  number: string
  requestedByUser: boolean
}

/** What a caller was told. A return is told apart from the cancel after it. */
export interface Told {
  ask: Ask
  caller: Caller
  returned: OrderReturn | null
  cancellation: OrderCancellation | null
  /** What was true at each read of the order that reached the caller. */
  truths: Truth[]
}

/** A call is answered, or cut off, within this time: the app promises 27 s, and callers wait 30. */
const ENDS_WITHIN_MS = 30_000

const ASK: Record<
  Operation,
  (
    ports: ReturnPorts,
    ask: Ask
  ) => Promise<Pick<Told, 'returned' | 'cancellation'>>
> = {
  cancel: async (ports, { orderId, requestedByUser }) =>
    ofCancellation(
      await cancelOrder(ports, orderId, { reason: OWN_REASON, requestedByUser })
    ),
  accept: async (ports, { orderId }) =>
    ofCancellation(await acceptCancellationRequest(ports, orderId, null)),
  deny: async (ports, { orderId }) =>
    ofCancellation(await denyCancellationRequest(ports, orderId, 'Sent')),
  read: async (ports, { orderId }) =>
    ofCancellation(await readCancellation(ports, orderId)),
  return: async (ports, { orderId, number }) => {
    const returned = await returnInvoicedOrder(ports, orderId, {
      invoiceNumber: number,
      issuanceDate: null,
      reason: null,
    })

    return { returned, cancellation: returned.cancellation }
  },
}

function ofCancellation(cancellation: OrderCancellation) {
  return { returned: null, cancellation }
}

/** Makes a call and waits for its answer; null when its process ended. Throws when it neither ends nor is answered. */
export async function ask(
  world: MoneyWorld,
  what: Ask,
  diesAfterMs: number | null = null
): Promise<Told | null> {
  const { operation, number } = what
  const name = `${operation}${operation === 'return' ? ` ${number}` : ''} #${
    world.callers.length + 1
  }`

  const { ports, caller } = world.call(name)

  if (diesAfterMs !== null) {
    void world.time.wait(diesAfterMs).then(() => {
      caller.isDead = true
    })
  }

  const answer = await Promise.race([
    ASK[operation](ports, what),
    world.time.wait(ENDS_WITHIN_MS).then(() => null),
  ])

  if (!answer) {
    world.tell(`${name} has no answer`)
    if (caller.isDead) return null

    throw new Error(`${name} did not end within ${ENDS_WITHIN_MS} ms`)
  }

  const told = {
    ask: what,
    caller,
    ...answer,
    truths: truthsOf([caller], what.orderId),
  }

  world.tell(`${name} is told ${wordsOf(told)}`)

  return told
}

/** Lists what callers have seen of an order. */
export function truthsOf(callers: Caller[], orderId: string): Truth[] {
  return callers
    .flatMap(({ truths }) => truths)
    .filter((one) => one.orderId === orderId)
    .map(({ truth }) => truth)
}

function wordsOf({ returned, cancellation }: Told): string {
  return [
    returned &&
      `return ${returned.refusal?.code ?? `done, ${returned.invoiceValue}`} "${
        returned.refusal?.message ?? ''
      }"`,
    cancellation &&
      `${cancellation.state} ${cancellation.nextStep} ${
        cancellation.refusal?.code ?? ''
      } "${cancellation.refusal?.message ?? ''}"`,
  ]
    .filter(Boolean)
    .join('; ')
}
