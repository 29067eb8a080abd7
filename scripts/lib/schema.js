'use strict'

const fs = require('fs')
const path = require('path')

const { root } = require('./paths')

/** The directives that VTEX's runtime defines and our schema uses, for tools that parse the schema. */
exports.nativeDirectives = `
enum IOAuthScope { PUBLIC PRIVATE }
directive @auth(scope: IOAuthScope, productCode: String, resourceCode: String) on FIELD_DEFINITION
`

/** The directive by which a page of VTEX's Admin names the app that answers; VTEX's GraphQL server takes it out. */
exports.pageDirectives = `
directive @context(provider: String, scope: String) on QUERY | MUTATION
`

/** Reads the page's documents, each with its path from the root. */
exports.readDocuments = function readDocuments() {
  return graphqlFiles(path.join(root, 'react', 'graphql')).map((file) => ({
    file: path.relative(root, file),
    text: fs.readFileSync(file, 'utf8'),
  }))
}

/** Joins all files of graphql/ into one text, as VTEX's graphql builder does. */
exports.readSchema = function readSchema() {
  return graphqlFiles(path.join(root, 'graphql'))
    .map((file) => fs.readFileSync(file, 'utf8'))
    .join('\n')
}

function graphqlFiles(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name)

      if (entry.isDirectory()) return graphqlFiles(file)

      return entry.name.endsWith('.graphql') ? [file] : []
    })
}
