'use strict'

const fs = require('fs')
const path = require('path')

const { runChild } = require('./children')
const compiled = require('./compiled')
const { Failure } = require('./failure')
const { root } = require('./paths')

/** The app's own compiler, which is the version that VTEX's builder uses. */
const TSC = path.join(root, 'node', 'node_modules', 'typescript', 'bin', 'tsc')

/**
 * Compiles a folder of the repository with its tsconfig.json, unless the same sources were
 * compiled without an error before.
 *
 * @param outDir the folder for the JavaScript; it is emptied first
 */
exports.compile = async function compile(folder, outDir) {
  const project = path.join(root, folder)
  const place = compiled.placeOf(project)

  fs.rmSync(outDir, { recursive: true, force: true })
  if (compiled.restore(place, outDir)) return

  const { code, output } = await runChild(process.execPath, [
    TSC,
    ...['-p', project, '--outDir', outDir, '--rootDir', project],
  ])

  if (code !== 0) throw new Failure(`${folder}/ does not compile:\n${output}`)

  // A source that changed meanwhile may be in the result or not.
  if (compiled.placeOf(project) === place) compiled.keep(place, outDir)
}
