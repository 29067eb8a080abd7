'use strict'

const fs = require('fs')
const path = require('path')

const { root } = require('./paths')

const source = path.join(root, 'bench', 'bareApp')
const build = path.join(source, 'build')

/** The same settings as the app's, so that both run on the same runtime; the bare app has no events. */
function serviceJson() {
  const { events: _events, ...settings } = JSON.parse(
    fs.readFileSync(path.join(root, 'node', 'service.json'), 'utf8')
  )

  return {
    stack: 'nodejs',
    ...settings,
    routes: { __graphql: { path: '/_v/graphql' } },
  }
}

/** Builds the app that the benchmark measures beside the real one, in the same layout. Returns its build folder. */
exports.buildBareApp = function buildBareApp() {
  const service = path.join(build, 'service')
  const code = path.join(service, 'src', 'node')

  fs.rmSync(build, { recursive: true, force: true })
  fs.mkdirSync(code, { recursive: true })

  fs.copyFileSync(path.join(source, 'index.js'), path.join(code, 'index.js'))
  fs.copyFileSync(
    path.join(source, 'manifest.json'),
    path.join(build, 'manifest.json')
  )
  fs.copyFileSync(
    path.join(source, 'schema.graphql'),
    path.join(service, 'schema.graphql')
  )
  fs.writeFileSync(
    path.join(service, 'service.json'),
    JSON.stringify(serviceJson())
  )
  fs.symlinkSync(
    path.join(root, 'node', 'node_modules'),
    path.join(build, 'node_modules'),
    'junction'
  )

  return build
}
