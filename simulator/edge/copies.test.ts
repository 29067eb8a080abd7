import { request } from 'http'
import type { AddressInfo } from 'net'

import { APP_TOKEN } from '../callers'
import { servedHosts } from '../services/hosts'
import { World } from '../world'
import type { FaultRule } from './faults'
import { createProxy } from './proxy'

const MANIFEST = {
  vendor: 'acme',
  name: 'order-cancellation',
  version: '0.1.0',
  policies: [],
}

const FILE =
  'http://infra.io.vtex.com/vbase/v2/acme/master/buckets/acme.order-cancellation/jobs/files/a.json'

/** Starts the services behind the proxy of replica 1. A copy arrives when the test calls `arrive`. */
async function startProxy() {
  const world = new World()
  const copies: Array<{ ms: number; arrive: () => void }> = []

  jest
    .spyOn(world.faults, 'copyLater')
    .mockImplementation((ms, arrive) => copies.push({ ms, arrive }))

  const proxy = createProxy(
    {
      ledger: world.ledger,
      faults: world.faults,
      services: servedHosts(world, MANIFEST),
      forbidden: () => undefined,
      isForwarded: () => false,
      forward: async () => undefined,
      killReplica: async () => undefined,
      onViolation: (problem) => world.violations.push(problem),
    },
    1
  )

  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))

  const { port } = proxy.address() as AddressInfo
  const put = (body: string) =>
    new Promise((resolve) => {
      request(
        {
          port,
          host: '127.0.0.1',
          path: FILE,
          method: 'PUT',
          headers: { authorization: `Bearer ${APP_TOKEN}` },
          agent: false,
        },
        (response) =>
          response.resume().on('end', () => resolve(response.statusCode))
      )
        .on('error', () => resolve('cut'))
        .end(body)
    })

  return { world, copies, put, close: () => proxy.close() }
}

const RULE: FaultRule = { name: 'copy', method: 'PUT', copyAfterMs: 700 }

describe('a fault that copies a PUT', () => {
  let started: Awaited<ReturnType<typeof startProxy>>

  beforeEach(async () => (started = await startProxy()))
  afterEach(() => started.close())

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
    expect(await put('late')).toBe('cut')
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
