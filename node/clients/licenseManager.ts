import { CacheType, ExternalClient } from '@vtex/api'
import type { InstanceOptions, IOContext } from '@vtex/api'

import { untraced } from './untraced'
import { settle } from './upstreamReply'

const TIMEOUT_MS = 4_000

/** The largest answer that is read: it is a yes or a no. */
const MAX_REPLY_BYTES = 64 * 1024

/** OMS is product 19 of License Manager. */
const OMS_PRODUCT = '19'

/**
 * License Manager, asked about operators who may not be the caller. `@auth` asks the same
 * about the caller. `canAccessResource` of `@vtex/api` is not used: it takes an outage for "no".
 */
export class LicenseManagerClient extends ExternalClient {
  private readonly account: string
  private readonly authToken: string

  constructor(context: IOContext, options?: InstanceOptions) {
    super(
      `http://${context.account}.vtexcommercestable.com.br`,
      untraced(context),
      { ...options, retries: 0 }
    )
    this.account = context.account
    this.authToken = context.authToken
  }

  /** Asks whether a login holds a resource of product OMS; null when License Manager does not say. */
  public async isGranted(
    login: string,
    resource: string
  ): Promise<boolean | null> {
    const reply = await settle(
      this.http.getRaw(
        `/api/license-manager/pvt/accounts/${
          this.account
        }/products/${OMS_PRODUCT}/logins/${encodeURIComponent(
          login
        )}/resources/${resource}/granted`,
        {
          metric: 'license-manager-granted',
          headers: {
            Authorization: this.authToken,
            'X-VTEX-Use-Https': 'true',
            Accept: 'application/json',
          },
          timeout: TIMEOUT_MS,
          signal: AbortSignal.timeout(TIMEOUT_MS),
          cacheable: CacheType.None,
          maxContentLength: MAX_REPLY_BYTES,
        }
      )
    )

    return reply.kind === 'answered' &&
      reply.status === 200 &&
      typeof reply.body === 'boolean'
      ? reply.body
      : null
  }
}
