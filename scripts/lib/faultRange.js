'use strict'

require('./typescriptHook')

const batch = require('../../node/domain/batch/batch')
const { FAULTY } = require('../../node/testing/batches/conditions')
const { runSeeds } = require('../../node/testing/batches/seeds')
const money = require('../../tests/money/campaign')

/** The number of seeds between two lines of progress. */
const STEP = 250

const CONDITIONS = {
  'faults of every kind': FAULTY,
  'etags ignored': { ...FAULTY, ignoresEtags: true },
  'clocks 20 s apart': { ...FAULTY, skewMs: 10_000 },
  'half of all calls fail': {
    ...FAULTY,
    faultySends: 0.5,
    killedHandlers: 0.6,
    faultyFiles: 0.12,
    lostEvents: 0.2,
    doubleEvents: 0.3,
  },
}

/** The campaign of money: its histories are of orders, and not only of batches. */
async function runMoney(first, last) {
  for (let from = first; from <= last; from += STEP) {
    const to = Math.min(from + STEP - 1, last)
    // eslint-disable-next-line no-await-in-loop
    const { violations, races } = await money.runSeeds({ from, to })

    violations.forEach((violation) => report(`✖ money: ${violation}`, true))
    report(
      `  money: seeds ${from} to ${to}, ${violations.length} violations, ${races.length} races with other clients`
    )
  }
}

const report = (text, isViolation = false) =>
  process.send({ text, isViolation })

async function main([first, last]) {
  await runMoney(first, last)

  // Gives a batch of some dozens of orders several shards, as a batch of thousands has.
  batch.SHARD_SIZE = 10

  for (const [name, conditions] of Object.entries(CONDITIONS)) {
    for (let from = first; from <= last; from += STEP) {
      const to = Math.min(from + STEP - 1, last)
      // eslint-disable-next-line no-await-in-loop
      const { violations, unknown, orders } = await runSeeds(
        { from, to },
        conditions
      )

      violations.forEach((violation) => report(`✖ ${name}: ${violation}`, true))
      report(
        `  ${name}: seeds ${from} to ${to}, ${orders} orders, ${violations.length} violations, ${unknown} cancelable orders left to an operator`
      )
    }
  }
}

main(process.argv.slice(2).map(Number))
