'use strict'

const { parseArgs } = require('util')

const { Failure } = require('./failure')

const DEFAULT_PORT = 4000

const USAGE = `Usage:
  npm start                    cancel a sample order, then serve the pages and the endpoint
  npm start -- --once          stop after the receipt; the exit code says whether it worked
  npm start -- --port 4001     serve on another port (default ${DEFAULT_PORT})`

/** The flags of `npm start`; bad ones fail with the usage. With `--once` and no port, any free port does. */
exports.parseStartFlags = function parseStartFlags(argv) {
  const { once = false, port = once ? '0' : String(DEFAULT_PORT) } = parse(argv)

  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    throw new Failure(
      `--port takes a number from 0 to 65535, not "${port}".\n\n${USAGE}`
    )
  }

  return { once, port: Number(port) }
}

function parse(args) {
  try {
    return parseArgs({
      args,
      options: { once: { type: 'boolean' }, port: { type: 'string' } },
    }).values
  } catch (error) {
    throw new Failure(`${error.message}\n\n${USAGE}`)
  }
}
