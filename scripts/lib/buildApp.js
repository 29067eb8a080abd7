'use strict'

const fs = require('fs')
const path = require('path')

const { compile } = require('./compile')
const { Failure } = require('./failure')
const { root } = require('./paths')
const { readSchema } = require('./schema')

/** The folder that `@vtex/api` starts with as its working directory. */
const build = path.join(root, 'build')

/** The route that VTEX's graphql builder adds to service.json. */
const GRAPHQL_ROUTE = { __graphql: { path: '/_v/graphql' } }

/** Builds the app into `build/`, laid out as VTEX's builders do; fails on type errors, as they do. */
exports.buildApp = async function buildApp() {
  try {
    await writeBuild()
  } catch (error) {
    throw isRace(error)
      ? new Failure(
          'Another command seems to be building here. Try again when it is done.'
        )
      : error
  }

  return build
}

/** Whether something below the build folder came or went while it was written. */
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
