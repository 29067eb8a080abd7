import { request } from 'http'

import { tokenOf } from '../support/graphql'
import { Simulator, useSimulator } from '../support/simulator'

/** Sends a request with a whole URL in its request line, as axios does through HTTP_PROXY. */
function throughProxy(
  { proxyUrl }: Simulator,
  url: string,
  { method = 'GET', headers = {} } = {}
): Promise<{ status?: number; body: string }> {
  const { hostname, port } = new URL(proxyUrl)

  return new Promise((resolve, reject) => {
    const all = { 'proxy-authorization': tokenOf('this-app'), ...headers }

    request({ hostname, port, path: url, method, headers: all }, (response) => {
      let body = ''

      response.on('data', (chunk: Buffer) => (body += chunk.toString()))
      response.on('end', () => resolve({ status: response.statusCode, body }))
    })
      .on('error', reject)
      .end()
  })
}

describe('a call that a real platform would refuse', () => {
  let simulator: Simulator

  // Each test shares the simulator anew, because a violation stays until `stop`.
  beforeEach(async () => {
    simulator = new Simulator()
    await simulator.share()
    await simulator.reset()
  })

  it.each([
    [
      'a host that the platform does not have',
      'http://api.vtex.com/api/dataentities/AB/documents',
      502,
      'GET api.vtex.com/api/dataentities/AB/documents: There is no simulated host api.vtex.com.',
    ],
    [
      'the beta host',
      'http://portal.vtexcommercebeta.com.br/api/oms/pvt/orders/1',
      502,
      'GET portal.vtexcommercebeta.com.br/api/oms/pvt/orders/1: There is no simulated host portal.vtexcommercebeta.com.br.',
    ],
    [
      'a path that the manifest has no policy for',
      'http://portal.vtexcommercestable.com.br/api/oms/pvt/orders/1/changes',
      403,
      'GET portal.vtexcommercestable.com.br/api/oms/pvt/orders/1/changes: manifest.json has no outbound-access policy for this host and path.',
    ],
    [
      'a path with dots, which is not normalized',
      'http://portal.vtexcommercestable.com.br/api/oms/pvt/orders/../cancel?an=acme',
      403,
      'GET portal.vtexcommercestable.com.br/api/oms/pvt/orders/../cancel: manifest.json has no outbound-access policy for this host and path.',
    ],
    [
      "the list of a shopper's orders",
      'http://portal.vtexcommercestable.com.br/api/oms/user/orders',
      403,
      'GET portal.vtexcommercestable.com.br/api/oms/user/orders: manifest.json has no outbound-access policy for this host and path.',
    ],
    [
      'License Manager of another account',
      'http://globex.vtexcommercestable.com.br/api/license-manager/pvt/accounts/globex/products/19/logins/a/resources/b/granted',
      502,
      'GET globex.vtexcommercestable.com.br/api/license-manager/pvt/accounts/globex/products/19/logins/a/resources/b/granted: There is no simulated host globex.vtexcommercestable.com.br.',
    ],
  ])(
    'refuses a call to %s, records a violation and fails on stop',
    async (_what, url, status, violation) => {
      const answer = await throughProxy(simulator, url)

      expect(answer.status).toBe(status)
      expect(await simulator.violations()).toEqual([violation])
      await expect(simulator.stop()).rejects.toThrow(violation)
    }
  )

  it("refuses a call without the app's token, and a simulator of its own fails on stop all the same", async () => {
    simulator = new Simulator()
    await simulator.start()

    const answer = await throughProxy(
      simulator,
      'http://vtexid.vtex.com.br/api/vtexid/pub/authenticated/user?authToken=x',
      { headers: { 'proxy-authorization': 'nobody' } }
    )

    expect(answer.status).toBe(403)
    await expect(simulator.stop()).rejects.toThrow(
      "GET vtexid.vtex.com.br/api/vtexid/pub/authenticated/user: the call does not carry the app's token."
    )
  })
})

describe('the simulator', () => {
  const simulator = useSimulator()

  it('answers a call to OMS only with a valid VTEX ID token of this account whose owner has the resource', async () => {
    const url =
      'http://portal.vtexcommercestable.com.br/api/oms/pvt/orders/1380000000001-01?an=acme'

    const statusFor = async (token?: string) =>
      (
        await throughProxy(simulator, url, {
          headers: token ? { vtexidclientautcookie: token } : {},
        })
      ).status

    expect({
      withoutToken: await statusFor(),
      operator: await statusFor(tokenOf('operator')),
      blind: await statusFor(tokenOf('blind')),
      expired: await statusFor(tokenOf('expired')),
      otherAccount: await statusFor(tokenOf('other-account')),
    }).toEqual({
      withoutToken: 401,
      operator: 200,
      blind: 403,
      expired: 401,
      otherAccount: 401,
    })
  })

  it("finds an order under a marketplace's id with spaces, encoded in the path", async () => {
    const orderId = 'BWW-Loja Exemplo-2660650814-01'

    await simulator.seed({ orderId })

    const { status, body } = await throughProxy(
      simulator,
      `http://portal.vtexcommercestable.com.br/api/oms/pvt/orders/${encodeURIComponent(
        orderId
      )}?an=acme`,
      { headers: { vtexidclientautcookie: tokenOf('operator') } }
    )

    expect({ status, orderId: JSON.parse(body).orderId }).toEqual({
      status: 200,
      orderId,
    })
  })

  it('serves a published document of OMS as it is', async () => {
    const document = { orderId: '1-01', status: '', value: 5458, sellers: [] }

    await simulator.seed({ document })

    const { body } = await throughProxy(
      simulator,
      'http://portal.vtexcommercestable.com.br/api/oms/pvt/orders/1-01?an=acme',
      { headers: { vtexidclientautcookie: tokenOf('operator') } }
    )

    expect(JSON.parse(body)).toEqual(document)
  })

  it("changes an order in an operator's name, and shows its book", async () => {
    const control = (path: string, change?: object) =>
      fetch(`${simulator.url}/_simulator/orders/${path}`, {
        method: change ? 'POST' : 'GET',
        body: JSON.stringify(change),
      })

    await simulator.seed({
      orderId: '1390000000001-01',
      status: 'invoiced',
      packages: [{ type: 'Output', invoiceNumber: '1001' }],
    })

    const changed = await control('change', {
      orderId: '1390000000001-01',
      discountValue: 2000,
    })

    expect(await changed.json()).toMatchObject({ discountValue: 2000 })
    expect(
      await (await control('book?orderId=1390000000001-01')).json()
    ).toEqual({
      authorised: 12990,
      captured: 12990,
      paidBack: 2000,
      entries: [{ kind: 'change', value: 2000, atMs: expect.any(Number) }],
      goods: { 1: { sent: 1, cameBack: 0 } },
    })

    expect((await control('book?orderId=unknown')).status).toBe(400)
    expect(
      (await control('change', { orderId: 'unknown', discountValue: 1 })).status
    ).toBe(400)
  })

  it('serves its pages, which load nothing from other hosts', async () => {
    const paths = [
      '/',
      '/index.js',
      '/page.css',
      '/graphiql',
      '/graphiql-page.js',
    ]

    const vendored = ['react.js', 'react-dom.js', 'graphiql.js', 'graphiql.css']

    for (const path of [
      ...paths,
      ...vendored.map((name) => `/vendor/${name}`),
    ]) {
      // eslint-disable-next-line no-await-in-loop
      const response = await fetch(simulator.url + path)

      expect({ path, status: response.status }).toEqual({ path, status: 200 })
      expect(response.headers.get('content-security-policy')).toContain(
        "default-src 'self'"
      )
    }

    const html = await Promise.all(
      ['/', '/graphiql'].map(async (path) =>
        (await fetch(simulator.url + path)).text()
      )
    )

    expect(html.join()).not.toMatch(/(src|href)="(https?:)?\/\//)
  })

  it('lists the routes of its control API', async () => {
    const { routes } = (await (
      await fetch(`${simulator.url}/_simulator`)
    ).json()) as { routes: string[] }

    expect(routes).toContain('POST /faults')
  })

  it('logs a browser in as one of the callers, and out again', async () => {
    const logIn = async (key: string | null) =>
      (
        await fetch(`${simulator.url}/login`, {
          method: 'POST',
          body: JSON.stringify({ key }),
        })
      ).headers.getSetCookie()

    expect(await logIn('viewer')).toEqual([
      'VtexIdclientAutCookie=simulated-token-of-viewer; Path=/; HttpOnly; SameSite=Lax',
    ])
    expect(await logIn(null)).toEqual([
      'VtexIdclientAutCookie=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax',
      'simulator-logged-out=1; Path=/; HttpOnly; SameSite=Lax',
    ])
  })

  it('logs a browser that opens a page for the first time in as the operator, and leaves every other login as it is', async () => {
    const cookiesOf = async (path: string, cookie = '') =>
      (
        await fetch(simulator.url + path, { headers: { cookie } })
      ).headers.getSetCookie()

    const operator = [
      'VtexIdclientAutCookie=simulated-token-of-operator; Path=/; HttpOnly; SameSite=Lax',
    ]

    expect(await cookiesOf('/')).toEqual(operator)
    expect(await cookiesOf('/graphiql')).toEqual(operator)
    expect(await cookiesOf('/graphiql?orderId=1', 'theme=dark')).toEqual(
      operator
    )

    for (const cookie of [
      'VtexIdclientAutCookie=simulated-token-of-viewer',
      'theme=dark; simulator-logged-out=1',
    ]) {
      // eslint-disable-next-line no-await-in-loop
      expect(await cookiesOf('/', cookie)).toEqual([])
      // eslint-disable-next-line no-await-in-loop
      expect(await cookiesOf('/graphiql', cookie)).toEqual([])
    }

    expect(await cookiesOf('/index.js')).toEqual([])
    expect(await cookiesOf('/login')).toEqual([])
  })

  it('tells a page who is logged in', async () => {
    const loggedIn = async (cookie: string) =>
      (await fetch(`${simulator.url}/login`, { headers: { cookie } })).json()

    expect(
      await loggedIn(`VtexIdclientAutCookie=${tokenOf('operator')}`)
    ).toEqual({
      key: 'operator',
      user: 'olga@acme.example',
      title: 'Olga, order operator: may view and cancel',
    })
    // An expired session is a login all the same: the app has to refuse it.
    expect(
      await loggedIn(`VtexIdclientAutCookie=${tokenOf('expired')}`)
    ).toMatchObject({ key: 'expired' })
    expect(await loggedIn('simulator-logged-out=1')).toBeNull()
    expect(await loggedIn('VtexIdclientAutCookie=unknown')).toBeNull()
  })

  it('refuses control requests from pages of other sites', async () => {
    const response = await fetch(`${simulator.url}/_simulator/reset`, {
      method: 'POST',
      headers: { origin: 'http://evil.example' },
    })

    expect(response.status).toBe(403)
  })
})
