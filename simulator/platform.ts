import { readFileSync } from 'fs'
import type { Server } from 'http'
import type { AddressInfo } from 'net'
import { join } from 'path'

import { Replica } from './app/replica'
import { whyForbidden } from './edge/policies'
import type { Manifest } from './edge/policies'
import { createProxy } from './edge/proxy'
import { callApp } from './gateway/appCall'
import { isCallToApp } from './gateway/appRoute'
import { createGateway } from './gateway/gateway'
import { servedHosts } from './services/hosts'
import { World } from './world'

export interface PlatformOptions {
  /** The folder that `npm run build` leaves. */
  buildFolder: string
  /** The port of the gateway; 0 takes a free one. */
  port: number
  /** Told of each call that a real platform would not have taken. */
  onViolation?: (problem: string) => void
  /** Told when the app's process ends by itself. */
  onCrash?: (logLines: string[]) => void
}

export interface Platform {
  url: string
  /** Where an app's HTTP_PROXY points. */
  proxyUrl: string
  stop: () => Promise<void>
}

/** Starts the simulated platform with the app on it. Everything listens on 127.0.0.1 only. */
export async function startPlatform({
  buildFolder,
  port,
  onViolation,
  onCrash = () => undefined,
}: PlatformOptions): Promise<Platform> {
  const world = new World()
  const manifest = readManifest(buildFolder)
  const running: { replica?: Replica } = {}
  const appPort = () => portOf(running.replica)
  const gateway = createGateway({ world, appPort })
  const proxy = createPlatformProxy({ world, manifest, appPort, onViolation })
  const stop = async () => {
    await Promise.all([close(gateway), close(proxy), running.replica?.stop()])
  }

  try {
    const url = `http://127.0.0.1:${await listen(gateway, port)}`
    const proxyPort = await listen(proxy, 0)
    const options = { buildFolder, manifest, proxyPort, onCrash }
    const replica = await Replica.start(options)

    running.replica = replica
    world.app = () => ({ pid: replica.pid, logLines: replica.logLines })

    return { url, proxyUrl: `http://127.0.0.1:${proxyPort}`, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function readManifest(buildFolder: string): Manifest {
  return JSON.parse(readFileSync(join(buildFolder, 'manifest.json'), 'utf8'))
}

function portOf(replica: Replica | undefined): number {
  if (!replica) throw new Error('The app does not run.')

  return replica.port
}

interface ProxyParts {
  world: World
  manifest: Manifest
  appPort: () => number
  onViolation?: (problem: string) => void
}

function createPlatformProxy(parts: ProxyParts): Server {
  const { world, manifest, appPort, onViolation } = parts

  return createProxy({
    ledger: world.ledger,
    faults: world.faults,
    services: servedHosts(world, manifest),
    forbidden: (call, policy) => whyForbidden(manifest, call, policy),
    isHandedOn: (url) => isCallToApp(manifest, url),
    handOn: (request, response) =>
      callApp({ port: appPort(), cache: world.cache }, request, response),
    onViolation: (problem) => {
      world.violations.push(problem)
      onViolation?.(problem)
    },
  })
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () =>
      resolve((server.address() as AddressInfo).port)
    )
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
