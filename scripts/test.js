'use strict'

require('./lib/requireNode20')

const fs = require('fs')
const os = require('os')
const path = require('path')

const { prepareAdminPage } = require('./lib/adminPage')
const { buildAll } = require('./lib/buildAll')
const { runChild } = require('./lib/children')
const { Failure, runCommand } = require('./lib/failure')
const { ensureInstalled } = require('./lib/install')
const { root } = require('./lib/paths')
const { stopOnSignals } = require('./lib/signals')
const { findChromium } = require('../tests/browser/support/chromium')

const tool = (script) => path.join(root, 'node_modules', script)

/** Each check counts as one test of the closing line. It passes when its command exits with 0. */
const CHECKS = [
  [
    'lint',
    tool('eslint/bin/eslint.js'),
    '--ext=.ts,.tsx,.js',
    '--max-warnings=0',
    '--report-unused-disable-directives',
    '.',
  ],
  // Lint checks the format of TypeScript and JavaScript.
  [
    'formatting',
    tool('prettier/bin-prettier.js'),
    '--check',
    '**/*.{css,graphql,html,json,md,yml}',
  ],
  ['types', tool('typescript/bin/tsc'), '-p', '.'],
  [
    'types of the browser tests',
    tool('typescript/bin/tsc'),
    '-p',
    'tests/browser',
  ],
  ['generated types', path.join(__dirname, 'codegen.js'), '--check'],
]

/** `npm test`: runs checks, unit tests and end-to-end tests; the last line is `N passed, M failed`. */
async function main(argv) {
  stopOnSignals()
  await ensureInstalled('', 'the test tools')
  await buildAll()
  await ensureInstalled('simulator/graphiql', "the GraphiQL page's files")
  await prepareAdminPage()
  await ensureInstalled('react', "the page's test tools")
  sayWithoutBrowser()

  const [checks, jest] = await Promise.all([runChecks(), runTests(argv)])
  const passed = checks.passed + jest.passed
  const failed = checks.failed + jest.failed
  const skipped = jest.skipped ? `, ${jest.skipped} skipped` : ''

  console.log(`\n${passed} passed, ${failed} failed${skipped}`)

  return failed === 0 ? 0 : 1
}

/** Says why the browser tests are skipped where there is no browser; CI must have one. */
function sayWithoutBrowser() {
  if (findChromium()) return

  const why =
    'No Chromium or Chrome was found, so the browser tests are skipped. Install one (Debian: apt-get install chromium-headless-shell), or set CHROMIUM to its path.'

  if (process.env.CI) throw new Failure(why)
  console.log(`• ${why}`)
}

async function runChecks() {
  console.log('• Checking lint, formatting, types and generated types …')

  const results = await Promise.all(CHECKS.map(runCheck))
  const passed = results.filter(Boolean).length

  return { passed, failed: results.length - passed }
}

async function runCheck([name, ...command]) {
  const { code, output } = await runChild(process.execPath, command, {
    cwd: root,
    isYielding: true,
  })

  console.log(`${code === 0 ? '✔' : '✖'} ${name}`)
  if (code !== 0) console.log(output)

  return code === 0
}

/**
 * The two runs of jest, side by side: an end-to-end test waits most of its time, and the others
 * only compute, so those fill its pauses. They yield, because some waits of a test have an end.
 */
const RUNS = [
  { projects: ['end to end', 'browser'], workers: 3, isYielding: false },
  {
    projects: ['unit', 'money', 'static', 'page'],
    workers: 2,
    isYielding: true,
  },
]

/** The page's own tests: with VTEX's tools, which bring another jest. */
const PAGE = path.join(root, 'react')

/** Runs all tests, or those that the arguments name, with jest's output on the terminal. */
async function runTests(argv) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'order-cancellation-'))

  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }))

  const all = await Promise.all([
    ...RUNS.map((run, index) =>
      runJest(run, path.join(folder, `${index}.json`), argv)
    ),
    runPageTests(path.join(folder, 'page.json'), argv),
  ])

  const sum = (name) => all.reduce((total, counts) => total + counts[name], 0)
  const passed = sum('passed')
  const failed = sum('failed')

  // Arguments that name no test at all are a mistake.
  return {
    passed,
    failed: passed + failed === 0 ? 1 : failed,
    skipped: sum('skipped'),
  }
}

/** Runs jest for some projects, and returns the counts from its report. */
async function runJest({ projects, workers, isYielding }, report, argv) {
  const { code } = await runChild(
    process.execPath,
    [
      tool('jest/bin/jest.js'),
      '--ci',
      '--json',
      `--outputFile=${report}`,
      `--maxWorkers=${workers}`,
      '--passWithNoTests',
      ...argv,
      '--selectProjects',
      ...projects,
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], isYielding }
  )

  return countsOf(report, code)
}

/** Runs the tests in react/ with VTEX's tools, as an app of VTEX does, and returns the counts from jest's report. */
async function runPageTests(report, argv) {
  const { code } = await runChild(
    process.execPath,
    [
      path.join(PAGE, 'node_modules/@vtex/test-tools/bin/vtex-test-tools.js'),
      'test',
      '--ci',
      '--json',
      `--outputFile=${report}`,
      '--maxWorkers=1',
      '--passWithNoTests',
      ...argv,
    ],
    { cwd: PAGE, stdio: ['ignore', 'ignore', 'inherit'], isYielding: true }
  )

  return countsOf(report, code)
}

/** Reads the counts. A run without a report, or that failed without a failed test, counts as one failure. */
function countsOf(report, code) {
  if (!fs.existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }

  const result = JSON.parse(fs.readFileSync(report, 'utf8'))
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites

  return {
    passed: result.numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  }
}

runCommand(main)
