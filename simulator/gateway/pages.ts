import { existsSync, readFileSync } from 'fs'
import { extname, join } from 'path'

import type { SimulatedReply } from '../edge/exchange'

/** This file runs from `simulator/dist/gateway`. */
const SIMULATOR = join(__dirname, '..', '..')
const PAGES = join(SIMULATOR, 'pages')
const GRAPHIQL = join(SIMULATOR, 'graphiql', 'node_modules')
const SHELL = join(SIMULATOR, 'adminShell')
const BUILT_SHELL = join(SHELL, 'dist')

/** The page of the app, as the Admin's frame shows it. */
const ADMIN_PAGE = '/admin/app/order-cancellation'

/** What the build of the Admin page leaves; its parts have names of their own. */
const BUILT = /^\/admin-shell\/([\w.-]+\.(?:js|css))$/

const FILES: Record<string, string> = {
  '/': join(PAGES, 'index.html'),
  '/index.js': join(PAGES, 'index.js'),
  '/page.css': join(PAGES, 'page.css'),
  '/graphiql': join(PAGES, 'graphiql.html'),
  '/graphiql-page.js': join(PAGES, 'graphiql-page.js'),
  '/admin/order-cancellation': join(SHELL, 'frame.html'),
  '/admin-shell/frame.css': join(SHELL, 'frame.css'),
  '/admin-shell/frame.js': join(SHELL, 'frame.js'),
  [ADMIN_PAGE]: join(SHELL, 'page.html'),
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
  const file = fileOf(path)

  if (!file) return { status: 404, body: 'There is no such page.' }

  if (path === ADMIN_PAGE && !existsSync(join(BUILT_SHELL, 'shell.js')))
    return { ...page(join(SHELL, 'waiting.html')), status: 503 }

  if (!existsSync(file)) {
    return {
      status: 503,
      body: 'The files of this page are still being installed. Reload in a few seconds.',
    }
  }

  return page(file)
}

function fileOf(path: string): string | undefined {
  const [, built] = BUILT.exec(path) ?? []

  return FILES[path] ?? (built && join(BUILT_SHELL, built))
}

function page(file: string): SimulatedReply {
  return {
    status: 200,
    headers: {
      'content-type': TYPES[extname(file)],
      'content-security-policy': SECURITY,
    },
    body: readFileSync(file, 'utf8'),
  }
}
