import { CacheType, ExternalClient } from '@vtex/api'
import type { InstanceOptions, IOContext } from '@vtex/api'

import { isRecord, textOrNull } from './untrusted'
import { untraced } from './untraced'
import { settle } from './upstreamReply'

const TIMEOUT_MS = 4_000

/** The largest answer that is read: it is the name of a caller. */
const MAX_REPLY_BYTES = 64 * 1024

/** VTEX ID, asked for the name of a caller: `@auth` asks the same, and keeps the answer to itself. */
export class VtexIdClient extends ExternalClient {
  private readonly account: string

  constructor(context: IOContext, options?: InstanceOptions) {
    super('http://vtexid.vtex.com.br', untraced(context), {
      ...options,
      retries: 0,
    })
    this.account = context.account
  }

  /** Asks who owns a token of this account: a user's e-mail address, an API key, or an app. Null when VTEX ID does not say. */
  public async ownerOf(token: string): Promise<string | null> {
    const reply = await settle(
      this.http.getRaw('/api/vtexid/pub/authenticated/user', {
        metric: 'vtexid-owner',
        params: { authToken: token },
        headers: { 'X-VTEX-Use-Https': 'true', Accept: 'application/json' },
        timeout: TIMEOUT_MS,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        cacheable: CacheType.None,
        maxContentLength: MAX_REPLY_BYTES,
      })
    )

    return reply.kind === 'answered' &&
      reply.status === 200 &&
      isRecord(reply.body) &&
      reply.body.account === this.account
      ? textOrNull(reply.body.user)
      : null
  }
}
