import { createServer } from 'http'
import type { IncomingMessage, Server, ServerResponse } from 'http'
import type { AddressInfo } from 'net'

import type { IOContext } from '@vtex/api'

import { OmsClient } from './oms'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** The options that VTEX's templates set for all clients of an app. */
const TEMPLATE_OPTIONS = { retries: 2, timeout: 10_000 }

const CONTEXT = {
  account: 'acme',
  workspace: 'master',
  authToken: 'app-token',
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

  const oms = () => new OmsClient(CONTEXT, TEMPLATE_OPTIONS).actingAs('caller')

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

    const client = oms()
    const first = await client.getOrder('1-01')

    status = 'canceled'

    const second = await client.getOrder('1-01')

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
})
