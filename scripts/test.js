'use strict'

require('./lib/requireNode20')

const fs = require('fs')
const os = require('os')
const path = require('path')

const { buildAll } = require('./lib/buildAll')
const { runChild } = require('./lib/children')
const { runCommand } = require('./lib/failure')
const { ensureInstalled } = require('./lib/install')
const { root } = require('./lib/paths')
const { stopOnSignals } = require('./lib/signals')

const tool = (script) => path.join(root, 'node_modules', script)

/** Each check counts as one test of the closing line. It passes when its command exits with 0. */
const CHECKS = [
  [
    'lint',
    tool('eslint/bin/eslint.js'),
    '--ext=.ts,.js',
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
  ['generated types', path.join(__dirname, 'codegen.js'), '--check'],
]

/** `npm test`: runs checks, unit tests and end-to-end tests; the last line is `N passed, M failed`. */
async function main(argv) {
  stopOnSignals()
  await ensureInstalled('', 'the test tools')
  await buildAll()
  await ensureInstalled('simulator/graphiql', "the GraphiQL page's files")

  const checks = await runChecks()
  const jest = await runJest(argv)
  const passed = checks.passed + jest.passed
  const failed = checks.failed + jest.failed
  const skipped = jest.skipped ? `, ${jest.skipped} skipped` : ''

  console.log(`\n${passed} passed, ${failed} failed${skipped}`)

  return failed === 0 ? 0 : 1
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
  })

  console.log(`${code === 0 ? '✔' : '✖'} ${name}`)
  if (code !== 0) console.log(output)

  return code === 0
}

/** Runs jest with its output on the terminal, and returns the counts from its report. */
async function runJest(argv) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'order-cancellation-'))
  const report = path.join(folder, 'jest.json')

  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }))

  const { code } = await runChild(
    process.execPath,
    [
      tool('jest/bin/jest.js'),
      '--ci',
      '--json',
      `--outputFile=${report}`,
      ...argv,
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] }
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
