import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'http'
import { gunzipSync } from 'zlib'

/** A call as it arrived at a simulated host. */
export interface SimulatedCall {
  method: string
  host: string
  /** The whole URL as it was sent. */
  url: string
  path: string
  query: Record<string, string>
  headers: IncomingHttpHeaders
  /** As text, unpacked. */
  body: string
}

/** An answer of a simulated host. Text and bytes are sent as they are, anything else as JSON. */
export interface SimulatedReply {
  status: number
  headers?: Record<string, string>
  body?: unknown
  /** How long the host takes to answer. */
  delayMs?: number
}

/** Answers the calls to one simulated host. */
export type SimulatedService = (call: SimulatedCall) => SimulatedReply

/** The same for a host that keeps what it is sent: also takes the body's unpacked bytes. */
export type ContentService = (
  call: SimulatedCall,
  content: Buffer
) => SimulatedReply

/** A request to the simulator itself that it can make nothing of. */
export class BadRequest extends Error {}

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

/** What a body was before it was packed for the way. */
export function unpacked(
  bytes: Buffer,
  { 'content-encoding': encoding }: IncomingHttpHeaders
): Buffer {
  return encoding === 'gzip'
    ? gunzipSync(bytes, { maxOutputLength: MAX_BODY_BYTES })
    : bytes
}

export function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}

/** The body and content type that a reply goes out with. */
export function encodeReply({ headers, body }: SimulatedReply) {
  return {
    headers: {
      'content-type':
        typeof body === 'string'
          ? 'text/html; charset=utf-8'
          : 'application/json; charset=utf-8',
      ...headers,
    },
    bytes: bytesOf(body),
  }
}

function bytesOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body
  if (typeof body === 'string') return Buffer.from(body)

  return Buffer.from(body === undefined ? '' : JSON.stringify(body))
}

/** Sends a whole reply. */
export function sendReply(response: ServerResponse, reply: SimulatedReply) {
  const { headers, bytes } = encodeReply(reply)

  response.writeHead(reply.status, headers).end(bytes)
}
