import { ask, fieldOf, tokenOf } from '../support/graphql'
import {
  ALL,
  aRequest,
  idsOf,
  LISTED,
  queryOf,
  requestsOf,
  withoutOwnRequests,
} from '../support/requestList'
import type { Page } from '../support/requestList'
import { useSimulator } from '../support/simulator'

describe('cancellationRequests: callers, limits and faults', () => {
  const simulator = useSimulator()
  const { request, page, orderReads } = requestsOf(simulator)

  beforeEach(() => withoutOwnRequests(simulator))

  describe('the permissions of a caller', () => {
    it.each([
      [null, 'UNAUTHENTICATED'],
      ['expired', 'UNAUTHENTICATED'],
      ['other-account', 'UNAUTHENTICATED'],
      ['nonsense', 'UNAUTHENTICATED'],
      ['blind', 'FORBIDDEN'],
    ])('%s is refused without a call to OMS: %s', async (as, code) => {
      const { data, errors } = await ask(simulator, queryOf(ALL), { as })

      expect(data).toBeNull()
      expect(errors.map(({ extensions }) => extensions.code)).toEqual([code])
      expect(await simulator.allOmsCalls()).toEqual([])
    })

    it.each(['operator', 'viewer', 'api-key', 'other-app'])(
      'every call to OMS carries the token of %s',
      async (as) => {
        await simulator.seed(aRequest('R-1', 1))

        expect(idsOf(await page({}, { as }))).toEqual(['R-1'])
        expect(
          (await simulator.ledger('oms')).map(
            ({ headers }) => headers.vtexidclientautcookie
          )
        ).toEqual([tokenOf(as), tokenOf(as)])
      }
    )

    it('a caller who may list orders and not view them gets the list, and the name of the missing resource', async () => {
      await simulator.seed(aRequest('R-1', 1))
      await simulator.grant({
        user: 'vera@acme.example',
        product: '19',
        resource: 'OMSViewer',
        granted: false,
      })

      expect(await page({}, { as: 'viewer' })).toMatchObject({
        items: [{ orderId: 'R-1', requestedBy: 'UNKNOWN', reason: null }],
        unread: 1,
        refusal: { code: 'NOT_PERMITTED', retryable: false },
      })
      expect(
        (await page({}, { as: 'viewer', fields: LISTED })).refusal
      ).toBeNull()
    })
  })

  describe('the limits', () => {
    it.each([0, 26, -1])('first: %i is refused', async (first) => {
      const { errors } = await request({ first })

      expect(errors).toMatchObject([
        {
          message: 'first takes a number from 1 to 25.',
          extensions: { code: 'BAD_REQUEST' },
        },
      ])
      expect(await simulator.allOmsCalls()).toEqual([])
    })

    it.each(['x', '', '../', 'W10', '"'])(
      'the cursor %j is refused',
      async (after) => {
        const { errors } = await request({ after })

        expect(errors).toMatchObject([
          {
            message:
              'after is no nextCursor of this list: take the one of the page before, or leave it out to begin anew.',
            extensions: { code: 'BAD_REQUEST' },
          },
        ])
        expect(await simulator.allOmsCalls()).toEqual([])
      }
    )

    it('eleven lists in one request, and more than 500 fields, are refused without a call', async () => {
      const eleven = Array.from(
        { length: 11 },
        (_, index) => `a${index}: cancellationRequests { total }`
      ).join(' ')

      const fields = Array.from(
        { length: 500 },
        (_, index) => `a${index}: total`
      ).join(' ')

      expect(
        [
          await ask(simulator, `{ ${eleven} }`),
          await ask(simulator, queryOf(fields)),
        ].map(({ errors }) => errors[0].message)
      ).toEqual([
        'Ask for at most 10 fields of Query a request.',
        'Ask for at most 500 fields a request.',
      ])
      expect(await simulator.ledger()).toEqual([])
    })

    it('no edge may keep the answer', async () => {
      expect((await request()).headers.get('cache-control')).toBe(
        'no-cache,no-store'
      )
    })
  })

  describe('when OMS fails', () => {
    const LIST = { host: 'portal.vtexcommercestable.com.br', method: 'GET' }
    const SECRETS = [
      ...['simulated-token', 'shopper@', 'Sofia-Private', '00011122233'],
      ...['UPSTREAM-BODY', 'node_modules', 'AxiosError', '    at '],
    ]

    const body = 'UPSTREAM-BODY of shopper@private.example'

    it.each([
      ['500', { status: 500, body }, 'OMS_UNAVAILABLE'],
      ['403', { status: 403, body }, 'NOT_PERMITTED'],
      ['a login page', { status: 200, body: `<html>${body}` }, 'NOT_PERMITTED'],
      ['another shape', { status: 200, body: { a: body } }, 'OMS_UNAVAILABLE'],
      ['a reset', { kind: 'reset' }, 'OMS_UNAVAILABLE'],
    ] as const)(
      'with %s to the list, the page says so and has no item',
      async (name, fault, code) => {
        await simulator.seed(aRequest('R-1', 1))
        await simulator.fault({ name, ...LIST, ...fault })

        const answer = await request()
        const { items, nextCursor, refusal } = fieldOf<Page>(
          answer,
          'cancellationRequests'
        )

        expect({ items, nextCursor }).toEqual({ items: [], nextCursor: null })
        expect(refusal?.code).toBe(code)
        expect(
          SECRETS.filter((secret) => answer.text.includes(secret))
        ).toEqual([])
      }
    )

    it('with 429 to the list, the page says how long to wait, and no other call follows', async () => {
      await simulator.seed(aRequest('R-1', 1))
      await simulator.fault({
        name: 'limit',
        ...LIST,
        status: 429,
        headers: { 'retry-after': '17' },
      })

      expect((await page()).refusal).toMatchObject({
        code: 'RATE_LIMITED',
        retryable: true,
        retryAfterSeconds: 17,
      })
      expect(await simulator.omsCalls()).toHaveLength(1)
    })

    it('with 429 to the orders, the list stays, and no more than five were read', async () => {
      await simulator.seedMany(25, 'T', aRequest('', 5))
      await simulator.fault({
        name: 'limit',
        ...LIST,
        path: '/orders/',
        times: 25,
        status: 429,
        headers: { 'retry-after': '17' },
      })

      expect(await page()).toMatchObject({
        items: { length: 25 },
        unread: 25,
        refusal: { code: 'RATE_LIMITED', retryAfterSeconds: 17 },
      })
      expect((await orderReads()).length).toBeLessThanOrEqual(5)
    })

    it('with 500 to one order, its request stays, unread', async () => {
      await simulator.seed(aRequest('R-1', 2))
      await simulator.seed(aRequest('R-2', 1))
      await simulator.fault({
        name: 'one',
        ...LIST,
        path: '/orders/R-1',
        status: 500,
      })

      expect(await page()).toMatchObject({
        items: [
          { orderId: 'R-1', requestedBy: 'UNKNOWN', reason: null },
          { orderId: 'R-2', requestedBy: 'SHOPPER' },
        ],
        dropped: 0,
        unread: 1,
        refusal: null,
      })
    })

    it('and VBase gives no journal, the maker of a request is UNKNOWN, because it may be this store', async () => {
      await simulator.seed(aRequest('R-1', 1))
      await simulator.fault({
        name: 'no journal',
        host: 'infra.io.vtex.com',
        times: 10,
        status: 500,
      })

      expect((await page()).items).toMatchObject([
        { orderId: 'R-1', requestedBy: 'UNKNOWN', reason: 'Ordered twice' },
      ])
    })
  })

  it('lets nothing of the shopper out, neither in the answer nor to a file nor to the log', async () => {
    const SHOPPER = ['shopper@', 'Sofia-Private', '00011122233']

    await simulator.seed(aRequest('R-1', 1))

    const { text } = await request()
    const { logLines } = await simulator.app()
    const files = JSON.stringify(await simulator.files())

    expect(text).toContain('R-1')
    expect(
      SHOPPER.filter((secret) =>
        [text, files, ...logLines].some((one) => one.includes(secret))
      )
    ).toEqual([])
    expect(logLines.filter((line) => line.includes('Ordered twice'))).toEqual(
      []
    )
  })

  it('sends nothing', async () => {
    await simulator.seed(aRequest('R-1', 1))
    await page()

    expect(
      (await simulator.ledger('oms')).filter(({ method }) => method !== 'GET')
    ).toEqual([])
    expect(await simulator.files()).toEqual([])
  })
})
