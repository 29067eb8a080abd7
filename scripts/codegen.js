'use strict'

require('./lib/requireNode20')

/**
 * Generates node/typings/schema.ts from graphql/. With --check it writes nothing and
 * fails if the committed file differs from what it would generate.
 */

const fs = require('fs')
const path = require('path')

const { Failure, runCommand } = require('./lib/failure')
const { ensureInstalled } = require('./lib/install')
const { root } = require('./lib/paths')
const { nativeDirectives, readSchema } = require('./lib/schema')

const target = path.join(root, 'node', 'typings', 'schema.ts')

const config = {
  enumsAsTypes: true,
  useTypeImports: true,
  contextType: '../globals#Context',
  scalars: { ID: { input: 'string', output: 'string' } },
  maybeValue: 'T | null',
  inputMaybeValue: 'T | null | undefined',
  avoidOptionals: { field: true },
  skipTypename: true,
  makeResolverTypeCallable: true,
  // A field resolver reads the rows, so that they are read only when a query selects them.
  mappers: { CancellationBatch: '../services/batch/api/showBatch#ShownBatch' },
}

/* eslint-disable node/global-require -- main() installs these packages first */
async function generate() {
  const { codegen } = require('@graphql-codegen/core')
  const resolversPlugin = require('@graphql-codegen/typescript-resolvers')
  const typescriptPlugin = require('@graphql-codegen/typescript')
  const { parse } = require('graphql')
  const prettier = require('prettier')

  const content = await codegen({
    filename: target,
    schema: parse(`${nativeDirectives}\n${readSchema()}`),
    documents: [],
    config,
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript: typescriptPlugin, resolvers: resolversPlugin },
  })

  return prettier.format(
    `// Generated from graphql/ by \`npm run codegen\`.\n${content}`,
    { ...(await prettier.resolveConfig(target)), parser: 'typescript' }
  )
}
/* eslint-enable node/global-require */

async function main(argv) {
  await ensureInstalled('', 'the development tools')

  const content = await generate()

  if (!argv.includes('--check')) {
    fs.writeFileSync(target, content)
  } else if (fs.readFileSync(target, 'utf8') !== content) {
    throw new Failure(
      'node/typings/schema.ts does not match graphql/: run `npm run codegen` and commit the result.'
    )
  }
}

runCommand(main)
