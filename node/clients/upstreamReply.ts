import { isRecord } from './untrusted'

/**
 * What came back from an upstream. `lost` covers a timeout, a reset and an
 * unreadable transfer alike: none of them says whether the request was processed.
 */
export type UpstreamReply =
  | {
      kind: 'answered'
      status: number
      headers: Record<string, unknown>
      body: unknown
    }
  | { kind: 'lost' }
  /** The reply is larger than the caller reads. */
  | { kind: 'too-large' }

/**
 * Awaits a raw call of HttpClient and turns its errors into data. Nothing of
 * the error itself leaves here: it holds tokens, bodies and a stack.
 */
export async function settle(call: Promise<unknown>): Promise<UpstreamReply> {
  try {
    return answered(await call)
  } catch (error) {
    return isRecord(error) ? failed(error) : { kind: 'lost' }
  }
}

/** How the HTTP client of `@vtex/api` words an error about `maxContentLength`; it has no code of its own. */
const TOO_LARGE = /maxContentLength size of \d+ exceeded/

function failed({ response, message }: Record<string, unknown>): UpstreamReply {
  return typeof message === 'string' && TOO_LARGE.test(message)
    ? { kind: 'too-large' }
    : answered(response)
}

function answered(response: unknown): UpstreamReply {
  if (!isRecord(response) || typeof response.status !== 'number') {
    return { kind: 'lost' }
  }

  return {
    kind: 'answered',
    status: response.status,
    headers: lowerCaseKeys(response.headers),
    body: response.data,
  }
}

function lowerCaseKeys(headers: unknown): Record<string, unknown> {
  if (!isRecord(headers)) return {}

  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  )
}
