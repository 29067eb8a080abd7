import {
  appendFileSync,
  existsSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'fs'
import { createServer } from 'http'
import type { AddressInfo } from 'net'
import { setTimeout as passed } from 'timers/promises'

import { Checkout } from '../support/checkout'
import type { Run } from '../support/checkout'

const READY = 'Ctrl-C stops everything.'

/** Finds the address that `npm start` printed. */
const urlOf = ({ output }: Run) =>
  /Orders and login\s+(http:\S+)\//.exec(output())?.[1] ?? ''

/** Reads the id of the app's process from the control API. */
async function appPid(run: Run): Promise<number> {
  const response = await fetch(`${urlOf(run)}/_simulator/app`)

  return ((await response.json()) as { pid: number }).pid
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)

    return true
  } catch {
    return false
  }
}

/** Waits until a process has ended. Only the test's timeout ends the wait. */
async function untilEnded(pid: number) {
  while (isAlive(pid)) {
    // eslint-disable-next-line no-await-in-loop
    await passed(20)
  }
}

describe('the commands', () => {
  let checkout: Checkout

  beforeEach(() => {
    checkout = new Checkout()
  })
  afterEach(() => checkout.remove())

  describe('npm start', () => {
    const start = (...args: string[]) => checkout.run('start.js', args)

    it('-- --once cancels the sample order, prints its id, date and receipt, exits with 0, and changes no file', async () => {
      checkout.changeSources()

      const before = checkout.contents()
      const { ended, output } = start('--once')

      expect(await ended).toBe(0)
      expect(output()).toMatch(
        /✔ order 1380000000001-01 · date \d{4}-\d\d-\d\dT[\d:.]+\+00:00 · receipt [0-9a-f]{32}\n/
      )
      expect(checkout.contents()).toEqual(before)
    })

    it('-- --once exits with 1 when the app does not cancel the order', async () => {
      const schema = checkout.path('graphql/schema.graphql')

      // The app fails on the list that it then gets in place of an id.
      writeFileSync(
        schema,
        readFileSync(schema, 'utf8').replace(
          /(?<=cancelOrder\([^)]*orderId: )ID!/,
          '[ID!]!'
        )
      )

      const { ended, output } = start('--once')

      expect(await ended).toBe(1)
      expect(output()).toContain(
        '✖ The reply has no receipt. It is:\n{"errors":[{"message":"This app failed.'
      )
    })

    it('names the file that does not compile', async () => {
      writeFileSync(
        checkout.path('node/services/ports.ts'),
        'export const wrong: number = "text"'
      )
      checkout.compileOnly('node', 'services/ports.ts')

      const { ended, output } = start('--once')

      expect(await ended).toBe(1)
      expect(output()).toContain('✖ node/ does not compile:')
      expect(output()).toContain('services/ports.ts(1,14): error TS2322')
    })

    it('serves until Ctrl-C and leaves no process behind', async () => {
      const run = start('--port', '0')

      await run.printed(READY)

      const app = await appPid(run)

      expect(isAlive(app)).toBe(true)

      run.child.kill('SIGINT')

      expect(await run.ended).toBe(0)
      expect(isAlive(app)).toBe(false)
    })

    it('ends on SIGTERM during the build, with every process that it has started', async () => {
      checkout.changeSources()

      const { child, printed, ended, output } = start('--port', '0')

      await printed('Building')
      child.kill('SIGTERM')

      // The output ends only when no process holds it open.
      expect(await ended).toBe(130)
      expect(output()).not.toContain('Orders and login')
    })

    it('leaves no process behind when it is killed', async () => {
      const run = start('--port', '0')

      await run.printed(READY)

      const app = await appPid(run)

      run.child.kill('SIGKILL')

      expect(await run.ended).toBe('SIGKILL')
      await untilEnded(app)
    })

    it("reports an unexpected end of the app's process and exits with 1", async () => {
      const run = start('--port', '0')

      await run.printed(READY)
      process.kill(await appPid(run), 'SIGKILL')

      expect(await run.ended).toBe(1)
      expect(run.output()).toContain("✖ The app's process ended unexpectedly.")
    })

    it('reports that a port is in use, and how to choose another', async () => {
      const server = createServer()

      await new Promise<void>((resolve) =>
        server.listen(0, '127.0.0.1', resolve)
      )

      const { port } = server.address() as AddressInfo
      const { ended, output } = start('--port', String(port))
      const code = await ended

      server.close()
      expect(code).toBe(1)
      expect(output()).toContain(
        `✖ Port ${port} is in use. Stop the program that uses it, or choose another port: npm start -- --port 4321`
      )
    })

    it.each([
      [['--prot', '1'], "Unknown option '--prot'"],
      [['--port'], "Option '--port <value>' argument missing"],
      [['--port', 'x'], '--port takes a number from 0 to 65535, not "x".'],
      [
        ['--port', '70000'],
        '--port takes a number from 0 to 65535, not "70000".',
      ],
      [['once'], "Unexpected argument 'once'"],
    ])('refuses %j with the usage before it builds', async (args, why) => {
      const { ended, output } = start(...args)

      expect(await ended).toBe(1)
      expect(output()).toContain(`✖ ${why}`)
      expect(output()).toContain('npm start -- --once')
      expect(output()).not.toContain('Building')
    })

    it('names the version of Node that it needs when another one runs it', async () => {
      const preload = checkout.path('anotherNode.js')

      writeFileSync(
        preload,
        "Object.defineProperty(process.versions, 'node', { value: '22.1.0' })"
      )

      const { ended, output } = checkout.run(
        'start.js',
        ['--once'],
        ['--require', preload]
      )

      expect(await ended).toBe(1)
      expect(output()).toContain(
        '✖ This project runs on Node 20, as VTEX IO does; this is Node 22.1.0.'
      )
    })
  })

  describe('a missing package', () => {
    const GRAPHIQL = 'simulator/graphiql'

    /** Locks no packages in a package folder, so that it installs in a second without a registry. */
    function lockNothing(dependencies: Record<string, string>) {
      const about = { name: 'empty', version: '1.0.0' }
      const write = (name: string, content: object) =>
        writeFileSync(
          checkout.path(GRAPHIQL, name),
          `${JSON.stringify(content, null, 2)}\n`
        )

      rmSync(checkout.path(GRAPHIQL, 'node_modules'))
      write('package.json', { ...about, dependencies })
      write('package-lock.json', {
        ...about,
        lockfileVersion: 3,
        packages: { '': about },
      })
    }

    it('is installed once, with a progress message, and not again', async () => {
      lockNothing({})

      const first = checkout.run('start.js', ['--port', '0'])

      await first.printed(READY)
      first.child.kill('SIGINT')
      await first.ended

      const second = checkout.run('start.js', ['--port', '0'])

      await second.printed(READY)

      expect(first.output()).toMatch(
        /• Installing the GraphiQL page's files \(once\) …\n.* {2}installed in \d+ s\n/s
      )
      expect(second.output()).not.toContain('Installing')
    })

    it("that cannot be installed is reported with npm's message, and everything but the GraphiQL page is served", async () => {
      lockNothing({ 'is-number': '7.0.0' })

      const run = checkout.run('start.js', ['--port', '0'])

      await run.printed(READY)

      expect(run.output()).toContain(
        '✖ GraphiQL is not available: npm ci failed in simulator/graphiql. Its output:\nnpm error'
      )
      expect((await fetch(`${urlOf(run)}/graphiql`)).status).toBe(200)
      expect((await fetch(`${urlOf(run)}/vendor/graphiql.js`)).status).toBe(503)
    })
  })

  it('npm run build creates a folder that @vtex/api can start in', async () => {
    const { ended } = checkout.run('build.js', [])

    expect(await ended).toBe(0)

    const read = (path: string) =>
      readFileSync(checkout.path('build', path), 'utf8')

    expect(JSON.parse(read('service/service.json'))).toMatchObject({
      timeout: 60,
      routes: { __graphql: { path: '/_v/graphql' } },
    })
    expect(read('service/schema.graphql')).toContain('cancelOrder(')
    expect(read('service/src/node/index.js')).toContain('exports.default =')
    expect(existsSync(checkout.path('build/node_modules/@vtex/api'))).toBe(true)
    expect(
      existsSync(checkout.path('build/service/src/node/clients/oms.test.js'))
    ).toBe(false)
  })

  it('npm test counts each failed test and each failed check, and exits with 1', async () => {
    checkout.checkOnly('tests/static/sample.test.ts')
    writeFileSync(
      checkout.path('tests/static/sample.test.ts'),
      `describe('a sample', () => {
  it('passes', () => expect(1).toBe(1))
  it('fails', () => expect(1).toBe(2))
})
`
    )
    // Only the generated types depend on it: the build of the app takes the schema as it is.
    appendFileSync(
      checkout.path('graphql/schema.graphql'),
      '\ntype Drifted {\n  id: ID\n}\n'
    )

    const { ended, output } = checkout.run('test.js', ['tests/static/sample'])

    expect(await ended).toBe(1)
    expect(output()).toMatch(/✖ generated types\n/)
    expect(output()).toMatch(/\n5 passed, 2 failed\n$/)
  })
})
