'use strict'

require('./lib/requireNode20')

const fs = require('fs')
const path = require('path')

const { Failure, runCommand } = require('./lib/failure')
const { ensureInstalled } = require('./lib/install')
const { root } = require('./lib/paths')

/**
 * `npm run decisions`: writes docs/what-is-sent.md, the whole product of what may be sent for
 * an order. `-- handling` prints the rows of one status instead.
 */
async function main([status]) {
  await ensureInstalled('', 'the tools of development')

  const { whatIsSent, whatIsSentIn } = tables()

  if (status === undefined) {
    fs.writeFileSync(path.join(root, 'docs', 'what-is-sent.md'), whatIsSent())
    console.log('✔ docs/what-is-sent.md')

    return
  }

  const section = whatIsSentIn(status === 'null' ? null : status)

  if (section === null) {
    throw new Failure(
      `VTEX documents no status "${status}". The app treats it as one of the phase OPEN: npm run decisions -- handling.`
    )
  }

  console.log(section)
}

/** Loads the tables, which are TypeScript: what loads them is there only after the install. */
function tables() {
  /* eslint-disable node/global-require */
  require('./lib/typescriptHook')

  return require('../node/testing/decisions/whatIsSent')
  /* eslint-enable node/global-require */
}

runCommand(main)
