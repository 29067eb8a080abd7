'use strict'

const { spawn } = require('child_process')

const isWindows = process.platform === 'win32'
const running = new Set()

/**
 * Runs a command to its end, without anything to read from.
 *
 * @param options of `spawn`; with `stdio` the command prints by itself
 * @returns {Promise<{code: number | null, output: string}>} what it printed, and
 *   its exit code; null when it was stopped
 */
exports.runChild = function runChild(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    let output = ''
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that what it starts in turn is stopped with it.
      detached: !isWindows,
      ...options,
    })

    const hear = (data) => {
      output += data
    }

    running.add(child)
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.on('error', reject)
    child.on('close', (code) => {
      running.delete(child)
      resolve({ code, output: output.trim() })
    })
  })
}

/** Stops every command that still runs, and what they have started. */
exports.stopChildren = function stopChildren() {
  for (const child of running) {
    try {
      process.kill(isWindows ? child.pid : -child.pid, 'SIGTERM')
    } catch {
      // It has ended by itself a moment ago.
    }
  }
}
