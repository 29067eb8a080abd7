'use strict'

require('./lib/requireNode20')

const { fork } = require('child_process')
const os = require('os')

const { Failure, runCommand } = require('./lib/failure')
const { ensureInstalled } = require('./lib/install')
const { numberFlag } = require('./lib/numberFlag')

/** The campaigns, in the order in which they run. */
const CAMPAIGNS = ['money', 'claims', 'batches', 'files']

/**
 * `npm run faults`: runs the campaigns of money and of claims, then the batch engine on a
 * virtual platform with faults of every kind and with files that were spoilt, for many seeds.
 * Prints each violation with its seed; `-- --from 17 --seeds 1` repeats seed 17, `--only claims`
 * runs one campaign, and `--files` the one of spoilt files.
 */
async function main(argv) {
  await ensureInstalled('', "the fault campaign's tools")
  await ensureInstalled('node', 'the app and its runtime, @vtex/api')

  const from = numberFlag(argv, 'from', 1)
  const seeds = numberFlag(argv, 'seeds', 5_000)
  const only = onlyFlag(argv)
  const share = Math.ceil(seeds / os.cpus().length)
  const ranges = []

  for (let first = from; first < from + seeds; first += share) {
    ranges.push([first, Math.min(first + share, from + seeds) - 1])
  }

  console.log(
    `• Running seeds ${from} to ${from + seeds - 1} under each condition …`
  )

  const counts = await Promise.all(
    ranges.map((range) => runRange(only ? [...range, only] : range))
  )

  const violations = counts.reduce((sum, count) => sum + count, 0)

  if (violations > 0) throw new Failure(`${violations} violations.`)

  console.log(
    `\n✔ ${seeds} seeds: ${
      only
        ? `no violation in the campaign of ${only}.`
        : 'no money paid back twice, no row lost, no cancel sent twice, no outcome wrong, no batch unfinished, no neighbour of a spoilt file harmed.'
    }`
  )
}

/** Finds the one campaign that is to run; undefined for all of them. */
function onlyFlag(argv) {
  if (argv.includes('--files')) return 'files'

  const place = argv.indexOf('--only')

  if (place === -1) return undefined

  const name = argv[place + 1]

  if (!CAMPAIGNS.includes(name)) {
    throw new Failure(`--only takes one of ${CAMPAIGNS.join(', ')}.`)
  }

  return name
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
              `The process for seeds ${range[0]} to ${range[1]} ended unexpectedly.`
            )
          )
    )
  })
}

runCommand(main)
