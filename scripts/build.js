'use strict'

require('./lib/requireNode20')

const { buildApp } = require('./lib/buildApp')
const { runCommand } = require('./lib/failure')
const { ensureInstalled } = require('./lib/install')
const { stopOnSignals } = require('./lib/signals')

/** `npm run build`: builds the app into `build/`. */
async function main() {
  stopOnSignals()
  await ensureInstalled('node', 'the app and its runtime, @vtex/api')
  await buildApp()
  console.log('✔ The app is in build/, the folder that @vtex/api starts in.')
}

runCommand(main)
