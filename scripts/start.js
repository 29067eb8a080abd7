'use strict'

require('./lib/requireNode20')

const { prepareAdminPage } = require('./lib/adminPage')
const { buildAll } = require('./lib/buildAll')
const { Failure, runCommand } = require('./lib/failure')
const { ensureInstalled } = require('./lib/install')
const { stopOnSignals } = require('./lib/signals')
const { parseStartFlags } = require('./lib/startFlags')

/** `npm start`: runs the app on the simulated platform and cancels one order to show that it works. */
async function main(argv) {
  const flags = parseStartFlags(argv)
  const session = { demo: null }

  stopOnSignals(async () => {
    await session.demo?.stop()

    return session.demo ? 0 : 130
  })

  const buildFolder = await buildAll()
  // eslint-disable-next-line node/global-require -- compiled by the line above
  const { startDemo } = require('../simulator/dist/demo')

  session.demo = await startDemo({
    buildFolder,
    port: flags.port,
    replicas: flags.replicas,
  }).catch(explainPortInUse)

  try {
    return await (flags.once ? showOnce : serve)(session.demo)
  } finally {
    await session.demo.stop()
  }
}

async function showOnce(demo) {
  return (await demo.cancelSampleOrder()) ? 0 : 1
}

async function serve(demo) {
  await demo.cancelSampleOrder()
  demo.printAddresses()
  await preparePages()
  console.log('\nCtrl-C stops everything.')

  return demo.ended
}

/** Installs what only the pages need, one after the other. A failed installation does not stop the rest. */
async function preparePages() {
  await prepareAdminPage().catch((error) =>
    console.error(`\n✖ The Admin page is not available: ${error.message}`)
  )
  await ensureInstalled(
    'simulator/graphiql',
    "the GraphiQL page's files"
  ).catch((error) =>
    console.error(`\n✖ GraphiQL is not available: ${error.message}`)
  )
}

function explainPortInUse(error) {
  throw error.code === 'EADDRINUSE'
    ? new Failure(
        `Port ${error.port} is in use. Stop the program that uses it, or choose another port: npm start -- --port 4321`
      )
    : error
}

runCommand(main)
