'use strict'

/** Types are checked once, by `npm test`, and not again by each test file. */
const transform = {
  '^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/tsconfig.json' }],
}

/**
 * Handed to each module as parameters: jest runs modules in a context of their own, where
 * every use of a global costs a call out of V8. No test replaces one of these.
 */
const sandboxInjectedGlobals = [
  'Array',
  'Error',
  'Infinity',
  'JSON',
  'Map',
  'Math',
  'Number',
  'Object',
  'Set',
  'String',
]

/** Those that talk to the simulator, which the test files of a worker share. */
const WITH_SIMULATOR = '<rootDir>/tests/support/simulatorEnvironment.js'

const project = (displayName, roots, testEnvironment = 'node') => ({
  displayName,
  roots: roots.map((root) => `<rootDir>/${root}`),
  testMatch: ['**/*.test.ts'],
  testEnvironment,
  transform,
  sandboxInjectedGlobals,
})

/** End-to-end tests use what `npm run build` and the simulator's compiler leave: see scripts/test.js. */
module.exports = {
  testSequencer: '<rootDir>/tests/support/longestFirst.js',
  // No test asserts how long it takes: this only ends one that waits for what never comes. A
  // cancel that OMS never answers takes 22 s to be called unknown, and a busy machine is slow.
  testTimeout: 120_000,
  projects: [
    project('unit', ['node', 'simulator', 'bench']),
    project('money', ['tests/money']),
    project('static', ['tests/static']),
    project('page', ['tests/page']),
    project('end to end', ['tests/e2e'], WITH_SIMULATOR),
    project('browser', ['tests/browser'], WITH_SIMULATOR),
  ],
}
