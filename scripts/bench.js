'use strict'

require('./lib/requireNode20')

const { buildAll } = require('./lib/buildAll')
const { Failure, runCommand } = require('./lib/failure')
const { ensureInstalled } = require('./lib/install')
const { numberFlag } = require('./lib/numberFlag')

/**
 * `npm run bench`: how fast a batch is and what it needs, as ratios, with other ways of
 * pacing in the same run. Ends with 1 when something is beyond its bound.
 */
async function main(argv) {
  await ensureInstalled('', 'the tools of the benchmark')
  await buildAll()
  /* eslint-disable node/global-require -- TypeScript, from here on */
  require('./lib/typescriptHook')

  const { bench } = require('../bench/bench')
  /* eslint-enable node/global-require */

  const beyond = await bench({ seeds: numberFlag(argv, 'seeds', 3) })

  if (beyond.length > 0) {
    throw new Failure(`Beyond its bound: ${beyond.join('; ')}.`)
  }

  console.log('\n✔ Everything is within its bound.')
}

runCommand(main)
