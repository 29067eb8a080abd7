'use strict'

require('./lib/requireNode20')

const { fork } = require('child_process')
const os = require('os')

const { Failure, runCommand } = require('./lib/failure')
const { ensureInstalled } = require('./lib/install')
const { numberFlag } = require('./lib/numberFlag')

/**
 * `npm run faults`: the engine of the batches on a virtual platform that fails in every
 * way, for many seeds. Each violation is printed with its seed; `-- --from 17 --seeds 1`
 * runs one again.
 */
async function main(argv) {
  await ensureInstalled('', 'the tools of the campaign')
  await ensureInstalled('node', 'the app and its runtime, @vtex/api')

  const from = numberFlag(argv, 'from', 1)
  const seeds = numberFlag(argv, 'seeds', 5_000)
  const share = Math.ceil(seeds / os.cpus().length)
  const ranges = []

  for (let first = from; first < from + seeds; first += share) {
    ranges.push([first, Math.min(first + share, from + seeds) - 1])
  }

  console.log(`• Seeds ${from} to ${from + seeds - 1}, under each condition …`)

  const counts = await Promise.all(ranges.map(runRange))
  const violations = counts.reduce((sum, count) => sum + count, 0)

  if (violations > 0) throw new Failure(`${violations} violations.`)

  console.log(
    `\n✔ ${seeds} seeds: nothing lost, nothing sent twice, nothing wrong, nothing unfinished.`
  )
}

/** Runs a range of seeds in a process of its own; how many violations it found. */
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
            new Failure(`The process of seeds ${range.join(' to ')} died.`)
          )
    )
  })
}

runCommand(main)
