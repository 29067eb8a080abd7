import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'http'

/** A call as it arrived at a simulated host. */
export interface SimulatedCall {
  method: string
  host: string
  /** The whole URL as it was sent. */
  url: string
  path: string
  query: Record<string, string>
  headers: IncomingHttpHeaders
  body: string
}

/** An answer of a simulated host. A text body is sent as it is, anything else as JSON. */
export interface SimulatedReply {
  status: number
  headers?: Record<string, string>
  body?: unknown
}

/** Answers the calls to one simulated host. */
export type SimulatedService = (call: SimulatedCall) => SimulatedReply

const MAX_BODY_BYTES = 8 * 1024 * 1024

/** The whole body of a request or an answer; fails when it is longer than anything here should be. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0

  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MAX_BODY_BYTES) throw new Error('The body is too long.')
    chunks.push(chunk)
  }

  return Buffer.concat(chunks)
}

/** The body and content type that a reply goes out with. */
export function encodeReply({ headers, body }: SimulatedReply) {
  const isText = typeof body === 'string'

  return {
    headers: {
      'content-type': isText
        ? 'text/html; charset=utf-8'
        : 'application/json; charset=utf-8',
      ...headers,
    },
    text: isText ? body : body === undefined ? '' : JSON.stringify(body),
  }
}

/** Sends a whole reply. */
export function sendReply(response: ServerResponse, reply: SimulatedReply) {
  const { headers, text } = encodeReply(reply)

  response.writeHead(reply.status, headers).end(text)
}
