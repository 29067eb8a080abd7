import { request as httpRequest } from 'http'

import { ACCOUNT, WORKSPACE } from '../callers'
import type { Manifest } from '../edge/policies'
import type { Delivery, Post } from '../services/events/courier'
import { contextHeaders } from './appCall'

/** Chooses the replica that receives an event. */
export interface EventReplicas {
  next: () => { index: number; port: number } | undefined
}

/** Sends one event to a replica as the platform does: without a cookie, and always as a JSON object. */
export function postEvent(
  replicas: EventReplicas,
  { vendor, name }: Pick<Manifest, 'vendor' | 'name'>,
  delivery: Delivery
): Post {
  const replica = replicas.next()

  if (!replica) return { replica: null, status: Promise.resolve(null) }

  const body = Buffer.from(JSON.stringify(delivery.message))
  const headers = {
    ...contextHeaders(),
    'content-type': 'application/json',
    'content-length': String(body.length),
    'x-event-handler-id': delivery.handler,
    'x-event-key': delivery.key,
    'x-event-sender': delivery.sender ?? `${vendor}.${name}`,
    'x-event-subject': '',
  }

  return { replica: replica.index, status: send(replica.port, headers, body) }
}

function send(
  port: number,
  headers: Record<string, string>,
  body: Buffer
): Promise<number | null> {
  return new Promise((resolve) => {
    const call = httpRequest(
      {
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: `/${ACCOUNT}/${WORKSPACE}/_events`,
        headers,
        agent: false,
      },
      (response) => {
        response.resume()
        resolve(response.statusCode ?? null)
      }
    )

    call.on('error', () => resolve(null))
    call.end(body)
  })
}
