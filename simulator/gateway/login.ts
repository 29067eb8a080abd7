import { CALLERS } from '../callers'
import type { Caller } from '../callers'
import type { SimulatedReply } from '../edge/exchange'

/** An answer of the gateway itself. */
export interface GatewayReply extends SimulatedReply {
  /** A `Set-Cookie` header for each. */
  cookies?: string[]
}

/** The cookie that VTEX's Admin login sets. */
const LOGIN = 'VtexIdclientAutCookie'

/** Set by a logout: without it, the next page would log the browser in again. */
const LOGGED_OUT = 'simulator-logged-out'

const ATTRIBUTES = 'Path=/; HttpOnly; SameSite=Lax'

const PAGES = [
  '/',
  '/graphiql',
  '/admin/order-cancellation',
  '/admin/app/order-cancellation',
]

const [OPERATOR] = CALLERS

/** Logs a browser in as one of the ready-made callers; no key, or one that is unknown, logs it out. */
export function logIn(body: unknown): GatewayReply {
  const { key } = Object(body) as { key?: unknown }
  const caller = CALLERS.find((candidate) => candidate.key === key)

  return {
    status: 200,
    cookies: caller
      ? [loginCookie(caller)]
      : [
          `${LOGIN}=; Max-Age=0; ${ATTRIBUTES}`,
          `${LOGGED_OUT}=1; ${ATTRIBUTES}`,
        ],
    body: shown(caller),
  }
}

/** Tells a page which caller its cookie belongs to; null for none. */
export function loggedIn(cookies?: string): GatewayReply {
  const token = cookieValue(LOGIN, cookies)

  return {
    status: 200,
    body: shown(CALLERS.find((caller) => caller.token === token)),
  }
}

/** Logs a browser that opens a page for the first time in as the operator. */
export function withFirstLogin(
  path: string,
  page: SimulatedReply,
  cookies?: string
): GatewayReply {
  const isKnown = [LOGIN, LOGGED_OUT].some((name) => cookieValue(name, cookies))

  return PAGES.includes(path) && !isKnown
    ? { ...page, cookies: [loginCookie(OPERATOR)] }
    : page
}

function loginCookie({ token }: Caller): string {
  return `${LOGIN}=${token}; ${ATTRIBUTES}`
}

function shown(caller?: Caller) {
  return caller
    ? { key: caller.key, user: caller.user, title: caller.title }
    : null
}

function cookieValue(name: string, cookies = ''): string | undefined {
  return cookies
    .split(/;\s*/)
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.slice(name.length + 1)
}
