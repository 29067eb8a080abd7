'use strict'

const { Failure } = require('./failure')

/** Returns the whole number after `--name`, or the default if the flag is missing. */
exports.numberFlag = function numberFlag(argv, name, defaultValue) {
  const place = argv.indexOf(`--${name}`)

  if (place === -1) return defaultValue

  const value = Number(argv[place + 1])

  if (!Number.isInteger(value) || value < 1) {
    throw new Failure(`--${name} takes a whole number of at least 1.`)
  }

  return value
}
