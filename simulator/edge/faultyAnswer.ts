import type { ServerResponse } from 'http'
import { gzipSync } from 'zlib'

import { encodeReply, sendReply, wait } from './exchange'
import type { SimulatedReply } from './exchange'
import type { FaultRule } from './faults'
import { markAnswered } from './ledger'
import type { LedgerEntry } from './ledger'

/** What is needed to answer one call, with or without a fault. */
export interface Answering {
  entry: LedgerEntry
  response: ServerResponse
  /** Lets the service process the call. */
  processCall: () => SimulatedReply
  /** Lets a copy of the call reach the service later. */
  copyLater: (ms: number) => void
  /** Ends the replica that made the call, if a replica made it. */
  killCaller: () => Promise<void>
}

/** Applies a fault to a call, before or after the service has processed the call. */
export async function answerWithFault(
  fault: FaultRule,
  { entry, response, processCall, copyLater, killCaller }: Answering
) {
  const reply = replyOf(fault, processCall)

  entry.fault = fault.name
  if (fault.copyAfterMs !== undefined) copyLater(fault.copyAfterMs)

  const delayMs = (fault.delayMs ?? 0) + (reply.delayMs ?? 0)

  if (delayMs) await wait(delayMs)

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
      markAnswered(entry, reply.status)
      sendReply(response, reply)
  }
}

/** Lets the service process the call if the fault allows it; returns the fault's reply, or the service's if the fault sets no status. */
function replyOf(fault: FaultRule, processCall: () => SimulatedReply) {
  const { status, headers, body, kind, processing } = fault
  const isOnlyLate = status === undefined && kind === undefined
  const own =
    isOnlyLate || processing === 'after' ? processCall() : { status: 200 }

  if (status === undefined) return own

  return fault.gzipMb === undefined
    ? { status, headers, body }
    : {
        status,
        headers: { ...headers, 'content-encoding': 'gzip' },
        body: gzippedSpaces(fault.gzipMb),
      }
}

const ONE_MB = gzipSync(Buffer.alloc(1_000_000, ' '))

/** Makes some MB of spaces as gzip: a file of gzip may consist of several, one after the other. */
function gzippedSpaces(megabytes: number): Buffer {
  return Buffer.concat(Array.from({ length: megabytes }, () => ONE_MB))
}

/** Sends one byte a second until the client disconnects, so that no idle timeout ends the call. */
async function drip(response: ServerResponse, reply: SimulatedReply) {
  const { headers, bytes } = encodeReply(reply)

  response.writeHead(reply.status, headers)

  for (let sent = 0; !response.destroyed; sent += 1) {
    response.write(Buffer.of(bytes[sent] ?? 32))
    // eslint-disable-next-line no-await-in-loop
    await wait(1_000)
  }
}
