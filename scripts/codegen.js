'use strict'

require('./lib/requireNode20')

/**
 * Generates node/typings/schema.ts from graphql/, and react/typings/operations.ts from it and
 * the page's documents. With --check it writes nothing and fails if a committed file differs
 * from what it would generate.
 */

const fs = require('fs')
const path = require('path')

const { Failure, runCommand } = require('./lib/failure')
const { ensureInstalled } = require('./lib/install')
const { root } = require('./lib/paths')
const {
  nativeDirectives,
  pageDirectives,
  readDocuments,
  readSchema,
} = require('./lib/schema')

const COMMON = {
  enumsAsTypes: true,
  scalars: { ID: { input: 'string', output: 'string' } },
  maybeValue: 'T | null',
  inputMaybeValue: 'T | null | undefined',
  avoidOptionals: { field: true },
  skipTypename: true,
}

/* eslint-disable node/global-require -- main() installs these packages first */
const TARGETS = [
  {
    file: path.join('node', 'typings', 'schema.ts'),
    from: 'graphql/',
    config: {
      ...COMMON,
      useTypeImports: true,
      contextType: '../globals#Context',
      makeResolverTypeCallable: true,
      // A field resolver reads the rows, so that they are read only when a query selects them.
      mappers: {
        CancellationBatch: '../services/batch/api/showBatch#ShownBatch',
      },
    },
    directives: '',
    documents: () => [],
    plugins: () => ({
      typescript: require('@graphql-codegen/typescript'),
      resolvers: require('@graphql-codegen/typescript-resolvers'),
    }),
  },
  {
    file: path.join('react', 'typings', 'operations.ts'),
    from: 'graphql/ and react/graphql/',
    // What an operation does not select is no part of its type.
    config: {
      ...COMMON,
      onlyOperationTypes: true,
      inlineFragmentTypes: 'combine',
      disableDescriptions: true,
    },
    directives: pageDirectives,
    documents: () => {
      const { parse } = require('graphql')

      return readDocuments().map(({ file, text }) => ({
        location: file,
        document: parse(text),
      }))
    },
    plugins: () => ({
      operations: require('@graphql-codegen/typescript-operations'),
    }),
  },
]

async function generate({ plugins, ...target }) {
  const { codegen } = require('@graphql-codegen/core')
  const { parse } = require('graphql')
  const prettier = require('prettier')
  const pluginMap = plugins()
  const filename = path.join(root, target.file)

  const content = await codegen({
    filename,
    schema: parse(
      [nativeDirectives, target.directives, readSchema()].join('\n')
    ),
    documents: target.documents(),
    config: target.config,
    plugins: Object.keys(pluginMap).map((name) => ({ [name]: {} })),
    pluginMap,
  })

  return prettier.format(
    `// Generated from ${target.from} by \`npm run codegen\`.\n${content}`,
    { ...(await prettier.resolveConfig(filename)), parser: 'typescript' }
  )
}
/* eslint-enable node/global-require */

async function main(argv) {
  await ensureInstalled('', 'the development tools')

  for (const target of TARGETS) {
    const file = path.join(root, target.file)
    // Prettier and the plugins share what they have loaded.
    // eslint-disable-next-line no-await-in-loop
    const content = await generate(target)

    if (!argv.includes('--check')) {
      fs.mkdirSync(path.dirname(file), { recursive: true })
      fs.writeFileSync(file, content)
    } else if (fs.readFileSync(file, 'utf8') !== content) {
      throw new Failure(
        `${target.file} does not match ${target.from}: run \`npm run codegen\` and commit the result.`
      )
    }
  }
}

runCommand(main)
