'use strict'

const { createHash } = require('crypto')
const fs = require('fs')
const path = require('path')

const { runChild } = require('./children')
const { Failure } = require('./failure')
const { root } = require('./paths')

/** The file in node_modules that marks a complete installation; it holds the fingerprint of its source. */
const STAMP = '.installed-from'
const TICK_MS = 5_000

/** Variables that the npm running this script sets, and that would change the npm that it starts. */
const INHERITED =
  /^npm_(package|lifecycle|command|config_(local_prefix|prefix|omit|include|production))/i

/**
 * Installs the packages of a folder of the repository exactly as its lock file says,
 * unless they are already installed.
 *
 * @param folder relative to the repository; '' is the root
 * @param what what the packages are, in a newcomer's words
 */
exports.ensureInstalled = async function ensureInstalled(folder, what) {
  const cwd = path.join(root, folder)
  const stamp = path.join(cwd, 'node_modules', STAMP)
  const wanted = fingerprint(cwd)

  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return

  console.log(`• Installing ${what} (once) …`)

  const startedMs = Date.now()
  const seconds = () => Math.round((Date.now() - startedMs) / 1000)
  const ticker = setInterval(
    () => console.log(`  … still installing, ${seconds()} s`),
    TICK_MS
  )

  await keepingYarnLock(cwd, () => npmCi(cwd)).finally(() =>
    clearInterval(ticker)
  )

  fs.mkdirSync(path.dirname(stamp), { recursive: true })
  fs.writeFileSync(stamp, wanted)
  console.log(`  installed in ${seconds()} s`)
}

function fingerprint(cwd) {
  return createHash('sha256')
    .update(fs.readFileSync(path.join(cwd, 'package-lock.json')))
    .update(process.versions.modules)
    .digest('hex')
}

/** Puts yarn.lock back as it was: npm rewrites one that it finds, also with `npm ci`. */
async function keepingYarnLock(cwd, install) {
  const file = path.join(cwd, 'yarn.lock')
  const text = fs.existsSync(file) ? fs.readFileSync(file) : null

  try {
    await install()
  } finally {
    if (text) fs.writeFileSync(file, text)
  }
}

async function npmCi(cwd) {
  // Set when npm runs this script; otherwise npm is on the PATH.
  const npm = process.env.npm_execpath
  const [command, ...prefix] = npm ? [process.execPath, npm] : ['npm']
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !INHERITED.test(name))
  )

  const { code, output } = await runChild(
    command,
    [
      ...prefix,
      'ci',
      '--ignore-scripts',
      '--include=dev',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ],
    { cwd, env }
  )

  if (code !== 0) {
    const where = path.relative(root, cwd) || 'the root'

    throw new Failure(
      `npm ci failed in ${where}. Its output:\n${output}\nCheck the connection to the npm registry and try again.`
    )
  }
}
