import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'http'
import { gunzipSync } from 'zlib'

/** A call that arrived at a simulated host. */
export interface SimulatedCall {
  method: string
  host: string
  /** The whole URL as it was sent. */
  url: string
  path: string
  query: Record<string, string>
  headers: IncomingHttpHeaders
  /** The body as text, after decompression. */
  body: string
}

/** A reply of a simulated host. A string or a Buffer is sent unchanged, anything else as JSON. */
export interface SimulatedReply {
  status: number
  headers?: Record<string, string>
  body?: unknown
  /** The delay before the reply. */
  delayMs?: number
}

/** Answers calls to one simulated host. */
export type SimulatedService = (call: SimulatedCall) => SimulatedReply

/**
 * Answers calls to a simulated host that stores bodies: it also receives the decompressed
 * bytes, and the replica that calls, which is null for another client. The replica is known
 * by its proxy: nothing in the call names it.
 */
export type ContentService = (
  call: SimulatedCall,
  content: Buffer,
  replica: number | null
) => SimulatedReply

/** An invalid request to the simulator itself. */
export class BadRequest extends Error {}

const MAX_BODY_BYTES = 8 * 1024 * 1024

/** Reads the whole body of a request or a response; fails if it exceeds 8 MB. */
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

/** Decompresses a body if it is gzipped. */
export function decompressed(
  bytes: Buffer,
  { 'content-encoding': encoding }: IncomingHttpHeaders
): Buffer {
  return encoding === 'gzip'
    ? gunzipSync(bytes, { maxOutputLength: MAX_BODY_BYTES })
    : bytes
}

/** Waits; the timer does not keep the process alive. */
export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}

/** Encodes the headers and body of a reply. */
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

/** Sends a complete reply. */
export function sendReply(response: ServerResponse, reply: SimulatedReply) {
  const { headers, bytes } = encodeReply(reply)

  response.writeHead(reply.status, headers).end(bytes)
}
