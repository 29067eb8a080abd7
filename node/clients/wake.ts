import { Events } from '@vtex/api'
import type { InstanceOptions, IOContext } from '@vtex/api'

import { untraced } from './untraced'
import { settle } from './upstreamReply'

const TIMEOUT_MS = 3_000

/** The largest answer that is read: it says nothing. */
const MAX_REPLY_BYTES = 64 * 1024

/** The topic of the event in node/service.json. */
const TOPIC = 'drain-batches'

/** The events of VTEX IO, by which a replica asks the platform for another one. */
export class WakeClient extends Events {
  constructor(context: IOContext, options?: InstanceOptions) {
    super(untraced(context), { ...options, retries: 0 })
  }

  /** Asks for a replica that works on the batches. Never fails: a lost event is made up for by the next read of a batch. */
  public async drainBatches(): Promise<void> {
    await settle(
      this.http.putRaw(
        `/events/${TOPIC}`,
        {},
        {
          metric: 'events-send',
          params: { resource: '' },
          timeout: TIMEOUT_MS,
          signal: AbortSignal.timeout(TIMEOUT_MS),
          maxContentLength: MAX_REPLY_BYTES,
        }
      )
    )
  }
}
