import { spawn } from 'child_process'
import type { ChildProcess } from 'child_process'
import { createHash } from 'crypto'
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'fs'
import { tmpdir } from 'os'
import { basename, dirname, join } from 'path'

import { ROOT } from './repository'

/** Folders that are not copied: git's, and those that the commands create. */
const GENERATED = ['node_modules', 'build', 'dist', '.git', 'coverage']

/** The folders that have their own node_modules. */
const PACKAGES = [
  '',
  'node',
  'react',
  'simulator/graphiql',
  'simulator/adminShell',
]

/** A running command in a checkout. */
export interface Run {
  child: ChildProcess
  output: () => string
  /** Resolves to the exit code, or to the signal that ended the command. */
  ended: Promise<number | string | null>
  /** Resolves when the output contains a text; fails if the command ends without it. */
  printed: (text: string) => Promise<void>
}

/**
 * A copy of the repository that shares its packages. The commands run in it, because they
 * build, and other tests use the build of the original.
 */
export class Checkout {
  public readonly folder = mkdtempSync(join(tmpdir(), 'order-cancellation-'))
  private readonly runs: Run[] = []

  constructor() {
    cpSync(ROOT, this.folder, {
      recursive: true,
      filter: (source) =>
        source === ROOT || !GENERATED.includes(basename(source)),
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

  /** Changes a source of the app and one of the simulator, so that the next command compiles both. */
  public changeSources() {
    for (const source of ['node/services/ports.ts', 'simulator/clock.ts']) {
      appendFileSync(this.path(source), `// Changed in ${this.folder}\n`)
    }
  }

  /** Lets the checks read one file and what it imports, so that they take no longer than that. */
  public checkOnly(file: string) {
    const ignored = ['*', ...parentsOf(file).map((path) => `!${path}`)]

    for (const ignore of ['.eslintignore', '.prettierignore']) {
      writeFileSync(this.path(ignore), `${ignored.join('\n')}\n`)
    }

    this.compileOnly('', file)
    this.compileOnly('tests/browser', 'support/chromium.d.ts')
  }

  /** Lets the compiler read one file of a folder and what it imports. */
  public compileOnly(folder: string, file: string) {
    const settings = this.path(folder, 'tsconfig.json')

    writeFileSync(
      settings,
      readFileSync(settings, 'utf8').replace(
        /"include": \[[^\]]*\]/,
        `"include": ["${file}"]`
      )
    )
  }

  /** Starts one of the scripts, which runs until it ends by itself or the checkout is removed. */
  public run(script: string, args: string[], nodeArgs: string[] = []): Run {
    const child = spawn(
      process.execPath,
      [...nodeArgs, join('scripts', script), ...args],
      { cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'] }
    )

    let output = ''
    const collect = (data: Buffer) => {
      output += data.toString()
    }

    child.stdout.on('data', collect)
    child.stderr.on('data', collect)

    const ended = new Promise<number | string | null>((resolve) =>
      child.on('close', (code, signal) => resolve(code ?? signal))
    )

    const printed = (text: string) =>
      new Promise<void>((resolve, reject) => {
        const check = () => output.includes(text) && resolve()

        child.stdout.on('data', check)
        void ended.then(() =>
          reject(new Error(`The command never printed "${text}":\n${output}`))
        )
        check()
      })

    const run = { child, output: () => output, ended, printed }

    this.runs.push(run)

    return run
  }

  /** Kills the commands that are still running, and removes the folder. */
  public async remove() {
    await Promise.all(
      this.runs.map(({ child, ended }) => {
        child.kill('SIGKILL')

        return ended
      })
    )
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Maps every file that a commit would contain to a hash of its content. */
  public contents(folder = this.folder): Record<string, string> {
    return Object.assign(
      {},
      ...readdirSync(folder, { withFileTypes: true })
        .filter(({ name }) => !GENERATED.includes(name))
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

/** Lists the folders above a file, the outermost first, and the file. */
function parentsOf(file: string): string[] {
  const parent = dirname(file)

  return parent === '.' ? [file] : [...parentsOf(parent), file]
}
