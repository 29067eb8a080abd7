import type { SendPorts } from '../ports'
import type { Action, LaneSays, Result } from './action'
import { callFrom } from './deadline'
import { sendOnce } from './sendOnce'
import type { NotDone } from './lookAgain'

/** What sending for a row needs. */
export interface RowSend extends LaneSays {
  orderId: string
  /** In whose name it is sent. */
  by: string
  batchId?: string
}

/** Sends an action for a row of a batch, as a caller's action is sent; but it waits for no other call. */
export function sendRow(
  ports: SendPorts,
  { orderId, by, batchId, passGuard, maySend }: RowSend,
  action: Action
): Promise<Result | NotDone> {
  return sendOnce(ports, {
    orderId,
    action,
    call: callFrom(ports),
    by: Promise.resolve(by),
    batchId,
    lane: { passGuard, maySend },
  })
}
