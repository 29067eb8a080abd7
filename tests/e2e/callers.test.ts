import { ask, cancelOrder, cookieOf, tokenOf } from '../support/graphql'
import { useSimulator } from '../support/simulator'

const ORDER = '1390000000001-01'
const MUTATION = `mutation { cancelOrder(orderId: "${ORDER}") { state } }`
const QUERY = `{ orderCancellation(orderId: "${ORDER}") { state } }`

const NO_TOKEN =
  'No valid VTEX ID token of this account came with the request: send it as the cookie or header VtexIdclientAutCookie.'

const lacking = (resource: string) =>
  `The caller lacks the License Manager resource ${resource} of product OMS, which this operation needs: ask an administrator of the store for a role that has it.`

describe('the permissions of a caller', () => {
  const simulator = useSimulator({
    orderId: ORDER,
    status: 'payment-approved',
  })

  it.each([
    ['without a token', null, MUTATION, 'UNAUTHENTICATED', NO_TOKEN],
    ['without a token', null, QUERY, 'UNAUTHENTICATED', NO_TOKEN],
    ['with an expired token', 'expired', MUTATION, 'UNAUTHENTICATED', NO_TOKEN],
    ['with an expired token', 'expired', QUERY, 'UNAUTHENTICATED', NO_TOKEN],
    [
      'with an invented token',
      'nonsense',
      MUTATION,
      'UNAUTHENTICATED',
      NO_TOKEN,
    ],
    [
      'of another account',
      'other-account',
      MUTATION,
      'UNAUTHENTICATED',
      NO_TOKEN,
    ],
    ['of another account', 'other-account', QUERY, 'UNAUTHENTICATED', NO_TOKEN],
    [
      'who may only view orders',
      'viewer',
      MUTATION,
      'FORBIDDEN',
      lacking('CancelAction'),
    ],
    [
      'who may not view orders',
      'blind',
      QUERY,
      'FORBIDDEN',
      lacking('OMSViewer'),
    ],
  ])(
    'a caller %s (%s) is refused without a call to OMS: %s',
    async (_who, as, operation, code, message) => {
      const { data, errors } = await ask(simulator, operation, { as })

      expect(data).toBeNull()
      expect(errors).toHaveLength(1)
      expect(errors[0]).toMatchObject({ message, extensions: { code } })
      expect(await simulator.omsCalls()).toEqual([])
    }
  )

  it('a caller whose grant was just revoked is refused', async () => {
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

  it('a viewer may read', async () => {
    const { data } = await ask(simulator, QUERY, { as: 'viewer' })

    expect(data).toEqual({ orderCancellation: { state: 'NOT_REQUESTED' } })
  })

  it.each(['operator', 'api-key', 'other-app'])(
    'every call to OMS carries the token of the caller %s',
    async (as) => {
      const { data } = await ask(simulator, MUTATION, { as })

      expect(data).toEqual({ cancelOrder: { state: 'ACCEPTED' } })

      const calls = await simulator.ledger('oms')

      expect(calls.map(({ headers }) => headers.vtexidclientautcookie)).toEqual(
        Array(2).fill(tokenOf(as))
      )
    }
  )

  it('the token may come as a header instead of a cookie', async () => {
    const { data } = await ask(simulator, MUTATION, {
      as: null,
      headers: { VtexIdclientAutCookie: tokenOf('api-key') },
    })

    expect(data).toEqual({ cancelOrder: { state: 'ACCEPTED' } })

    const calls = await simulator.ledger('oms')

    expect(calls.map(({ headers }) => headers.vtexidclientautcookie)).toEqual(
      Array(2).fill(tokenOf('api-key'))
    )
  })

  it('when cookie and header differ, OMS gets the token that @auth checked', async () => {
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
    'the malformed token %s is refused without any call, because @auth and OMS would read different tokens in it',
    async (token) => {
      const { errors } = await ask(simulator, QUERY, {
        as: null,
        headers: { VtexIdclientAutCookie: token },
      })

      expect(errors.map(({ message }) => message)).toEqual([NO_TOKEN])
      expect(await simulator.ledger()).toEqual([])
    }
  )

  it('an integrator can exchange an API key for a token and cancel with it', async () => {
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

  it('a caller who may cancel orders but not view them is told the missing resource', async () => {
    expect(await cancelOrder(simulator, ORDER, { as: 'blind' })).toMatchObject({
      state: 'UNKNOWN',
      nextStep: 'ASK_FOR_ACCESS',
      refusal: {
        code: 'NOT_PERMITTED',
        message: `OMS did not let this caller view order ${ORDER}: the License Manager resource OMSViewer of product OMS is missing, or the session has ended. Log in again, or ask an administrator of the store for a role that has it.`,
        detail: 'READ_NOT_PERMITTED',
        subject: 'OMSViewer',
        retryable: false,
      },
    })
    expect(await simulator.omsCalls()).toEqual([`GET ${ORDER}`])
  })

  it("a caller's beta cookie does not move the calls to the beta environment", async () => {
    await ask(simulator, MUTATION, {
      headers: {
        cookie: `${cookieOf('operator').cookie}; vtex-commerce-env=beta`,
      },
    })

    const calls = await simulator.ledger('oms')

    expect(calls.map(({ host }) => host)).toEqual(
      Array(2).fill('portal.vtexcommercestable.com.br')
    )
  })

  it('platform headers that a caller sends are ignored', async () => {
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
