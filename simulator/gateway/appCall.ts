import { randomUUID } from 'crypto'
import { request as httpRequest } from 'http'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'http'

import { ACCOUNT, APP_TOKEN, WORKSPACE } from '../callers'
import { readBody } from '../edge/exchange'
import type { EdgeCache, KeptAnswer } from './edgeCache'

/** Headers that only the platform may set, and headers that belong to one connection. */
const NOT_FORWARDED =
  /^(x-simulator-|x-vtex-|x-colossus-|x-event-|x-forwarded-|proxy-|connection$|keep-alive$|transfer-encoding$|content-length$|host$|x-request-id$|authorization$)/

/**
 * The store's own domain, not one of VTEX's: for `*.myvtex.com` the runtime adds
 * `no-cache` by itself, which would hide a cacheable reply.
 */
const STORE_HOST = 'www.acme.example'

/** The header with which a test selects the replica that answers. */
const REPLICA_HEADER = 'x-simulator-replica'

export interface AppCallParts {
  cache: EdgeCache
  replicas: { portFor: (wanted?: string) => number }
}

/** Forwards one GraphQL request to a replica and returns its answer, as VTEX's edge does; fails if the replica does not answer. */
export async function callApp(
  { replicas, cache }: AppCallParts,
  incoming: IncomingMessage,
  outgoing: ServerResponse
) {
  const question = {
    method: incoming.method ?? 'GET',
    search: new URL(incoming.url ?? '/', 'http://gateway').search,
    headers: incoming.headers,
    body: await readBody(incoming),
  }

  const key = cache.keyOf(question)
  const kept = cache.get(key)
  const wanted = incoming.headers[REPLICA_HEADER]?.toString()
  const answer = kept ?? (await ask(replicas.portFor(wanted), question))

  if (!kept) cache.keep(key, answer)

  outgoing.writeHead(answer.status, {
    ...answer.headers,
    'x-simulator-cache': kept ? 'HIT' : 'MISS',
  })
  outgoing.end(answer.body)
}

interface Question {
  method: string
  search: string
  headers: IncomingHttpHeaders
  body: Buffer
}

function ask(
  port: number,
  { method, search, headers, body }: Question
): Promise<KeptAnswer> {
  return new Promise((resolve, reject) => {
    const call = httpRequest(
      {
        host: '127.0.0.1',
        port,
        method,
        path: `/${ACCOUNT}/${WORKSPACE}/_v/graphql${search}`,
        headers: platformHeaders(headers, body),
      },
      (response) => {
        readBody(response).then(
          (answer) =>
            resolve({
              status: response.statusCode ?? 502,
              headers: endToEnd(response.headers),
              body: answer,
            }),
          reject
        )
      }
    )

    call.on('error', reject)
    call.end(body)
  })
}

function platformHeaders(incoming: IncomingHttpHeaders, body: Buffer) {
  return {
    ...Object.fromEntries(
      Object.entries(incoming).filter(([name]) => !NOT_FORWARDED.test(name))
    ),
    'content-length': String(body.length),
    ...contextHeaders(),
    'x-forwarded-host': STORE_HOST,
    'x-forwarded-proto': 'https',
  }
}

/** Returns the headers that the platform adds to every call to an app. */
export function contextHeaders() {
  return {
    'x-vtex-account': ACCOUNT,
    'x-vtex-workspace': WORKSPACE,
    'x-vtex-workspace-is-production': 'true',
    'x-vtex-credential': APP_TOKEN,
    'x-vtex-platform': 'vtex',
    'x-vtex-product': 'vtex',
    'x-vtex-operation-id': randomUUID(),
    'x-request-id': randomUUID(),
  }
}

function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const {
    connection: _connection,
    'keep-alive': _keepAlive,
    'transfer-encoding': _transferEncoding,
    ...rest
  } = headers

  return rest
}
