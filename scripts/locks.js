'use strict'

require('./lib/requireNode20')

const fs = require('fs')
const path = require('path')

const { runCommand } = require('./lib/failure')
const { ensureInstalled } = require('./lib/install')
const { root } = require('./lib/paths')
const { yarnLockOf } = require('./lib/yarnLock')

/** The folders that VTEX installs. */
const FOLDERS = ['node', 'react']

/** `npm run locks`: writes each yarn.lock, which VTEX installs from, from the package-lock.json beside it. */
async function main() {
  await ensureInstalled('', 'the tools of development')

  for (const folder of FOLDERS) {
    const read = (name) =>
      JSON.parse(fs.readFileSync(path.join(root, folder, name), 'utf8'))

    fs.writeFileSync(
      path.join(root, folder, 'yarn.lock'),
      yarnLockOf(read('package-lock.json'), read('package.json').resolutions)
    )
    console.log(
      `✔ ${folder}/yarn.lock pins what ${folder}/package-lock.json pins.`
    )
  }
}

runCommand(main)
