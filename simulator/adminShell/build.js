'use strict'

const fs = require('fs')
const path = require('path')

const ROOT = path.join(__dirname, '..', '..')
const PACKAGES = path.join(__dirname, 'node_modules')
const OUTPUT = path.join(__dirname, 'dist')

/** What the page imports and the platform gives it: one copy of each, the shell's, also where react/ has its own for its tests. */
const GIVEN = ['react', 'react-dom', 'react-apollo', 'react-intl', 'papaparse']

/** A document with the fragments that it imports, as VTEX's builder loads it. */
function documentText(file, seen = new Set()) {
  if (seen.has(file)) return ''
  seen.add(file)

  return fs
    .readFileSync(file, 'utf8')
    .replace(/^#import "(.*)"$/gm, (_, name) =>
      documentText(path.join(path.dirname(file), name), seen)
    )
}

const documents = {
  name: 'documents',
  setup(build) {
    build.onLoad({ filter: /\.graphql$/ }, ({ path: file }) => ({
      contents: `import gql from 'graphql-tag'\nexport default gql(${JSON.stringify(
        documentText(file)
      )})`,
      resolveDir: __dirname,
      loader: 'js',
    }))
  },
}

/** The styleguide's way of naming its own modules, and a chart library that the page takes nothing of. */
const styleguide = {
  name: 'styleguide',
  setup(build) {
    build.onResolve({ filter: /^~/ }, ({ path: name, ...from }) =>
      build.resolve(name.slice(1), {
        resolveDir: from.resolveDir,
        kind: from.kind,
      })
    )
    build.onLoad({ filter: /\.css$/ }, ({ path: file }) => ({
      contents: fs.readFileSync(file, 'utf8'),
      loader:
        file.includes('@vtex') && !file.endsWith('.global.css')
          ? 'local-css'
          : 'css',
    }))
  },
}

/** The options of esbuild for the page in its shell. */
exports.shellOptions = function shellOptions() {
  return {
    absWorkingDir: ROOT,
    entryPoints: [path.join(__dirname, 'shell.js')],
    outdir: OUTPUT,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2019',
    minify: true,
    metafile: true,
    legalComments: 'none',
    loader: { '.js': 'jsx' },
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
    inject: [path.join(__dirname, 'process.js')],
    nodePaths: [PACKAGES],
    alias: {
      ...Object.fromEntries(
        GIVEN.map((name) => [name, path.join(PACKAGES, name)])
      ),
      'react-dom/server': path.join(PACKAGES, 'react-dom', 'server.browser.js'),
      'vtex.styleguide': path.join(__dirname, 'styleguide.js'),
    },
    plugins: [documents, styleguide],
    logLevel: 'silent',
  }
}

/** Builds the page and its shell into dist/. The packages are installed before. */
exports.buildShell = async function buildShell() {
  // eslint-disable-next-line node/global-require -- a package that the caller installs first
  const esbuild = require('esbuild')

  fs.rmSync(OUTPUT, { recursive: true, force: true })

  const { metafile } = await esbuild.build(exports.shellOptions())

  return metafile
}

/** Bundles the page alone, as it would ship: what the platform gives stays outside. For measuring. */
exports.bundlePage = async function bundlePage() {
  // eslint-disable-next-line node/global-require -- a package that the caller installs first
  const esbuild = require('esbuild')
  const { alias: _given, inject: _process, ...options } = exports.shellOptions()

  const { outputFiles, metafile } = await esbuild.build({
    ...options,
    entryPoints: [path.join(ROOT, 'react', 'OrderCancellation.tsx')],
    alias: { papaparse: path.join(PACKAGES, 'papaparse') },
    external: [
      ...GIVEN.filter((name) => name !== 'papaparse'),
      'graphql-tag',
      'vtex.styleguide',
    ],
    write: false,
  })

  return outputFiles
    .filter(({ path: file }) => file.endsWith('.js'))
    .map(({ path: file, text }) => {
      const { inputs, entryPoint } = metafile.outputs[path.relative(ROOT, file)]

      return { text, inputs: Object.keys(inputs), isEntry: Boolean(entryPoint) }
    })
}
