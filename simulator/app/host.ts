/**
 * The process of one replica: the real `@vtex/api` worker on a built app, with the build
 * as its working directory, as on the platform. It needs an IPC channel to its parent.
 */
import type { Server } from 'http'
import { createRequire } from 'module'
import type { AddressInfo } from 'net'
import { join } from 'path'

interface Worker {
  listen: (port: number, host: string) => Server
}

interface Runtime {
  startWorker: (serviceJson: unknown) => Worker
}

interface Loaders {
  getServiceJSON: () => unknown
}

const requireFromBuild = createRequire(join(process.cwd(), 'host.js'))

const { startWorker } = requireFromBuild(
  '@vtex/api/lib/service/worker'
) as Runtime

const { getServiceJSON } = requireFromBuild(
  '@vtex/api/lib/service/loaders'
) as Loaders

const server = startWorker(getServiceJSON()).listen(0, '127.0.0.1')

server.on('listening', () => {
  const { port } = server.address() as AddressInfo

  process.send?.({ port })
})

// The parent process has ended, so no other process would stop this replica.
process.on('disconnect', () => process.exit(0))
