import type { IncomingHttpHeaders } from 'http'

import { APP_TOKEN } from '../../callers'
import { Clock } from '../../clock'
import { Switches } from '../../switches'
import { VBaseStore } from './store'
import { VBASE_SWITCHES } from './switches'
import { vbase } from './vbase'

const OWN = '/vbase/v2/acme/master/buckets/acme.order-cancellation'

/** The file that most tests use. */
export const FILE = '/jobs/files/2026/a.json'

interface Sent {
  headers?: IncomingHttpHeaders
  query?: Record<string, string>
  body?: string | Buffer
  /** The replica that calls; by default the first. */
  replica?: number
}

/** Creates a VBase for one test. Its lists follow `time`, which the test sets. */
export function startVBase({ random }: { random?: () => number } = {}) {
  const time = { nowMs: 0 }
  const table = new Switches(VBASE_SWITCHES)
  const switches = table.values
  const service = vbase({
    files: new VBaseStore(new Clock(), () => time.nowMs),
    switches,
    manifest: { vendor: 'acme', name: 'order-cancellation' },
    random: random ?? (() => 0),
  })

  const send = (
    method: string,
    path: string,
    { headers = {}, query = {}, body = '', replica = 0 }: Sent = {}
  ) => {
    const url = `http://infra.io.vtex.com${path}`

    return service(
      {
        method,
        host: 'infra.io.vtex.com',
        url,
        path,
        query,
        headers: { authorization: `Bearer ${APP_TOKEN}`, ...headers },
        body: body.toString(),
      },
      Buffer.from(body),
      replica
    )
  }

  const own = (method: string, path: string, sent?: Sent) =>
    send(method, OWN + path, sent)

  return { send, own, table, time }
}
