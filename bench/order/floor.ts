import { Agent, request } from 'http'

import { ACCOUNT, APP_TOKEN, CALLERS } from '../../simulator/callers'

const [{ user, token }] = CALLERS.filter(({ key }) => key === 'operator')
const OMS = 'http://portal.vtexcommercestable.com.br/api/oms/pvt/orders'
const VTEX_ID = 'http://vtexid.vtex.com.br/api/vtexid/pub/authenticated/user'
const LICENSE_MANAGER = `http://${ACCOUNT}.vtexcommercestable.com.br/api/license-manager/pvt/accounts/${ACCOUNT}`

/**
 * Cancels an order with the fewest calls, through the platform's proxy and without the
 * runtime: the two calls of `@auth`, one read, one cancel, one after the other. Resolves
 * to true if all four succeeded.
 */
export function floorClient(proxyUrl: string) {
  const agent = new Agent({ keepAlive: true })
  const call = (method: string, url: string, body = '') =>
    statusOf({ proxyUrl, agent, method, url, body })

  return async (orderId: string): Promise<boolean> => {
    const statuses = [
      await call('GET', `${VTEX_ID}?authToken=${token}`),
      await call(
        'GET',
        `${LICENSE_MANAGER}/products/19/logins/${user}/resources/CancelAction/granted`
      ),
      await call('GET', `${OMS}/${orderId}?an=${ACCOUNT}`),
      await call('POST', `${OMS}/${orderId}/cancel?an=${ACCOUNT}`, '{}'),
    ]

    return statuses.every((status) => status === 200)
  }
}

interface Sent {
  proxyUrl: string
  agent: Agent
  method: string
  url: string
  body: string
}

function statusOf({ proxyUrl, agent, method, url, body }: Sent) {
  const { hostname, port } = new URL(proxyUrl)

  return new Promise<number | undefined>((resolve, reject) => {
    const sent = request(
      {
        agent,
        hostname,
        port,
        method,
        path: url,
        headers: {
          host: new URL(url).host,
          'content-type': 'application/json',
          'content-length': body.length,
          authorization: APP_TOKEN,
          'proxy-authorization': APP_TOKEN,
          VtexIdclientAutCookie: token,
        },
      },
      (response) =>
        response.resume().on('end', () => resolve(response.statusCode))
    )

    sent.on('error', reject).end(body)
  })
}
