'use strict'

require('./lib/requireNode20')

const fs = require('fs')
const path = require('path')

const { runCommand } = require('./lib/failure')
const { ensureInstalled } = require('./lib/install')
const { root } = require('./lib/paths')
const { yarnLockOf } = require('./lib/yarnLock')

const node = path.join(root, 'node')

const read = (name) =>
  JSON.parse(fs.readFileSync(path.join(node, name), 'utf8'))

/** `npm run locks`: writes node/yarn.lock, which VTEX installs from, from node/package-lock.json. */
async function main() {
  await ensureInstalled('', 'the tools of development')

  fs.writeFileSync(
    path.join(node, 'yarn.lock'),
    yarnLockOf(read('package-lock.json'), read('package.json').resolutions)
  )
  console.log('✔ node/yarn.lock pins what node/package-lock.json pins.')
}

runCommand(main)
