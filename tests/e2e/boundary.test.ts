import { execFile } from 'child_process'
import { join } from 'path'
import { promisify } from 'util'

import { answerOf, cookieOf, expectRefused, tokenOf } from '../support/graphql'
import { useSimulator } from '../support/simulator'

const ORDER = '1390000000001-01'
const MUTATION = `mutation { cancelOrder(orderId: "${ORDER}") { state } }`
const QUERY = `{ orderCancellation(orderId: "${ORDER}") { state } }`
const USE_POST = 'Send a mutation by POST with content-type application/json.'

/** The longest refusal by the runtime itself, in characters. It contains a stack. */
const MAX_RUNTIME_REPLY_LENGTH = 5_000

describe('the boundary', () => {
  const simulator = useSimulator({
    orderId: ORDER,
    status: 'payment-approved',
  })

  const send = async (init: RequestInit, search = '') =>
    answerOf(
      await fetch(`${simulator.url}/graphql${search}`, {
        ...init,
        headers: { ...cookieOf('operator'), ...init.headers },
      })
    )

  describe('a mutation', () => {
    const body = JSON.stringify({ query: MUTATION })
    const search = `?query=${encodeURIComponent(MUTATION)}`

    it.each(['GET', 'PUT', 'DELETE', 'PATCH'])(
      'by %s with the query in the URL is refused, and no service is called',
      async (method) => {
        await expectRefused(simulator, await send({ method }, search), USE_POST)
      }
    )

    it('by HEAD calls no service', async () => {
      await send({ method: 'HEAD' }, search)

      expect(await simulator.ledger()).toEqual([])
    })

    it.each([
      'text/plain',
      'text/plain;charset=UTF-8',
      'application/x-www-form-urlencoded',
      'application/jsonp',
      'text/json',
      'application/graphql',
      'text/plain, application/json',
    ])('as %s is refused, and no service is called', async (contentType) => {
      await expectRefused(
        simulator,
        await send({
          method: 'POST',
          headers: { 'content-type': contentType },
          body,
        }),
        USE_POST
      )
    })

    it('as multipart is refused, and no service is called', async () => {
      const form = new FormData()

      form.set('operations', body)
      form.set('map', '{}')

      await expectRefused(
        simulator,
        await send({ method: 'POST', body: form }),
        USE_POST
      )
    })

    it.each([
      [
        'a form field',
        'application/x-www-form-urlencoded',
        `query=${MUTATION}`,
      ],
      ['an array', 'application/json', `[${body}]`],
      ['an array of two', 'application/json', `[${body},${body}]`],
      ['broken JSON', 'application/json', '{"query"'],
      ['a number', 'application/json', '1'],
    ])(
      'as %s is refused by the runtime itself, and no service is called',
      async (_what, contentType, malformed) => {
        const { status, data, text } = await send({
          method: 'POST',
          headers: { 'content-type': contentType },
          body: malformed,
        })

        expect({ status, data }).toEqual({ status: 500, data: null })
        expect(text.length).toBeLessThan(MAX_RUNTIME_REPLY_LENGTH)
        expect(await simulator.ledger()).toEqual([])
      }
    )

    it('by POST as application/json with a charset is accepted', async () => {
      const { data } = await send({
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body,
      })

      expect(data).toEqual({ cancelOrder: { state: 'ACCEPTED' } })
    })
  })

  describe('a query', () => {
    it('by GET is accepted', async () => {
      const { data } = await send(
        { method: 'GET' },
        `?query=${encodeURIComponent(QUERY)}`
      )

      expect(data).toEqual({ orderCancellation: { state: 'NOT_REQUESTED' } })
    })

    it('and a mutation by another app through AppGraphQLClient of @vtex/api are accepted', async () => {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [
          join(__dirname, '..', 'support', 'consumerApp.js'),
          ORDER,
          tokenOf('other-app'),
        ],
        {
          env: {
            ...process.env,
            HTTP_PROXY: simulator.proxyUrl,
            http_proxy: simulator.proxyUrl,
            NO_PROXY: '',
            no_proxy: '',
            VTEX_IO: 'true',
            VTEX_APP_ID: 'acme.order-console@1.0.0',
          },
        }
      )

      expect(JSON.parse(stdout)).toEqual([
        { orderCancellation: { state: 'NOT_REQUESTED' } },
        { cancelOrder: { state: 'ACCEPTED' } },
      ])
      expect(await simulator.omsCalls()).toEqual([
        `GET ${ORDER}`,
        `GET ${ORDER}`,
        `POST ${ORDER}/cancel`,
      ])
    })
  })
})
