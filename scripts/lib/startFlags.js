'use strict'

const { parseArgs } = require('util')

const { Failure } = require('./failure')

const DEFAULT_PORT = 4000
const MAX_REPLICAS = 8

const USAGE = `Usage:
  npm start                    cancel a sample order, then serve the pages and the GraphQL endpoint
  npm start -- --once          stop after the receipt; the exit code says whether it worked
  npm start -- --port 4001     serve on another port (default ${DEFAULT_PORT})
  npm start -- --replicas 2    run 2 processes of the app (default 1, at most ${MAX_REPLICAS})`

/** Parses the flags of `npm start`; invalid flags fail with the usage. With `--once` and no port, it chooses any free port. */
exports.parseStartFlags = function parseStartFlags(argv) {
  const {
    once = false,
    port = once ? '0' : String(DEFAULT_PORT),
    replicas = '1',
  } = parse(argv)

  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    throw new Failure(
      `--port takes a number from 0 to 65535, not "${port}".\n\n${USAGE}`
    )
  }

  if (!/^\d$/.test(replicas) || replicas < 1 || replicas > MAX_REPLICAS) {
    throw new Failure(
      `--replicas takes a number from 1 to ${MAX_REPLICAS}, not "${replicas}".\n\n${USAGE}`
    )
  }

  return { once, port: Number(port), replicas: Number(replicas) }
}

function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        once: { type: 'boolean' },
        port: { type: 'string' },
        replicas: { type: 'string' },
      },
    }).values
  } catch (error) {
    throw new Failure(`${error.message}\n\n${USAGE}`)
  }
}
