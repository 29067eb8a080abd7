'use strict'

const { stopChildren } = require('./children')

/**
 * Ends this process on Ctrl-C and the like with all that it has started, in
 * whatever it is doing.
 *
 * @param stopServing stops what this process serves; resolves to the exit code
 */
exports.stopOnSignals = function stopOnSignals(stopServing = async () => 130) {
  const stop = async () => {
    console.log('\n• Stopping …')
    stopChildren()
    process.exit(await stopServing())
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
}
