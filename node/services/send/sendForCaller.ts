import { conflict } from '../../domain/refusal/refusal'
import type { OrderPorts } from '../ports'
import { unsentResult } from './action'
import type { Action, Result } from './action'
import { callFrom } from './deadline'
import type { Call } from './deadline'
import { sendOnce } from './sendOnce'

/** Sends an action in the name of a caller who waits for the answer. */
export async function sendForCaller(
  ports: OrderPorts,
  { orderId, call = callFrom(ports) }: { orderId: string; call?: Call },
  action: Action
): Promise<Result> {
  const sent = await sendOnce(ports, {
    orderId,
    action,
    call,
    // Asked once, beside the first reads, however often the call begins anew.
    by: ports.caller(),
    lane: null,
  })

  return sent.kind === 'not-done'
    ? unsentResult(
        ports,
        sent.examined,
        conflict('TOO_LATE', { orderId }, 1_000)
      )
    : sent
}
