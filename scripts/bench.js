'use strict'

require('./lib/requireNode20')

const { buildAll } = require('./lib/buildAll')
const { Failure, runCommand } = require('./lib/failure')
const { ensureInstalled } = require('./lib/install')
const { numberFlag } = require('./lib/numberFlag')

/**
 * `npm run bench`: measures the speed and the needs of a batch, as ratios, beside other
 * ways of pacing in the same run. Exits with 1 when a measurement exceeds its bound.
 */
async function main(argv) {
  await ensureInstalled('', "the benchmark's tools")
  await buildAll()
  /* eslint-disable node/global-require -- TypeScript needs the hook of the next line */
  require('./lib/typescriptHook')

  const { bench } = require('../bench/bench')
  /* eslint-enable node/global-require */

  const exceeded = await bench({ seeds: numberFlag(argv, 'seeds', 3) })

  if (exceeded.length > 0) {
    throw new Failure(`Out of bounds: ${exceeded.join('; ')}.`)
  }

  console.log('\n✔ All measurements are within their bounds.')
}

runCommand(main)
