import { spawn } from 'child_process'
import type { ChildProcess } from 'child_process'
import { createHash } from 'crypto'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'fs'
import { tmpdir } from 'os'
import { basename, join } from 'path'

import { ROOT } from './repository'

/** What the commands make, and git. */
const MADE = ['node_modules', 'build', 'dist', '.git', 'coverage']

/** The folders that have packages of their own. */
const PACKAGES = ['', 'node', 'simulator/graphiql']

/** A command that runs in a checkout. */
export interface Run {
  child: ChildProcess
  output: () => string
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | string | null>
  /** Resolves when the output holds a text; fails when the command ends without it. */
  printed: (text: string) => Promise<void>
}

/**
 * A checkout of its own with the packages of this one, for the commands: they
 * build, and other tests use the build here.
 */
export class Checkout {
  public readonly folder = mkdtempSync(join(tmpdir(), 'order-cancellation-'))
  private readonly runs: Run[] = []

  constructor() {
    cpSync(ROOT, this.folder, {
      recursive: true,
      filter: (source) => source === ROOT || !MADE.includes(basename(source)),
    })

    for (const name of PACKAGES) {
      symlinkSync(
        join(ROOT, name, 'node_modules'),
        join(this.folder, name, 'node_modules')
      )
    }
  }

  public path(...parts: string[]): string {
    return join(this.folder, ...parts)
  }

  /** Starts one of the scripts; it runs until it ends by itself or the checkout is removed. */
  public run(script: string, args: string[], nodeArgs: string[] = []): Run {
    const child = spawn(
      process.execPath,
      [...nodeArgs, join('scripts', script), ...args],
      { cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'] }
    )

    let output = ''
    const hear = (data: Buffer) => {
      output += data.toString()
    }

    child.stdout.on('data', hear)
    child.stderr.on('data', hear)

    const ended = new Promise<number | string | null>((resolve) =>
      child.on('close', (code, signal) => resolve(code ?? signal))
    )

    const printed = (text: string) =>
      new Promise<void>((resolve, reject) => {
        const look = () => output.includes(text) && resolve()

        child.stdout.on('data', look)
        ended.then(() =>
          reject(new Error(`It never said "${text}":\n${output}`))
        )
        look()
      })

    const run = { child, output: () => output, ended, printed }

    this.runs.push(run)

    return run
  }

  /** Ends what still runs, and removes the folder. */
  public async remove() {
    await Promise.all(
      this.runs.map(({ child, ended }) => {
        child.kill('SIGKILL')

        return ended
      })
    )
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Every file that a commit would hold, with a hash of its content. */
  public contents(folder = this.folder): Record<string, string> {
    return Object.assign(
      {},
      ...readdirSync(folder, { withFileTypes: true })
        .filter(({ name }) => !MADE.includes(name))
        .map((entry) => {
          const path = join(folder, entry.name)

          return entry.isDirectory()
            ? this.contents(path)
            : {
                [path]: createHash('md5')
                  .update(readFileSync(path))
                  .digest('hex'),
              }
        })
    )
  }
}
