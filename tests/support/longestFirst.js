'use strict'

const fs = require('fs')
const path = require('path')

/**
 * The files that take longest, longest first. They begin first, so that no worker is left with
 * one of them when all others are done. A new file only belongs here if it takes 10 s or more.
 */
const LONGEST = [
  'node/services/batch/worker/seeds1to1000.property.test.ts',
  'tests/e2e/batchCrashes.test.ts',
  'tests/e2e/commands.test.ts',
  'node/services/batch/worker/seeds1001to2000.property.test.ts',
  'tests/e2e/attackFiles.test.ts',
  'tests/e2e/attackAnswers.test.ts',
  'tests/e2e/attackSharedFiles.test.ts',
  'tests/e2e/batchControl.test.ts',
  'tests/e2e/batchFaults.test.ts',
  'tests/e2e/simultaneousPairs.test.ts',
  'node/services/batch/worker/ablations.test.ts',
  'tests/money/ablations.test.ts',
  'tests/e2e/attackLane.test.ts',
  'node/services/batch/worker/files.property.test.ts',
  'node/services/batch/worker/files.ablations.test.ts',
  'tests/e2e/journal.test.ts',
  'tests/e2e/batchWarnings.test.ts',
  'tests/e2e/batchLife.test.ts',
  'tests/e2e/unsettled.test.ts',
  'tests/e2e/batchApi.test.ts',
  'tests/e2e/simultaneous.test.ts',
  'tests/browser/batchGoesOn.test.ts',
  'tests/browser/languages.test.ts',
  'tests/browser/batch.test.ts',
  'tests/browser/batchSafety.test.ts',
]

/** Tells jest the order of the files: the longest, then the other end-to-end files, which mostly wait, then the rest by size. */
module.exports = class LongestFirst {
  sort(tests) {
    return tests
      .map((test) => ({ test, rank: rankOf(test), size: sizeOf(test) }))
      .sort((one, other) => one.rank - other.rank || other.size - one.size)
      .map(({ test }) => test)
  }

  /** For `jest --onlyFailures`, which would need the results of earlier runs: runs all. */
  allFailedTests(tests) {
    return tests
  }

  /** Keeps no results of a run: the order is always the same. */
  cacheResults() {}
}

function sizeOf({ path: file }) {
  return fs.statSync(file).size
}

function rankOf({ path: file, context }) {
  const name = path.relative(context.config.rootDir, file)
  const place = LONGEST.indexOf(name.split(path.sep).join('/'))

  if (place >= 0) return place

  return name.startsWith(path.join('tests', 'e2e'))
    ? LONGEST.length
    : LONGEST.length + 1
}
