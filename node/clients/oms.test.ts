import { createServer } from 'http'
import type {
  IncomingHttpHeaders,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'http'
import type { AddressInfo } from 'net'

import type { IOContext } from '@vtex/api'
import { OMS } from '@vtex/clients/build/clients/oms'

import { OmsClient } from './oms'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** The options that VTEX's templates set for all clients of an app. */
const TEMPLATE_OPTIONS = { retries: 2, timeout: 10_000 }

const CONTEXT = {
  account: 'acme',
  workspace: 'master',
  authToken: 'app-token',
  adminUserAuthToken: 'admin-of-the-context',
  janusEnv: 'beta',
  tracer: { isTraceSampled: false },
} as unknown as IOContext

describe('OmsClient', () => {
  const arrived: string[] = []
  let server: Server
  let handler: Handler

  beforeAll(async () => {
    server = createServer((request, response) => {
      arrived.push(`${request.method} ${request.url}`)
      handler(request, response)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

    const { port } = server.address() as AddressInfo

    process.env.http_proxy = `http://127.0.0.1:${port}`
    delete process.env.no_proxy
    delete process.env.NO_PROXY
  })
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  beforeEach(() => {
    arrived.length = 0
  })

  const client = () => new OmsClient(CONTEXT, TEMPLATE_OPTIONS)
  const oms = () => client().actingAs('caller')

  const CANCEL =
    'POST http://portal.vtexcommercestable.com.br/api/oms/pvt/orders/1-01/cancel?an=acme'

  const READ =
    'GET http://portal.vtexcommercestable.com.br/api/oms/pvt/orders/1-01?an=acme'

  it.each<[string, Handler]>([
    ['resets the connection', (request) => request.socket.destroy()],
    ['answers 500', (_request, response) => response.writeHead(500).end()],
    [
      "answers with the router's time-out",
      (_request, response) =>
        response
          .writeHead(504, { 'content-type': 'application/json' })
          .end('{"code":"ProxyTimeout"}'),
    ],
  ])(
    'sends one cancel when OMS %s, even if the options of the app retry all calls',
    async (_what, fault) => {
      handler = fault

      expect(
        await oms().cancelOrder('1-01', {
          reason: null,
          requestedByUser: false,
        })
      ).toEqual({ kind: 'unsettled' })
      expect(arrived).toEqual([CANCEL])
    }
  )

  it('fetches an order anew for each read, from the stable host even for a caller with the beta cookie', async () => {
    let status = 'handling'

    handler = (_request, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ orderId: '1-01', status }))

    const caller = oms()
    const first = await caller.getOrder('1-01')

    status = 'canceled'

    const second = await caller.getOrder('1-01')

    expect([first, second]).toMatchObject([
      { kind: 'found', order: { status: 'handling' } },
      { kind: 'found', order: { status: 'canceled' } },
    ])
    expect(arrived).toEqual([READ, READ])
  })

  it('ends a read at its time limit when the body arrives byte by byte', async () => {
    handler = (_request, response) => {
      const drip = setInterval(() => response.write(' '), 10)

      response.writeHead(200, { 'content-type': 'application/json' })
      response.on('close', () => clearInterval(drip))
    }

    expect(await oms().getOrder('1-01', { withinMs: 200 })).toEqual({
      kind: 'unavailable',
    })
    expect(arrived).toEqual([READ])
  })

  describe('as a class of @vtex/clients', () => {
    it('sends a cancel once, with the token it is given as the header, and nothing but the cancel as the body', async () => {
      const sent: Array<{ headers: IncomingHttpHeaders; body: string }> = []

      // What the library re-sends, a POST as well, unless it is told not to.
      handler = (request) => {
        let body = ''

        request.on('data', (data: Buffer) => (body += data.toString()))
        request.on('end', () => {
          sent.push({ headers: request.headers, body })
          request.socket.destroy()
        })
      }

      const cancel = (reason: string | null) =>
        client().cancelOrder(
          '1-01',
          { reason, requestedByUser: true },
          'token-of-the-call'
        )

      await cancel('Out of stock')
      await cancel(null)

      expect(arrived).toEqual([CANCEL, CANCEL])
      expect(sent.map(({ body }) => JSON.parse(body))).toEqual([
        { reason: 'Out of stock', requestedByUser: true },
        { requestedByUser: true },
      ])
      expect(sent.map(({ headers }) => headers)).toMatchObject([
        { vtexidclientautcookie: 'token-of-the-call' },
        { vtexidclientautcookie: 'token-of-the-call' },
      ])
    })

    it('gives the receipt of a cancel', async () => {
      handler = (_request, response) =>
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end('{"date":"2026-11-24T10:00:00","orderId":"1-01","receipt":"r"}')

      expect(
        await client().cancelOrder(
          '1-01',
          { reason: null, requestedByUser: false },
          'token-of-the-call'
        )
      ).toEqual({
        kind: 'received',
        date: '2026-11-24T10:00:00',
        orderId: '1-01',
        receipt: 'r',
      })
    })

    const published = Object.getOwnPropertyNames(OMS.prototype)

    it('inherits none of its methods', () => {
      expect(client()).toBeInstanceOf(OMS)
      expect(Object.getOwnPropertyNames(OmsClient.prototype)).toEqual(
        expect.arrayContaining(published)
      )
    })

    it.each(
      published.filter((name) => !['constructor', 'cancelOrder'].includes(name))
    )('%s sends nothing, and names the method to use', (name) => {
      const method = Reflect.get(client(), name)

      expect(() => Reflect.apply(method, client(), ['1-01'])).toThrow(
        new RegExp(
          `^OmsClient does not inherit ${name}\\(\\) of @vtex/clients: use actingAs\\(token\\)\\.(getOrder|listOrders|sendInvoice)\\(\\)\\.$`
        )
      )
      expect(arrived).toEqual([])
    })
  })
})
