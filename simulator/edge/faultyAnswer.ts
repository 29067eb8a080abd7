import type { ServerResponse } from 'http'

import { encodeReply, passed, sendReply } from './exchange'
import type { SimulatedReply } from './exchange'
import type { FaultRule } from './faults'
import type { LedgerEntry } from './ledger'

/** What it takes to answer one call, well or badly. */
export interface Answering {
  entry: LedgerEntry
  response: ServerResponse
  /** Lets the service process the call. */
  carryOut: () => SimulatedReply
  /** Ends the replica that made the call, if one did. */
  killCaller: () => Promise<void>
}

/** Answers a call as a fault says, before or after the service has processed it. */
export async function answerWithFault(
  fault: FaultRule,
  { entry, response, carryOut, killCaller }: Answering
) {
  const reply = replyOf(fault, carryOut)

  entry.fault = fault.name

  const delayMs = (fault.delayMs ?? 0) + (reply.delayMs ?? 0)

  if (delayMs) await passed(delayMs)

  switch (fault.kind ?? 'reply') {
    case 'reset':
      response.destroy()
      break

    case 'kill':
      await killCaller()
      response.destroy()
      break

    case 'hang':
      break

    case 'drip':
      await drip(response, reply)
      break

    default:
      entry.status = reply.status
      sendReply(response, reply)
  }
}

/** The fault's own reply, or the service's where the fault is nothing but a delay. */
function replyOf(fault: FaultRule, carryOut: () => SimulatedReply) {
  const { status, headers, body, kind, processing } = fault
  const isOnlyLate = status === undefined && kind === undefined
  const own =
    isOnlyLate || processing === 'after' ? carryOut() : { status: 200 }

  return status === undefined ? own : { status, headers, body }
}

/** Sends a byte a second until the other side has gone, so that silence never lasts. */
async function drip(response: ServerResponse, reply: SimulatedReply) {
  const { headers, bytes } = encodeReply(reply)

  response.writeHead(reply.status, headers)

  for (let sent = 0; !response.destroyed; sent += 1) {
    response.write(Buffer.of(bytes[sent] ?? 32))
    // eslint-disable-next-line no-await-in-loop
    await passed(1_000)
  }
}
