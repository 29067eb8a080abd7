import { createServer } from 'http'
import type { IncomingMessage, Server, ServerResponse } from 'http'

import { passed, readBody, sendReply, unpacked } from './exchange'
import type { ContentService, SimulatedCall } from './exchange'
import { answerWithFault } from './faultyAnswer'
import type { Answering } from './faultyAnswer'
import type { Faults } from './faults'
import type { Ledger } from './ledger'

/** One of the platform's services, as the app reaches it. */
export interface ServedHost {
  host: string
  /** What its paths start with, on a host of several services. */
  under?: string
  /** The name in the ledger. */
  name: string
  /** The policy that a call needs; by default an `outbound-access` to its host and path. */
  policy?: string
  answer: ContentService
}

export interface ProxyOptions {
  ledger: Ledger
  faults: Faults
  services: ServedHost[]
  /** Why the app may not make a call, or undefined when it may. */
  forbidden: (call: SimulatedCall, policy?: string) => string | undefined
  /** Whether a request is another app's to this app, which is handed on as it is. */
  isHandedOn: (url: URL) => boolean
  handOn: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Ends a replica of the app at once. */
  killReplica: (index: number) => Promise<void>
  /** Told of each call that a real platform would not have taken. */
  onViolation: (problem: string) => void
}

/**
 * The forward proxy in front of every simulated host. The app reaches it by
 * HTTP_PROXY, so its requests arrive with the whole URL in the request line.
 * Each replica has a proxy of its own, which is how its calls are known as its.
 */
export function createProxy(
  options: ProxyOptions,
  replica: number | null
): Server {
  const server = createServer((request, response) => {
    handle(options, { replica, request, response }).catch((error: unknown) => {
      // Whoever dies while it speaks does nothing that VTEX would not let it do.
      if (request.complete) {
        options.onViolation(`The simulator failed: ${String(error)}`)
      }

      response.destroy()
    })
  })

  server.on('connect', (request, socket) => {
    options.onViolation(
      `CONNECT ${request.url}: calls of VTEX IO apps are plain HTTP through the platform.`
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
    options.onViolation(`${sent} is no whole URL: this port is a proxy.`)
    sendReply(response, { status: 400, body: { simulator: 'no whole URL' } })
  } else if (options.isHandedOn(new URL(sent))) {
    await options.handOn(request, response)
  } else {
    const content = unpacked(await readBody(request), request.headers)

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
    // A parsed URL would hide a `..` that the app let through.
    path: url.replace(/^\w+:\/\/[^/?#]*/, '').split(/[?#]/)[0],
    query: Object.fromEntries(searchParams),
    headers: request.headers,
    body: content.toString('utf8'),
  }
}

async function answer(options: ProxyOptions, asked: Asked) {
  const { replica, content, response } = asked
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
    entry.status = service ? 403 : 502
    sendReply(response, { status: entry.status, body: { simulator: problem } })

    return
  }

  const carryOut = () => {
    entry.processed = true

    return service.answer(call, content)
  }

  const killCaller = async () => {
    if (replica !== null) await options.killReplica(replica)
  }

  const fault = options.faults.take(call)
  const answering = { entry, response, carryOut, killCaller }

  await (fault ? answerWithFault(fault, answering) : answerWell(answering))
}

/** Answers a call as the service does. */
async function answerWell({ entry, response, carryOut }: Answering) {
  const reply = carryOut()

  if (reply.delayMs) await passed(reply.delayMs)

  entry.status = reply.status
  sendReply(response, reply)
}
