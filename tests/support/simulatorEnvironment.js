'use strict'

const { TestEnvironment } = require('jest-environment-node')

const { startSimulator } = require('./startSimulator')

/** The addresses of the simulator that the test files of this worker share, one after the other; the module outlives the files. */
let shared = null

async function startShared() {
  const { child, addresses } = await startSimulator()

  // It ends with this process, and does not keep it.
  child.unref()
  child.channel.unref()
  child.once('exit', forgetShared)

  return addresses
}

function forgetShared() {
  shared = null
}

/**
 * Offers a test file the addresses of a simulator with one replica that its worker keeps running: a
 * start takes 1.5 s of computing. The file resets it before each test.
 */
module.exports = class SimulatorEnvironment extends TestEnvironment {
  async setup() {
    await super.setup()
    this.global.sharedSimulator = () => {
      shared ??= startShared()

      return shared
    }
  }
}
