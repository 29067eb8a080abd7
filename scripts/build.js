'use strict'

require('./lib/requireNode20')

const { buildApp } = require('./lib/buildApp')
const { runCommand } = require('./lib/failure')
const { ensureInstalled } = require('./lib/install')
const { stopOnSignals } = require('./lib/signals')

/** `npm run build`: leaves the app in `build/`. */
async function main() {
  stopOnSignals()
  await ensureInstalled('node', 'the app and its runtime, @vtex/api')
  await buildApp()
  console.log(
    '✔ build/ is what @vtex/api starts with as its working directory.'
  )
}

runCommand(main)
