import { fork } from 'child_process'
import type { ChildProcess } from 'child_process'
import { join } from 'path'
import { createInterface } from 'readline'

import { ACCOUNT, WORKSPACE } from '../callers'
import type { Manifest } from '../edge/policies'
import { heapFlags } from './heapFlags'

const MAX_LOG_LINES = 5_000

export interface ReplicaOptions {
  /** The folder that `npm run build` creates. */
  buildFolder: string
  manifest: Manifest
  proxyPort: number
  /** True for the heap of a container of the platform; by default it is this machine's. */
  isContained?: boolean
  /** Receives the last lines that the process printed. */
  logLines: string[]
  /** Called when the process ends unexpectedly. */
  onCrash: (logLines: string[]) => void
}

/** One replica of the app: a real runtime process that can be stopped. */
export class Replica {
  private stopping = false

  private constructor(
    private readonly child: ChildProcess,
    public readonly port: number
  ) {}

  public get pid() {
    return this.child.pid
  }

  /** True if the process is alive and is not being stopped. */
  public get running() {
    const { exitCode, signalCode } = this.child

    return !this.stopping && exitCode === null && signalCode === null
  }

  /** Starts a replica; resolves when it listens, and rejects with its last log lines if it ends before that. */
  public static async start(options: ReplicaOptions): Promise<Replica> {
    const child = fork(join(__dirname, 'host.js'), [], {
      cwd: options.buildFolder,
      env: replicaEnvironment(options),
      execArgv: options.isContained ? heapFlags(options.buildFolder) : [],
      silent: true,
      // On Ctrl-C in a terminal, only the parent process may stop this one.
      detached: true,
    })

    const { logLines, onCrash } = options

    keepLines(child, logLines)

    const port = await listeningPort(child, logLines)
    const replica = new Replica(child, port)

    child.on('exit', () => {
      if (!replica.stopping) onCrash(logLines.slice(-20))
    })

    return replica
  }

  /** Kills the process, as the platform does with a replica that it no longer needs. */
  public async stop() {
    this.stopping = true

    if (this.child.exitCode !== null || this.child.signalCode !== null) return

    const ended = new Promise((resolve) => this.child.once('exit', resolve))

    this.child.kill('SIGKILL')
    await ended
  }
}

function keepLines({ stdout, stderr }: ChildProcess, lines: string[]) {
  for (const stream of [stdout, stderr]) {
    if (stream) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line)
        if (lines.length > MAX_LOG_LINES) lines.shift()
      })
    }
  }
}

function listeningPort(child: ChildProcess, lines: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(portOf(message)))
    child.once('error', reject)
    child.once('exit', (code) =>
      reject(
        new Error(
          `The app ended (exit code ${code}) before it listened:\n${lines.join(
            '\n'
          )}`
        )
      )
    )
  })
}

function portOf(message: unknown): number {
  return Number(Object(message).port)
}

/**
 * The environment that the platform sets for an app. This machine's environment must not
 * reach it: a lower-case `http_proxy` would take precedence over `HTTP_PROXY`, and
 * `VTEX_APP_LINK` would change what the runtime discloses.
 */
function replicaEnvironment({ manifest, proxyPort }: ReplicaOptions) {
  const { vendor, name, version } = manifest
  const proxy = `http://127.0.0.1:${proxyPort}`
  const inherited = Object.entries(process.env).filter(
    ([key]) => !/proxy|^VTEX_|^NODE_OPTIONS$/i.test(key)
  )

  return {
    ...Object.fromEntries(inherited),
    HTTP_PROXY: proxy,
    HTTPS_PROXY: proxy,
    http_proxy: proxy,
    https_proxy: proxy,
    NO_PROXY: 'localhost,127.0.0.1',
    no_proxy: 'localhost,127.0.0.1',
    NODE_ENV: 'production',
    VTEX_IO: 'true',
    VTEX_PRODUCTION: 'true',
    VTEX_REGION: 'aws-us-east-1',
    VTEX_ACCOUNT: ACCOUNT,
    VTEX_WORKSPACE: WORKSPACE,
    VTEX_APP_ID: `${vendor}.${name}@${version}`,
    VTEX_APP_NAME: name,
    VTEX_APP_VENDOR: vendor,
    VTEX_APP_VERSION: version,
  }
}
