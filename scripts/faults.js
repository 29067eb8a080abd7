'use strict'

require('./lib/requireNode20')

const { fork } = require('child_process')
const os = require('os')

const { Failure, runCommand } = require('./lib/failure')
const { ensureInstalled } = require('./lib/install')
const { numberFlag } = require('./lib/numberFlag')

/**
 * `npm run faults`: runs the campaign of money, then the batch engine on a virtual platform
 * with faults of every kind, for many seeds. Prints each violation with its seed; `-- --from 17 --seeds 1` repeats
 * seed 17.
 */
async function main(argv) {
  await ensureInstalled('', "the fault campaign's tools")
  await ensureInstalled('node', 'the app and its runtime, @vtex/api')

  const from = numberFlag(argv, 'from', 1)
  const seeds = numberFlag(argv, 'seeds', 5_000)
  const share = Math.ceil(seeds / os.cpus().length)
  const ranges = []

  for (let first = from; first < from + seeds; first += share) {
    ranges.push([first, Math.min(first + share, from + seeds) - 1])
  }

  console.log(
    `• Running seeds ${from} to ${from + seeds - 1} under each condition …`
  )

  const counts = await Promise.all(ranges.map(runRange))
  const violations = counts.reduce((sum, count) => sum + count, 0)

  if (violations > 0) throw new Failure(`${violations} violations.`)

  console.log(
    `\n✔ ${seeds} seeds: no money paid back twice, no row lost, no cancel sent twice, no outcome wrong, no batch unfinished.`
  )
}

/** Runs a range of seeds in a separate process; resolves to the number of violations. */
function runRange(range) {
  return new Promise((resolve, reject) => {
    const child = fork(require.resolve('./lib/faultRange'), range.map(String))
    let violations = 0

    child.on('message', (line) => {
      if (line.isViolation) violations += 1
      console.log(line.text)
    })
    child.on('exit', (code) =>
      code === 0
        ? resolve(violations)
        : reject(
            new Failure(
              `The process for seeds ${range.join(' to ')} ended unexpectedly.`
            )
          )
    )
  })
}

runCommand(main)
