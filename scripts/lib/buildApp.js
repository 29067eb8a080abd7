'use strict'

const fs = require('fs')
const path = require('path')

const { compile } = require('./compile')
const { Failure } = require('./failure')
const { root } = require('./paths')
const { readSchema } = require('./schema')

/** The folder that `@vtex/api` uses as its working directory. */
const build = path.join(root, 'build')

/** The route that VTEX's graphql builder adds to service.json. */
const GRAPHQL_ROUTE = { __graphql: { path: '/_v/graphql' } }

/** Builds the app into `build/` with the layout of VTEX's builders; fails on type errors, as they do. */
exports.buildApp = async function buildApp() {
  try {
    await writeBuild()
  } catch (error) {
    throw isRace(error)
      ? new Failure(
          'Another command seems to be writing build/. Try again when it has finished.'
        )
      : error
  }

  return build
}

/** True if an error shows that another process changed the build folder while this one wrote it. */
function isRace({ code, path: from, dest = from }) {
  return (
    ['EEXIST', 'ENOENT', 'ENOTEMPTY'].includes(code) &&
    String(dest).startsWith(build)
  )
}

async function writeBuild() {
  const service = path.join(build, 'service')

  fs.rmSync(build, { recursive: true, force: true })
  await compile('node', path.join(service, 'src', 'node'))

  fs.writeFileSync(path.join(service, 'schema.graphql'), readSchema())
  fs.writeFileSync(
    path.join(service, 'service.json'),
    `${JSON.stringify(serviceJson(), null, 2)}\n`
  )
  fs.copyFileSync(
    path.join(root, 'manifest.json'),
    path.join(build, 'manifest.json')
  )
  fs.symlinkSync(
    path.join(root, 'node', 'node_modules'),
    path.join(build, 'node_modules'),
    'junction'
  )
}

function serviceJson() {
  const own = JSON.parse(
    fs.readFileSync(path.join(root, 'node', 'service.json'), 'utf8')
  )

  return {
    stack: 'nodejs',
    ...own,
    routes: { ...own.routes, ...GRAPHQL_ROUTE },
  }
}
