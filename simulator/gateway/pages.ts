import { existsSync, readFileSync } from 'fs'
import { extname, join } from 'path'

import type { SimulatedReply } from '../edge/exchange'

/** This file runs from `simulator/dist/gateway`. */
const SIMULATOR = join(__dirname, '..', '..')
const PAGES = join(SIMULATOR, 'pages')
const GRAPHIQL = join(SIMULATOR, 'graphiql', 'node_modules')

const FILES: Record<string, string> = {
  '/': join(PAGES, 'index.html'),
  '/index.js': join(PAGES, 'index.js'),
  '/page.css': join(PAGES, 'page.css'),
  '/graphiql': join(PAGES, 'graphiql.html'),
  '/graphiql-page.js': join(PAGES, 'graphiql-page.js'),
  '/vendor/react.js': join(GRAPHIQL, 'react/umd/react.production.min.js'),
  '/vendor/react-dom.js': join(
    GRAPHIQL,
    'react-dom/umd/react-dom.production.min.js'
  ),
  '/vendor/graphiql.js': join(GRAPHIQL, 'graphiql/graphiql.min.js'),
  '/vendor/graphiql.css': join(GRAPHIQL, 'graphiql/graphiql.min.css'),
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

/** Makes the browser refuse everything that a page would load from another host. */
const SECURITY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:"

/** Answers with one of the files that the gateway serves. */
export function pageFile(path: string): SimulatedReply {
  const file = FILES[path]

  if (!file) return { status: 404, body: 'There is no such page.' }

  if (!existsSync(file)) {
    return {
      status: 503,
      body: 'The files of this page are still being installed. Reload in a few seconds.',
    }
  }

  return {
    status: 200,
    headers: {
      'content-type': TYPES[extname(file)],
      'content-security-policy': SECURITY,
    },
    body: readFileSync(file, 'utf8'),
  }
}
