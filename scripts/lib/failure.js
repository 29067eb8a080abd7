'use strict'

/** A problem that the user can solve: its message is all they need to see. */
exports.Failure = class Failure extends Error {}

/** Runs a command's main function; a Failure is printed as one message, anything else with its stack. */
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
