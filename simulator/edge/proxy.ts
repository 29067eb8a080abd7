import { createServer } from 'http'
import type { IncomingMessage, Server, ServerResponse } from 'http'

import { readBody, sendReply } from './exchange'
import type { SimulatedCall, SimulatedService } from './exchange'
import { answerWithFault } from './faultyAnswer'
import type { Faults } from './faults'
import type { Ledger } from './ledger'

export interface ProxyOptions {
  ledger: Ledger
  faults: Faults
  /** The service behind a host; undefined for a host the platform does not have. */
  serviceOf: (
    host: string
  ) => { name: string; answer: SimulatedService } | undefined
  /** Why the app may not make a call, or undefined when it may. */
  forbidden: (call: SimulatedCall) => string | undefined
  /** Whether a request is another app's to this app, which is handed on as it is. */
  isHandedOn: (url: URL) => boolean
  handOn: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Told of each call that a real platform would not have taken. */
  onViolation: (problem: string) => void
}

/**
 * The forward proxy in front of every simulated host. The app reaches it by
 * HTTP_PROXY, so its requests arrive with the whole URL in the request line.
 */
export function createProxy(options: ProxyOptions): Server {
  const server = createServer((request, response) => {
    handle(options, request, response).catch((error: unknown) => {
      options.onViolation(`The simulator failed: ${String(error)}`)
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

async function handle(
  options: ProxyOptions,
  request: IncomingMessage,
  response: ServerResponse
) {
  const sent = request.url ?? ''

  if (!URL.canParse(sent)) {
    options.onViolation(`${sent} is no whole URL: this port is a proxy.`)
    sendReply(response, { status: 400, body: { simulator: 'no whole URL' } })
  } else if (options.isHandedOn(new URL(sent))) {
    await options.handOn(request, response)
  } else {
    await answer(options, await callFrom(request, new URL(sent)), response)
  }
}

async function callFrom(
  request: IncomingMessage,
  { hostname, searchParams }: URL
): Promise<SimulatedCall> {
  const { method = 'GET', url = '' } = request

  return {
    method,
    host: hostname,
    url,
    // A parsed URL would hide a `..` that the app let through.
    path: url.replace(/^\w+:\/\/[^/?#]*/, '').split(/[?#]/)[0],
    query: Object.fromEntries(searchParams),
    headers: request.headers,
    body: (await readBody(request)).toString('utf8'),
  }
}

async function answer(
  options: ProxyOptions,
  call: SimulatedCall,
  response: ServerResponse
) {
  const service = options.serviceOf(call.host)
  const entry = options.ledger.open(call, service?.name ?? 'unknown')
  const problem = service
    ? options.forbidden(call)
    : `There is no simulated host ${call.host}.`

  if (!service || problem) {
    options.onViolation(`${call.method} ${call.host}${call.path}: ${problem}`)
    entry.status = service ? 403 : 502
    sendReply(response, { status: entry.status, body: { simulator: problem } })

    return
  }

  const carryOut = () => {
    entry.processed = true

    return service.answer(call)
  }

  const fault = options.faults.take(call)

  if (fault) {
    await answerWithFault(fault, { entry, response, carryOut })
  } else {
    const reply = carryOut()

    entry.status = reply.status
    sendReply(response, reply)
  }
}
