import { createServer } from 'http'
import type { IncomingMessage, Server, ServerResponse } from 'http'

import { BadRequest, readBody, sendReply } from '../edge/exchange'
import { exchangeApiKey } from '../services/vtexId'
import type { World } from '../world'
import { callApp } from './appCall'
import { control } from './control'
import { loggedIn, logIn, withFirstLogin } from './login'
import type { GatewayReply } from './login'
import { pageFile } from './pages'

const CONTROL = '/_simulator'
const NO_JSON_OBJECT = 'The request body is no JSON object.'

/** Creates the entry point: it acts as VTEX's edge for the app, and serves the pages and the control API. */
export function createGateway(world: World): Server {
  return createServer((request, response) => {
    route(world, request, response).catch((error: unknown) => {
      const status = error instanceof BadRequest ? 400 : 502

      send(response, { status, body: { simulator: String(error) } })
    })
  })
}

async function route(
  world: World,
  request: IncomingMessage,
  response: ServerResponse
) {
  const url = new URL(request.url ?? '/', 'http://gateway')

  if (url.pathname === '/graphql') {
    await callApp(world, request, response)
  } else if (isForeignPage(request)) {
    send(response, {
      status: 403,
      body: { simulator: 'Requests of other web pages are refused.' },
    })
  } else {
    send(response, await ownAnswer(world, request, url))
  }
}

/** Answers the requests to the simulator itself: control API, logins and pages. */
async function ownAnswer(
  world: World,
  request: IncomingMessage,
  { pathname, searchParams }: URL
): Promise<GatewayReply> {
  const { method = 'GET', headers } = request

  if (pathname === CONTROL || pathname.startsWith(`${CONTROL}/`)) {
    return control(`${method} ${pathname.slice(CONTROL.length) || '/'}`, {
      world,
      query: Object.fromEntries(searchParams),
      body: await readJson(request),
    })
  }

  switch (`${method} ${pathname}`) {
    case 'GET /login':
      return loggedIn(headers.cookie)

    case 'POST /login':
      return logIn(await readJson(request))

    case 'POST /api/vtexid/apptoken/login':
      return exchangeApiKey(await readJson(request))

    default:
      return withFirstLogin(pathname, pageFile(pathname), headers.cookie)
  }
}

/** True for a request from a page of another site. Such a page can reach this machine, but must not control the simulator. */
function isForeignPage({ headers }: IncomingMessage): boolean {
  return (
    headers.origin !== undefined && headers.origin !== `http://${headers.host}`
  )
}

/** Parses the body as a JSON object; an empty body counts as an empty object. */
async function readJson(request: IncomingMessage): Promise<object> {
  const text = (await readBody(request)).toString('utf8')
  const body: unknown = text === '' ? {} : parseJson(text)

  if (typeof body !== 'object' || body === null) {
    throw new BadRequest(NO_JSON_OBJECT)
  }

  return body
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BadRequest(NO_JSON_OBJECT)
  }
}

function send(
  response: ServerResponse,
  { headers, cookies, ...reply }: GatewayReply
) {
  if (cookies) response.setHeader('set-cookie', cookies)

  sendReply(response, {
    ...reply,
    headers: { 'cache-control': 'no-store', ...headers },
  })
}
