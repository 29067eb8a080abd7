import type { AppLogger } from '../services/ports'

type ErrorCode =
  | 'BAD_REQUEST'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'AUTH_UNAVAILABLE'
  | 'STORAGE_UNAVAILABLE'
  | 'INTERNAL_SERVER_ERROR'

/**
 * An error that a caller and a log may see: one line of ours, no cause, no
 * stack. `level` is where the runtime looks for the log level.
 */
export class BoundaryError extends Error {
  public readonly extensions: { code: ErrorCode }
  public readonly level: 'warn' | 'error'

  constructor(code: ErrorCode, message: string) {
    super(message)
    this.name = 'BoundaryError'
    this.extensions = { code }
    this.level = code === 'INTERNAL_SERVER_ERROR' ? 'error' : 'warn'
    // Without any stack graphql-js would add one of its own, with file paths.
    this.stack = `${this.name}: ${message}`
  }
}

export const MESSAGES: Record<Exclude<ErrorCode, 'BAD_REQUEST'>, string> = {
  UNAUTHENTICATED:
    'No valid VTEX ID token of this account came with the request: send it as the cookie or header VtexIdclientAutCookie.',
  FORBIDDEN: lacking('that this operation needs'),
  AUTH_UNAVAILABLE:
    'VTEX ID or License Manager did not say who the caller is and what they may do. Nothing was done; call again later.',
  STORAGE_UNAVAILABLE: 'VBase did not give what this needs. Ask again later.',
  INTERNAL_SERVER_ERROR:
    'This app failed. Read the state of the order before you call again.',
}

/** Makes the error that the caller may see from anything thrown below the boundary; a bug leaves its trace in the log. */
export function reported(
  error: unknown,
  {
    operation,
    resource = null,
  }: { operation: string; resource?: string | null },
  logger: AppLogger
): BoundaryError {
  const known = publicError(error, resource)

  if (known.extensions.code === 'INTERNAL_SERVER_ERROR') {
    logger.bug(operation, error)
  }

  return known
}

/**
 * Chooses what the caller may see of anything thrown below the boundary.
 *
 * @param resource the License Manager resource that the operation needs; null if none is known
 */
export function publicError(
  error: unknown,
  resource: string | null
): BoundaryError {
  if (error instanceof BoundaryError) return error

  const code = codeOf(error)

  return new BoundaryError(
    code,
    code === 'FORBIDDEN' && resource !== null
      ? lacking(`${resource} of product OMS, which this operation needs`)
      : MESSAGES[code]
  )
}

function lacking(which: string): string {
  return `The caller lacks the License Manager resource ${which}: ask an administrator of the store for a role that has it.`
}

/** Refuses a request whose token cannot be one. */
export function unauthenticated(): BoundaryError {
  return new BoundaryError('UNAUTHENTICATED', MESSAGES.UNAUTHENTICATED)
}

/** The parts by which an error of `@auth`, one of its two HTTP calls and a bug are told apart. */
interface ThrownParts {
  extensions?: { code?: unknown }
  isAxiosError?: unknown
  config?: { url?: unknown }
  response?: { status?: unknown }
}

function codeOf(error: unknown): keyof typeof MESSAGES {
  if (typeof error !== 'object' || error === null)
    return 'INTERNAL_SERVER_ERROR'

  const { extensions, isAxiosError, config, response } = error as ThrownParts

  if (extensions?.code === 'UNAUTHENTICATED') return 'UNAUTHENTICATED'
  if (extensions?.code === 'FORBIDDEN') return 'FORBIDDEN'
  // Clients of ours answer with data, so an HTTP error can only be of @auth.
  if (isAxiosError === true)
    return codeOfAuthCall(config?.url, response?.status)

  return 'INTERNAL_SERVER_ERROR'
}

/** Reads a failed call of `@auth`: a "no" of VTEX ID is about the token, one of License Manager about the grant, anything else an outage. */
function codeOfAuthCall(url: unknown, status: unknown): keyof typeof MESSAGES {
  const isVtexId = String(url).startsWith('http://vtexid.vtex.com.br/')

  if (isVtexId) {
    return [400, 401, 403, 404].includes(Number(status))
      ? 'UNAUTHENTICATED'
      : 'AUTH_UNAVAILABLE'
  }

  return [403, 404].includes(Number(status)) ? 'FORBIDDEN' : 'AUTH_UNAVAILABLE'
}
