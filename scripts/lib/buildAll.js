'use strict'

const path = require('path')

const { buildApp } = require('./buildApp')
const { compile } = require('./compile')
const { ensureInstalled } = require('./install')
const { root } = require('./paths')

/** Installs the packages of the app and the simulator, and builds both. Resolves to the app's build folder. */
exports.buildAll = async function buildAll() {
  await ensureInstalled('node', 'the app and its runtime, @vtex/api')

  console.log('• Building the app and the simulator …')

  const [build] = await Promise.all([
    buildApp(),
    compile('simulator', path.join(root, 'simulator', 'dist')),
  ])

  return build
}
