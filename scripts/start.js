'use strict'

require('./lib/requireNode20')

const { buildAll } = require('./lib/buildAll')
const { Failure, runCommand } = require('./lib/failure')
const { ensureInstalled } = require('./lib/install')
const { stopOnSignals } = require('./lib/signals')
const { parseStartFlags } = require('./lib/startFlags')

/** `npm start`: the app on the simulated platform, with one order canceled to show that it works. */
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
  // All but one page works without these files, so without them it serves as well.
  await ensureInstalled(
    'simulator/graphiql',
    'the files of the GraphiQL page'
  ).catch((error) => console.error(`\n✖ No GraphiQL: ${error.message}`))
  console.log('\nCtrl-C stops everything.')

  return demo.ended
}

function explainPortInUse(error) {
  throw error.code === 'EADDRINUSE'
    ? new Failure(
        `Port ${error.port} is in use. Stop what listens there, or take another one, as in: npm start -- --port 4321`
      )
    : error
}

runCommand(main)
