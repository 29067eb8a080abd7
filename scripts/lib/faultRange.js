'use strict'

require('./typescriptHook')

const batch = require('../../node/domain/batch/batch')
const { FAULTY } = require('../../node/testing/batches/conditions')
const { runSeeds } = require('../../node/testing/batches/seeds')
const { runClaimSeeds } = require('../../node/testing/claims/claimSeeds')
const { runPoisonSeeds } = require('../../node/testing/poison/poisonSeeds')
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

const report = (text, isViolation = false) =>
  process.send({ text, isViolation })

/** Runs a campaign in steps, and reports each. */
async function inSteps([first, last], name, run) {
  for (let from = first; from <= last; from += STEP) {
    const to = Math.min(from + STEP - 1, last)
    // eslint-disable-next-line no-await-in-loop
    const { violations, figures } = await run({ from, to })

    violations.forEach((violation) => report(`✖ ${name}: ${violation}`, true))
    report(
      `  ${name}: seeds ${from} to ${to}, ${violations.length} violations, ${figures}`
    )
  }
}

/** The campaign of money: its histories are of orders, and not only of batches. */
const runMoney = (range) =>
  inSteps(range, 'money', async (step) => {
    const { violations, races } = await money.runSeeds(step)

    return { violations, figures: `${races.length} races with other clients` }
  })

/** The campaign of claims: which call may send for an order. */
const runClaims = (range) =>
  inSteps(range, 'claims', async (step) => {
    const { violations, calls, sends } = await runClaimSeeds(step)

    return { violations, figures: `${calls} calls, ${sends} sends` }
  })

/** The batch engine, under each condition. */
async function runBatches(range) {
  for (const [name, conditions] of Object.entries(CONDITIONS)) {
    // eslint-disable-next-line no-await-in-loop
    await inSteps(range, name, async (step) => {
      const { violations, unknown, orders } = await runSeeds(step, conditions)

      return {
        violations,
        figures: `${orders} orders, ${unknown} cancelable orders left to an operator`,
      }
    })
  }
}

/** The campaign of spoilt files: what stands beside one is unharmed. */
const runFiles = (range) =>
  inSteps(range, 'files', async (step) => {
    const { violations, seeds, spoilt } = await runPoisonSeeds(step)

    return { violations, figures: `${spoilt} files spoilt in ${seeds} seeds` }
  })

const CAMPAIGNS = {
  money: runMoney,
  claims: runClaims,
  batches: runBatches,
  files: runFiles,
}

async function main([first, last, only]) {
  // Gives a batch of some dozens of orders several shards, as a batch of thousands has.
  batch.SHARD_SIZE = 10

  for (const [name, run] of Object.entries(CAMPAIGNS)) {
    if (only !== undefined && only !== name) continue

    // eslint-disable-next-line no-await-in-loop
    await run([first, last].map(Number))
  }
}

main(process.argv.slice(2))
