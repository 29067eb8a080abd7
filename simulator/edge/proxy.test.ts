import { request } from 'http'
import type { AddressInfo } from 'net'

import { APP_TOKEN } from '../callers'
import { servedHosts } from '../services/hosts'
import { World } from '../world'
import type { FaultRule } from './faults'
import { createProxy } from './proxy'
import type { ProxyOptions } from './proxy'

const MANIFEST = {
  vendor: 'acme',
  name: 'order-cancellation',
  version: '0.1.0',
  policies: [],
}

const FILES =
  'http://infra.io.vtex.com/vbase/v2/acme/master/buckets/acme.order-cancellation/jobs/files'

/** Starts the services behind the proxies of two replicas. A copy arrives when the test calls `arrive`. */
async function startProxies() {
  const world = new World()
  const copies: Array<{ ms: number; arrive: () => void }> = []

  jest
    .spyOn(world.faults, 'copyLater')
    .mockImplementation((ms, arrive) => copies.push({ ms, arrive }))

  const options: ProxyOptions = {
    ledger: world.ledger,
    faults: world.faults,
    services: servedHosts(world, MANIFEST),
    forbidden: () => undefined,
    isForwarded: () => false,
    forward: async () => undefined,
    killReplica: async () => undefined,
    onViolation: (problem) => world.violations.push(problem),
  }

  const proxies = [0, 1].map((replica) => createProxy(options, replica))

  await Promise.all(
    proxies.map(
      (proxy) =>
        new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    )
  )

  const send = (replica: number, method: string, path: string, body = '') =>
    sendTo(proxies[replica].address() as AddressInfo, { method, path, body })

  return {
    world,
    copies,
    put: async (body: string) =>
      (await send(1, 'PUT', `${FILES}/a.json`, body)).status,
    list: async (replica: number) => (await send(replica, 'GET', FILES)).text,
    close: () => proxies.forEach((proxy) => proxy.close()),
  }
}

/** Sends one call of the app through a proxy. The status is null if the connection was cut. */
function sendTo(
  { port }: AddressInfo,
  { method, path, body }: { method: string; path: string; body: string }
): Promise<{ status: number | null; text: string }> {
  const headers = { authorization: `Bearer ${APP_TOKEN}` }
  const to = { host: '127.0.0.1', port, path, method, headers, agent: false }

  return new Promise((resolve) => {
    request(to, (response) => {
      let text = ''

      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? null, text })
      )
    })
      .on('error', () => resolve({ status: null, text: '' }))
      .end(body)
  })
}

let started: Awaited<ReturnType<typeof startProxies>>

beforeEach(async () => (started = await startProxies()))
afterEach(() => started.close())

const RULE: FaultRule = { name: 'copy', method: 'PUT', copyAfterMs: 700 }

describe('a fault that copies a PUT', () => {
  const content = () =>
    started.world.vbase.files.list().map((file) => file.content.toString())

  const ledger = () =>
    started.world.ledger
      .list()
      .map(({ body, replica, status, processed, fault }) => {
        return { body, replica, status, processed, fault }
      })

  it('lets it take effect at once and again later, over what was written meanwhile', async () => {
    const { world, put, copies } = started

    world.faults.add(RULE)
    expect([await put('first'), await put('second')]).toEqual([200, 200])
    expect(content()).toEqual(['second'])
    expect(copies).toEqual([{ ms: 700, arrive: expect.any(Function) }])

    copies[0].arrive()
    expect(content()).toEqual(['first'])

    const asked = { replica: 1, processed: true }

    expect(ledger()).toEqual([
      { ...asked, body: 'first', status: 200, fault: 'copy' },
      { ...asked, body: 'second', status: 200, fault: null },
      { ...asked, body: 'first', status: null, fault: 'copy' },
    ])
  })

  it('lets it take effect only later if the fault keeps the call from the service', async () => {
    const { world, put, copies } = started

    world.faults.add({ ...RULE, kind: 'reset' })
    expect(await put('late')).toBeNull()
    expect(content()).toEqual([])

    copies[0].arrive()
    expect(content()).toEqual(['late'])

    const asked = { body: 'late', replica: 1, status: null, fault: 'copy' }

    expect(ledger()).toEqual([
      { ...asked, processed: false },
      { ...asked, processed: true },
    ])
  })
})

describe('lists through the proxies of two replicas', () => {
  it('tell the replicas apart by their proxies: each sees its own file, the other one sees it late', async () => {
    const { world, put, list } = started

    Object.assign(world.vbase.switches.values, {
      listLagMs: 60_000,
      listsShowOwnFirst: 'yes',
    })

    expect(await put('{}')).toBe(200)
    expect(JSON.parse(await list(1))).toEqual({
      data: [{ path: 'a.json', hash: expect.any(String) }],
      next: '',
    })
    expect(JSON.parse(await list(0))).toEqual({ data: [], next: '' })
  })
})
