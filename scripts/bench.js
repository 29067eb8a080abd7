'use strict'

require('./lib/requireNode20')

const { prepareAdminPage } = require('./lib/adminPage')
const { buildAll } = require('./lib/buildAll')
const { buildBareApp } = require('./lib/buildBareApp')
const { Failure, runCommand } = require('./lib/failure')
const { ensureInstalled } = require('./lib/install')
const { numberFlag } = require('./lib/numberFlag')

/**
 * `npm run bench`: measures the speed and the needs of one order and of a batch, as
 * ratios, beside other ways in the same run. `-- order` runs one part alone. Exits with 1
 * when a measurement exceeds its bound.
 */
async function main(argv) {
  await ensureInstalled('', "the benchmark's tools")
  /* eslint-disable node/global-require -- TypeScript needs the hook of the next line */
  require('./lib/typescriptHook')

  const { bench, PART_NAMES } = require('../bench/bench')
  /* eslint-enable node/global-require */

  const seeds = numberFlag(argv, 'seeds', 3)
  const parts = partsOf(argv, PART_NAMES)

  await buildAll()
  if (parts.includes('page')) await prepareAdminPage()

  const exceeded = await bench(parts, { seeds, bareBuild: buildBareApp() })

  if (exceeded.length > 0) {
    throw new Failure(`Out of bounds: ${exceeded.join('; ')}.`)
  }

  console.log('\n✔ All measurements are within their bounds.')
}

/** Returns the parts that the arguments name; all of them if they name none. */
function partsOf(argv, names) {
  const given = argv.filter(
    (argument, place) =>
      !argument.startsWith('--') && argv[place - 1] !== '--seeds'
  )

  const unknown = given.filter((name) => !names.includes(name))

  if (unknown.length > 0) {
    throw new Failure(
      `There is no part ${unknown.join(', ')}. The parts are ${names.join(
        ', '
      )}.`
    )
  }

  return given.length > 0 ? given : names
}

runCommand(main)
