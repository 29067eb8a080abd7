'use strict'

/** A problem that the user can solve. Only its message is printed. */
exports.Failure = class Failure extends Error {}

/** Runs a command's main function. Prints a Failure as its message, and any other error with its stack. */
exports.runCommand = async function runCommand(main) {
  try {
    process.exitCode = (await main(process.argv.slice(2))) || 0
  } catch (error) {
    console.error(
      error instanceof exports.Failure ? `\n✖ ${error.message}` : error
    )
    process.exitCode = 1
  }
}
