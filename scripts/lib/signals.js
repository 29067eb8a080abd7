'use strict'

const { stopChildren } = require('./children')

/**
 * Ends this process and every process that it has started on Ctrl-C and similar signals,
 * at any time.
 *
 * @param stopServing stops the servers of this process; resolves to the exit code
 */
exports.stopOnSignals = function stopOnSignals(stopServing = async () => 130) {
  const stop = async () => {
    console.log('\n• Stopping …')
    stopChildren()
    process.exit(await stopServing())
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
}
