'use strict'

const { spawn } = require('child_process')
const fs = require('fs')
const os = require('os')

const isWindows = process.platform === 'win32'
const running = new Set()

/**
 * Runs a command until it ends. Its input is empty.
 *
 * @param options for `spawn`; pass `stdio` to let the command print to the terminal. `isYielding`: it, and
 *   what it starts, has a low priority, so it computes mostly while other processes wait.
 * @returns {Promise<{code: number | null, output: string}>} its exit code, null if a
 *   signal ended it, and its output
 */
exports.runChild = function runChild(
  command,
  args,
  { isYielding = false, ...options } = {}
) {
  return new Promise((resolve, reject) => {
    let output = ''
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Its own process group, so that stopping it also stops the processes that it starts.
      detached: !isWindows,
      ...options,
    })

    const collect = (data) => {
      output += data
    }

    running.add(child)
    if (isYielding) yieldToOthers(child)
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    child.on('error', reject)
    child.on('close', (code) => {
      running.delete(child)
      resolve({ code, output: output.trim() })
    })
  })
}

/** Linux lets a user who is not root change a session's priority ten times a second. */
const YIELD_AGAIN_MS = 150

/**
 * Lowers the priority of a child. Linux shares its time among sessions first, where it groups
 * processes by them (`sched_autogroup_enabled`), and a child that is detached begins one: the
 * priority of a process alone then says nothing to the processes of other sessions.
 */
function yieldToOthers(child) {
  const { PRIORITY_LOW } = os.constants.priority

  try {
    os.setPriority(child.pid, PRIORITY_LOW)

    const session = `/proc/${child.pid}/autogroup`

    if (fs.existsSync(session)) fs.writeFileSync(session, String(PRIORITY_LOW))
  } catch ({ code }) {
    // Otherwise it has ended already, or could not be started.
    if (code === 'EAGAIN' && running.has(child))
      setTimeout(yieldToOthers, YIELD_AGAIN_MS, child).unref()
  }
}

/** Stops every command that is still running, with the processes that it has started. */
exports.stopChildren = function stopChildren() {
  for (const child of running) {
    try {
      process.kill(isWindows ? child.pid : -child.pid, 'SIGTERM')
    } catch {
      // It has just ended by itself.
    }
  }
}
