import { execFile } from 'child_process'
import type { Server } from 'http'
import type { AddressInfo } from 'net'
import { join } from 'path'
import { promisify } from 'util'

import { APP_TOKEN } from '../../simulator/callers'
import { whyForbidden } from '../../simulator/edge/policies'
import { createProxy } from '../../simulator/edge/proxy'
import { servedHosts } from '../../simulator/services/hosts'
import { World } from '../../simulator/world'
import { ROOT } from '../support/repository'

/** Starts the platform's services behind its proxy, for an app that may use VBase. */
async function startServices() {
  const world = new World()
  const manifest = {
    vendor: 'acme',
    name: 'order-cancellation',
    version: '0.1.0',
    policies: [{ name: 'vbase-read-write' }],
  }

  const options = {
    ledger: world.ledger,
    faults: world.faults,
    services: servedHosts(world, manifest),
    forbidden: whyForbidden.bind(null, manifest),
    isForwarded: () => false,
    forward: async () => undefined,
    killReplica: async () => undefined,
    onViolation: (problem: string) => world.violations.push(problem),
  }

  const proxy = createProxy(options, 0)

  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))

  return { world, proxy }
}

async function runClient(proxy: Server): Promise<unknown> {
  const { port } = proxy.address() as AddressInfo
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(ROOT, 'tests', 'support', 'vbaseClient.js'), APP_TOKEN],
    {
      env: {
        VTEX_APP_ID: 'acme.order-cancellation@0.1.0',
        VTEX_IO: 'true',
        HTTP_PROXY: `http://127.0.0.1:${port}`,
      },
    }
  )

  return JSON.parse(stdout)
}

describe('the simulated VBase', () => {
  it('works with the client of @vtex/api: entity tags, gzipped bodies, pages', async () => {
    const { world, proxy } = await startServices()
    const output = await runClient(proxy)

    proxy.close()

    expect(output).toEqual({
      missing: null,
      data: { count: 1 },
      saves: ['accepted', 412],
      text: 'packed',
      paths: ['a/1.json', 'b.txt'],
      wrong: 400,
      deletions: ['accepted', 404],
    })
    expect(world.violations).toEqual([])

    const [packed] = world.ledger
      .list('vbase')
      .filter(({ headers }) => headers['content-encoding'] === 'gzip')

    expect(packed).toMatchObject({
      body: 'packed',
      processed: true,
      replica: 0,
    })
    expect(packed.headers['x-vtex-ttl']).toBe('60')
    expect(
      world.vbase.files.list().map(({ content }) => content.toString())
    ).toEqual(['{"count":2}'])
  })
})
