import { conflict } from '../../domain/refusal/refusal'
import type { OrderPorts } from '../ports'
import { unsentResult } from './action'
import type { Action, Result } from './action'
import { callFrom, isTooLate } from './deadline'
import type { Call } from './deadline'
import { sendOnce } from './sendOnce'

/** Sends an action in the name of a caller who waits for the answer. */
export async function sendForCaller(
  ports: OrderPorts,
  { orderId, call = callFrom(ports) }: { orderId: string; call?: Call },
  action: Action
): Promise<Result> {
  let name: Promise<string | null> | null = null

  const sent = await sendOnce(ports, {
    orderId,
    action,
    call,
    sender: {
      // Asked once, however often the call begins anew.
      name: () => {
        name ??= ports.caller()

        return name
      },
      isWaiting: true,
      passGuard: (sleep) => sleep(),
      maySend: () => !isTooLate(ports, call),
    },
  })

  return sent.kind === 'not-done'
    ? unsentResult(
        ports,
        sent.examined,
        conflict('TOO_LATE', { orderId }, 1_000)
      )
    : sent
}
