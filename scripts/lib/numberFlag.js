'use strict'

const { Failure } = require('./failure')

/** The whole number after `--name`, or what stands for it when it is not given. */
exports.numberFlag = function numberFlag(argv, name, otherwise) {
  const place = argv.indexOf(`--${name}`)

  if (place === -1) return otherwise

  const value = Number(argv[place + 1])

  if (!Number.isInteger(value) || value < 1) {
    throw new Failure(`--${name} takes a whole number from 1 up.`)
  }

  return value
}
