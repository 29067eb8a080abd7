import { readFileSync } from 'fs'
import type { Server } from 'http'
import type { AddressInfo } from 'net'
import { join } from 'path'

import { sendReply } from './edge/exchange'
import { whyForbidden } from './edge/policies'
import type { Manifest } from './edge/policies'
import { createProxy } from './edge/proxy'
import type { ProxyOptions } from './edge/proxy'
import { callApp } from './gateway/appCall'
import { isCallToApp } from './gateway/appRoute'
import { postEvent } from './gateway/eventCall'
import { createGateway } from './gateway/gateway'
import { eventHandlers } from './services/events/handlers'
import { servedHosts } from './services/hosts'
import { World } from './world'

export interface PlatformOptions {
  /** The folder that `npm run build` creates. */
  buildFolder: string
  /** The gateway's port; 0 selects a free one. */
  port: number
  /** The number of replicas of the app; default 1. */
  replicas?: number
  /** Gives each replica the heap of a container of the platform. It costs a fifth more computing. */
  isContained?: boolean
  /** Called for each call that a real platform would have refused. */
  onViolation?: (problem: string) => void
  /** Called when a process of the app ends unexpectedly. */
  onCrash?: (logLines: string[]) => void
}

export interface Platform {
  url: string
  /** The HTTP_PROXY for another app; each replica of this app has its own. */
  proxyUrl: string
  stop: () => Promise<void>
}

/** Starts the simulated platform and the app. Everything listens on 127.0.0.1 only. */
export async function startPlatform({
  buildFolder,
  port,
  replicas: count = 1,
  isContained,
  onViolation,
  onCrash = () => undefined,
}: PlatformOptions): Promise<Platform> {
  const world = new World()
  const manifest = readManifest(buildFolder)
  const gateway = createGateway(world)
  const options = proxyOptions({ world, manifest, onViolation })
  const commonProxy = createProxy(options, null)
  const proxies = Array.from({ length: count }, (_, index) =>
    createProxy(options, index)
  )

  const stop = async () => {
    const servers = [gateway, commonProxy, ...proxies]

    world.courier.clear()

    await Promise.all([...servers.map(close), world.replicas.stopAll()])
  }

  try {
    const url = `http://127.0.0.1:${await listen(gateway, port)}`
    const proxyUrl = `http://127.0.0.1:${await listen(commonProxy, 0)}`
    const proxyPorts = await Promise.all(
      proxies.map((proxy) => listen(proxy, 0))
    )

    const app = { buildFolder, manifest, proxyPorts, isContained, onCrash }

    world.courier.connect({
      ...eventHandlers(buildFolder, manifest),
      post: (delivery) => postEvent(world.replicas, manifest, delivery),
    })

    await world.replicas.startAll(app)

    return { url, proxyUrl, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function readManifest(buildFolder: string): Manifest {
  return JSON.parse(readFileSync(join(buildFolder, 'manifest.json'), 'utf8'))
}

interface ProxyParts {
  world: World
  manifest: Manifest
  onViolation?: (problem: string) => void
}

function proxyOptions({
  world,
  manifest,
  onViolation,
}: ProxyParts): ProxyOptions {
  return {
    ledger: world.ledger,
    faults: world.faults,
    services: servedHosts(world, manifest),
    forbidden: (call, policy) => whyForbidden(manifest, call, policy),
    isForwarded: (url) => isCallToApp(manifest, url),
    forward: (request, response) =>
      callApp(world, request, response).catch((error: unknown) =>
        sendReply(response, { status: 502, body: { simulator: String(error) } })
      ),
    killReplica: (index) => world.replicas.kill(index),
    onViolation: (problem) => {
      world.violations.push(problem)
      onViolation?.(problem)
    },
  }
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
