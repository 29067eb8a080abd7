'use strict'

const { fork } = require('child_process')
const path = require('path')

const ROOT = path.join(__dirname, '..', '..')

/** Starts the platform in a process of its own: see startSimulator.d.ts. */
exports.startSimulator = function startSimulator(
  buildFolder = path.join(ROOT, 'build'),
  replicas = 1,
  isContained = false
) {
  const child = fork(
    path.join(ROOT, 'simulator', 'dist', 'process.js'),
    [buildFolder, String(replicas), isContained ? 'contained' : 'free'],
    { execArgv: [] }
  )

  return new Promise((resolve, reject) => {
    child.once('message', (addresses) => resolve({ child, addresses }))
    child.once('exit', (code) =>
      reject(new Error(`The simulator ended with exit code ${code}.`))
    )
  })
}
