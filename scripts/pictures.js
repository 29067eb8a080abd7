'use strict'

require('./lib/requireNode20')

const path = require('path')

const { prepareAdminPage } = require('./lib/adminPage')
const { buildAll } = require('./lib/buildAll')
const { runChild } = require('./lib/children')
const { runCommand } = require('./lib/failure')
const { ensureInstalled } = require('./lib/install')
const { root } = require('./lib/paths')

/** `npm run pictures`: takes the pictures of docs/images anew, from the page in the simulator. Needs Chromium or Chrome. */
async function main() {
  await ensureInstalled('', 'the test tools')
  await buildAll()
  await prepareAdminPage()

  const { code } = await runChild(
    process.execPath,
    [
      path.join(root, 'node_modules/jest/bin/jest.js'),
      '--selectProjects',
      'browser',
      '--testPathPattern',
      'browser/pictures',
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PICTURES_FOLDER: 'docs/images' },
    }
  )

  return code
}

runCommand(main)
