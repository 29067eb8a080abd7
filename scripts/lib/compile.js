'use strict'

const fs = require('fs')
const path = require('path')

const { runChild } = require('./children')
const { Failure } = require('./failure')
const { root } = require('./paths')

/** The app's own compiler: the version that VTEX's builder would take. */
const TSC = path.join(root, 'node', 'node_modules', 'typescript', 'bin', 'tsc')

/**
 * Compiles a folder of the repository by its tsconfig.json.
 *
 * @param outDir where the JavaScript goes; what stood there before is gone
 */
exports.compile = async function compile(folder, outDir) {
  const project = path.join(root, folder)

  fs.rmSync(outDir, { recursive: true, force: true })

  const { code, output } = await runChild(process.execPath, [
    TSC,
    ...['-p', project, '--outDir', outDir, '--rootDir', project],
  ])

  if (code !== 0) throw new Failure(`${folder}/ does not compile:\n${output}`)
}
