'use strict'

const { createHash } = require('crypto')
const fs = require('fs')
const path = require('path')

const { root } = require('./paths')

/** Lies in node_modules, so that `npm ci` empties it. */
const CACHE = path.join(root, 'node', 'node_modules', '.cache', 'compiled')

/** How many results are kept, the newest ones. */
const KEPT = 10

/**
 * What no compilation reads: packages, which the lock file stands for, what compilations write, and
 * what only tests read.
 */
const SKIPPED = ['node_modules', 'dist', 'testing', 'fixtures']

/**
 * Returns the place that keeps the JavaScript of a folder as it is now. The place is named after
 * all that a compilation depends on, so a change of any source, setting or package names another.
 */
exports.placeOf = function placeOf(project) {
  const hash = createHash('sha256').update(path.basename(project))

  hash.update(fs.readFileSync(path.join(root, 'node', 'package-lock.json')))

  for (const file of sourcesIn(project)) {
    hash.update(`\n${path.relative(project, file)}\n`)
    hash.update(fs.readFileSync(file))
  }

  return path.join(CACHE, hash.digest('hex'))
}

/** Copies what an earlier compilation left; false when there was none. */
exports.restore = function restore(place, outDir) {
  try {
    fs.cpSync(place, outDir, { recursive: true })

    return true
  } catch {
    // There is none, or another process has just removed it as the oldest.
    fs.rmSync(outDir, { recursive: true, force: true })

    return false
  }
}

/** Keeps the result of a compilation. It appears whole or not at all, also beside another process that keeps the same. */
exports.keep = function keep(place, outDir) {
  const part = `${place}.${process.pid}`

  fs.cpSync(outDir, part, { recursive: true })

  try {
    fs.renameSync(part, place)
  } catch {
    fs.rmSync(part, { recursive: true, force: true })
  }

  removeOldest()
}

function removeOldest() {
  const ageOf = (name) =>
    fs.statSync(path.join(CACHE, name), { throwIfNoEntry: false })?.mtimeMs ?? 0

  fs.readdirSync(CACHE)
    .map((name) => ({ name, mtimeMs: ageOf(name) }))
    .sort((one, other) => other.mtimeMs - one.mtimeMs)
    .slice(KEPT)
    .forEach(({ name }) =>
      fs.rmSync(path.join(CACHE, name), { recursive: true, force: true })
    )
}

function sourcesIn(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.includes(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name)

      if (entry.isDirectory()) return sourcesIn(file)

      return /(?<!\.test)\.ts$|\.json$/.test(entry.name) ? [file] : []
    })
}
