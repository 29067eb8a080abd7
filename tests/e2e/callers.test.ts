import { ask, cancelOrder, cookieOf, tokenOf } from '../support/graphql'
import { useSimulator } from '../support/simulator'

const ORDER = '1390000000001-01'
const MUTATION = `mutation { cancelOrder(orderId: "${ORDER}") { state } }`
const QUERY = `{ orderCancellation(orderId: "${ORDER}") { state } }`

const NO_TOKEN =
  'No valid VTEX ID token of this account came with the request: send it as the cookie or header VtexIdclientAutCookie.'

const NO_GRANT =
  'The caller lacks the License Manager resource that this operation needs: ask an administrator of the store for a role that has it.'

describe('who may call', () => {
  const simulator = useSimulator({
    orderId: ORDER,
    status: 'payment-approved',
  })

  it.each([
    ['nobody', null, MUTATION, 'UNAUTHENTICATED', NO_TOKEN],
    ['nobody', null, QUERY, 'UNAUTHENTICATED', NO_TOKEN],
    ['an expired session', 'expired', MUTATION, 'UNAUTHENTICATED', NO_TOKEN],
    ['an expired session', 'expired', QUERY, 'UNAUTHENTICATED', NO_TOKEN],
    ['an invented token', 'nonsense', MUTATION, 'UNAUTHENTICATED', NO_TOKEN],
    ['another account', 'other-account', MUTATION, 'UNAUTHENTICATED', NO_TOKEN],
    ['another account', 'other-account', QUERY, 'UNAUTHENTICATED', NO_TOKEN],
    ['someone who may only view', 'viewer', MUTATION, 'FORBIDDEN', NO_GRANT],
    ['someone who may not view', 'blind', QUERY, 'FORBIDDEN', NO_GRANT],
  ])(
    'refuses %s (%s) and asks OMS nothing: %s',
    async (_who, as, operation, code, message) => {
      const { data, errors } = await ask(simulator, operation, { as })

      expect(data).toBeNull()
      expect(errors).toHaveLength(1)
      expect(errors[0]).toMatchObject({ message, extensions: { code } })
      expect(await simulator.omsCalls()).toEqual([])
    }
  )

  it('refuses a caller whose grant was withdrawn a moment ago', async () => {
    expect((await ask(simulator, QUERY)).errors).toEqual([])

    await simulator.grant({
      user: 'olga@acme.example',
      product: '19',
      resource: 'CancelAction',
      granted: false,
    })

    const { errors } = await ask(simulator, MUTATION)

    expect(errors.map(({ extensions }) => extensions.code)).toEqual([
      'FORBIDDEN',
    ])
    expect(await simulator.omsCalls()).toEqual([`GET ${ORDER}`])
  })

  it('lets a viewer view', async () => {
    const { data } = await ask(simulator, QUERY, { as: 'viewer' })

    expect(data).toEqual({ orderCancellation: { state: 'NOT_REQUESTED' } })
  })

  it.each(['operator', 'api-key', 'other-app'])(
    'acts at OMS in the name of the caller %s, and of nobody else',
    async (as) => {
      const { data } = await ask(simulator, MUTATION, { as })

      expect(data).toEqual({ cancelOrder: { state: 'ACCEPTED' } })

      const calls = await simulator.ledger('oms')

      expect(calls.map(({ headers }) => headers.vtexidclientautcookie)).toEqual(
        Array(3).fill(tokenOf(as))
      )
    }
  )

  it('takes the token as a header as well', async () => {
    const { data } = await ask(simulator, MUTATION, {
      as: null,
      headers: { VtexIdclientAutCookie: tokenOf('api-key') },
    })

    expect(data).toEqual({ cancelOrder: { state: 'ACCEPTED' } })

    const calls = await simulator.ledger('oms')

    expect(calls.map(({ headers }) => headers.vtexidclientautcookie)).toEqual(
      Array(3).fill(tokenOf('api-key'))
    )
  })

  it('uses at OMS the very token it checked when cookie and header differ', async () => {
    await ask(simulator, QUERY, {
      as: 'viewer',
      headers: { VtexIdclientAutCookie: tokenOf('operator') },
    })

    const calls = await simulator.ledger()

    expect(
      calls
        .filter(
          ({ service, path }) =>
            service !== 'vbase' && !path.includes('order-group')
        )
        .map(({ service, query, headers }) => [
          service,
          query.authToken ?? headers.vtexidclientautcookie ?? null,
        ])
    ).toEqual([
      ['vtexId', tokenOf('viewer')],
      ['licenseManager', null],
      ['oms', tokenOf('viewer')],
    ])
  })

  it.each([
    `${tokenOf('viewer')}&authToken=${tokenOf('operator')}`,
    `${tokenOf('operator')}#x`,
    '%73imulated-token-of-operator',
    `${tokenOf('operator')} x`,
  ])(
    'takes %s for no token, and asks nobody: @auth would read another one in it than OMS',
    async (token) => {
      const { errors } = await ask(simulator, QUERY, {
        as: null,
        headers: { VtexIdclientAutCookie: token },
      })

      expect(errors.map(({ message }) => message)).toEqual([NO_TOKEN])
      expect(await simulator.ledger()).toEqual([])
    }
  )

  it('lets an integrator exchange an API key for a token and cancel with it', async () => {
    const response = await fetch(`${simulator.url}/api/vtexid/apptoken/login`, {
      method: 'POST',
      body: JSON.stringify({
        appkey: 'vtexappkey-acme-SIMULATED',
        apptoken: 'simulated-secret-of-api-key',
      }),
    })

    const { token } = (await response.json()) as { token: string }
    const { data } = await ask(simulator, MUTATION, {
      as: null,
      headers: { VtexIdclientAutCookie: token },
    })

    expect(data).toEqual({ cancelOrder: { state: 'ACCEPTED' } })
  })

  it('names the missing resource when the caller may cancel orders but not view them', async () => {
    expect(await cancelOrder(simulator, ORDER, { as: 'blind' })).toMatchObject({
      state: 'UNKNOWN',
      nextStep: 'ASK_FOR_ACCESS',
      refusal: {
        code: 'NOT_PERMITTED',
        message: `OMS did not let this caller view order ${ORDER}: the License Manager resource OMSViewer of product OMS is missing, or the session has ended. Log in again, or ask an administrator of the store for a role that has it.`,
        retryable: false,
      },
    })
    expect(await simulator.omsCalls()).toEqual([`GET ${ORDER}`])
  })

  it('stays on the stable environment when the caller has the cookie of the beta one', async () => {
    await ask(simulator, MUTATION, {
      headers: {
        cookie: `${cookieOf('operator').cookie}; vtex-commerce-env=beta`,
      },
    })

    const calls = await simulator.ledger('oms')

    expect(calls.map(({ host }) => host)).toEqual(
      Array(3).fill('portal.vtexcommercestable.com.br')
    )
  })

  it("does not believe platform headers of the caller's own", async () => {
    const { errors } = await ask(simulator, MUTATION, {
      as: 'other-account',
      headers: { 'x-vtex-account': 'globex', 'x-vtex-credential': 'mine' },
    })

    expect(errors.map(({ extensions }) => extensions.code)).toEqual([
      'UNAUTHENTICATED',
    ])
    expect(await simulator.omsCalls()).toEqual([])
  })
})
