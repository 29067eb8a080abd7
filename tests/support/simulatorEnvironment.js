'use strict'

const { fork } = require('child_process')
const path = require('path')

const { TestEnvironment } = require('jest-environment-node')

const ROOT = path.join(__dirname, '..', '..')

/** The simulator that the test files of this worker share, one after the other; the module outlives the files. */
let shared = null

function startShared() {
  const child = fork(
    path.join(ROOT, 'simulator', 'dist', 'process.js'),
    [path.join(ROOT, 'build'), '1'],
    { execArgv: [] }
  )

  return new Promise((resolve, reject) => {
    child.once('message', (addresses) => {
      // It ends with this process, and does not keep it.
      child.unref()
      child.channel.unref()
      resolve(addresses)
    })
    child.once('exit', (code) => {
      shared = null
      reject(new Error(`The simulator ended with exit code ${code}.`))
    })
  })
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
