import { createServer } from 'http'
import type { IncomingMessage, Server, ServerResponse } from 'http'

import { decompressed, readBody, sendReply, wait } from './exchange'
import type { ContentService, SimulatedCall } from './exchange'
import { answerWithFault } from './faultyAnswer'
import type { Answering } from './faultyAnswer'
import type { Faults } from './faults'
import { markAnswered } from './ledger'
import type { Ledger, LedgerEntry } from './ledger'

/** One of the platform's services, and where the app reaches it. */
export interface ServedHost {
  host: string
  /** The prefix of its paths, on a host that several services share. */
  under?: string
  /** The service's name in the ledger. */
  name: string
  /** The policy that a call needs, or `none`; default: an `outbound-access` for its host and path. */
  policy?: string
  answer: ContentService
}

export interface ProxyOptions {
  ledger: Ledger
  faults: Faults
  services: ServedHost[]
  /** Says why the app may not make a call; undefined if it may. */
  forbidden: (call: SimulatedCall, policy?: string) => string | undefined
  /** True for a request of another app to this app, which is forwarded unchanged. */
  isForwarded: (url: URL) => boolean
  forward: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Ends a replica of the app at once. */
  killReplica: (index: number) => Promise<void>
  /** Called for each call that a real platform would have refused. */
  onViolation: (problem: string) => void
}

/**
 * Creates the forward proxy in front of all simulated hosts. The app reaches it through
 * HTTP_PROXY, so its requests arrive with the whole URL in the request line. Each replica
 * has its own proxy, which identifies the replica's calls.
 */
export function createProxy(
  options: ProxyOptions,
  replica: number | null
): Server {
  const server = createServer((request, response) => {
    handle(options, { replica, request, response }).catch((error: unknown) => {
      // A replica that dies while it sends a request violates no rule of VTEX.
      if (request.complete) {
        options.onViolation(`The simulator failed: ${String(error)}`)
      }

      response.destroy()
    })
  })

  server.on('connect', (request, socket) => {
    options.onViolation(
      `CONNECT ${request.url}: on VTEX IO, an app's calls are plain HTTP through the platform.`
    )
    socket.destroy()
  })

  return server
}

interface Arrived {
  replica: number | null
  request: IncomingMessage
  response: ServerResponse
}

async function handle(
  options: ProxyOptions,
  { replica, request, response }: Arrived
) {
  const sent = request.url ?? ''

  if (!URL.canParse(sent)) {
    options.onViolation(`${sent} is not a whole URL: this port is a proxy.`)
    sendReply(response, { status: 400, body: { simulator: 'not a whole URL' } })
  } else if (options.isForwarded(new URL(sent))) {
    await options.forward(request, response)
  } else {
    const content = decompressed(await readBody(request), request.headers)

    await answer(options, { replica, request, content, response })
  }
}

interface Asked extends Arrived {
  content: Buffer
}

function callFrom({ request, content }: Asked): SimulatedCall {
  const { method = 'GET', url = '' } = request
  const { hostname, searchParams } = new URL(url)

  return {
    method,
    host: hostname,
    url,
    // Taken from the raw URL: parsing would remove a `..` that the app has let through.
    path: url.replace(/^\w+:\/\/[^/?#]*/, '').split(/[?#]/)[0],
    query: Object.fromEntries(searchParams),
    headers: request.headers,
    body: content.toString('utf8'),
  }
}

async function answer(options: ProxyOptions, asked: Asked) {
  const { replica, response } = asked
  const call = callFrom(asked)
  const service = options.services.find(
    ({ host, under = '' }) => host === call.host && call.path.startsWith(under)
  )

  const entry = options.ledger.open(call, {
    service: service?.name ?? 'unknown',
    replica,
  })

  const problem = service
    ? options.forbidden(call, service.policy)
    : `There is no simulated host ${call.host}.`

  if (!service || problem) {
    options.onViolation(`${call.method} ${call.host}${call.path}: ${problem}`)

    const status = service ? 403 : 502

    markAnswered(entry, status)
    sendReply(response, { status, body: { simulator: problem } })

    return
  }

  const answering = answeringOf(options, asked, { call, service, entry })
  const fault = options.faults.take(call)

  await (fault ? answerWithFault(fault, answering) : answerNormally(answering))
}

interface Allowed {
  call: SimulatedCall
  service: ServedHost
  entry: LedgerEntry
}

/** Collects what is needed to answer a call that a service may process. */
function answeringOf(
  options: ProxyOptions,
  { replica, content, response }: Asked,
  { call, service, entry }: Allowed
): Answering {
  const processAs = (arrived: LedgerEntry) => {
    arrived.processed = true

    return service.answer(call, content, replica)
  }

  return {
    entry,
    response,
    processCall: () => processAs(entry),
    copyLater: (ms) =>
      options.faults.copyLater(ms, () => {
        const copy = options.ledger.open(call, {
          service: service.name,
          replica,
        })

        copy.fault = entry.fault
        processAs(copy)
      }),
    killCaller: async () => {
      if (replica !== null) await options.killReplica(replica)
    },
  }
}

/** Sends the service's own reply. */
async function answerNormally({ entry, response, processCall }: Answering) {
  const reply = processCall()

  if (reply.delayMs) await wait(reply.delayMs)

  markAnswered(entry, reply.status)
  sendReply(response, reply)
}
