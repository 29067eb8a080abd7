import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'fs'
import { tmpdir } from 'os'
import { dirname, join } from 'path'

import globby from 'globby'

import { readText, ROOT } from '../support/repository'

/** What VTEX's toolbelt never sends: `defaultIgnored` in its src/api/modules/apps/file.ts. */
const NEVER_SENT = [
  '.DS_Store',
  'README.md',
  '.gitignore',
  'package.json',
  'node_modules/**',
  '**/node_modules/**',
  '.git/**',
  'cypress/videos/**',
  'cypress/screenshots/**',
]

/** As the toolbelt reads the lines of .vtexignore: as globs, comments too. */
const ignored = readText('.vtexignore')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '')
  .map((line) => line.replace(/\/$/, '/**'))

/** The files below a folder that `vtex link` and `vtex publish` would send, by the toolbelt's rules. */
async function sentFrom(folder: string): Promise<Set<string>> {
  const files = await globby(
    [
      ...['manifest.json', 'policies.json', '.npmrc'],
      ...['node/.*', 'react/.*', '*/**'],
    ],
    { cwd: folder, ignore: [...ignored, ...NEVER_SENT] }
  )

  return new Set(files)
}

/** The files below a folder of the repository, without what commands make. */
function filesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`

      return entry.isDirectory() ? filesOf(path) : [path]
    })
}

const isForDevelopment = (path: string) =>
  /\.test\.tsx?$|^node\/(testing|clients\/fixtures)\/|^react\/__mocks__\/|\/package-lock\.json$|\/\.npmrc$/.test(
    path
  )

describe('what `vtex link` and `vtex publish` send', () => {
  it('is the manifest, the policies, the schema, the page with its words and its place, docs/, and node/, without what is for development', async () => {
    const [node, react] = ['node', 'react'].map((name) =>
      filesOf(name).filter((path) => !isForDevelopment(path))
    )

    expect(react).toEqual(
      expect.arrayContaining([
        'react/OrderCancellation.tsx',
        'react/package.json',
        'react/styles.global.css',
        'react/tsconfig.json',
        'react/yarn.lock',
      ])
    )

    expect(node).toEqual(
      expect.arrayContaining([
        'node/index.ts',
        'node/package.json',
        'node/service.json',
        'node/tsconfig.json',
        'node/typings/schema.ts',
        'node/yarn.lock',
      ])
    )
    expect(await sentFrom(ROOT)).toEqual(
      new Set([
        ...['manifest.json', 'policies.json'],
        ...['docs/README.md', 'docs/integrators.md', 'docs/operators.md'],
        ...filesOf('docs/images'),
        ...filesOf('admin'),
        ...filesOf('graphql'),
        ...filesOf('messages'),
        ...node,
        ...react,
      ])
    )
  })

  it('is told by globs alone: the toolbelt takes a comment in .vtexignore for one, too', () => {
    expect(ignored.filter((line) => /^[#!]/.test(line))).toEqual([])
  })

  describe('from a folder with files that are made, and with those of builders to come', () => {
    const SENT = [
      'admin/navigation.json',
      'docs/en/README.md',
      'manifest.json',
      'messages/en.json',
      'public/metadata/icon.png',
      'react/package.json',
      'react/pages/Batches.tsx',
      'react/yarn.lock',
    ]

    const KEPT = [
      '.ci/run',
      '.git/config',
      // It only tells npm how to write the locks, so VTEX has no use for it.
      '.npmrc',
      'CHANGELOG.md',
      'README.md',
      'build/service/service.json',
      'coverage/index.html',
      'docs/decisions/0001.md',
      'node/.npmrc',
      'node/node_modules/graphql/package.json',
      'node/package-lock.json',
      'node/services/batch/gate.test.ts',
      'node/clients/fixtures/form-1/lane.json',
      'node/testing/batches/seeds.ts',
      'package-lock.json',
      'package.json',
      'react/.npmrc',
      'react/__mocks__/vtex.styleguide.tsx',
      'react/lib/places.test.ts',
      'react/node_modules/react/package.json',
      'react/order/OneOrder.test.tsx',
      'react/package-lock.json',
      'simulator/dist/process.js',
      'simulator/graphiql/package.json',
      'tests/e2e/simulator.test.ts',
    ]

    let folder: string

    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'order-cancellation-'))

      for (const path of [...SENT, ...KEPT]) {
        mkdirSync(join(folder, dirname(path)), { recursive: true })
        writeFileSync(join(folder, path), 'content')
      }
    })
    afterAll(() => rmSync(folder, { recursive: true }))

    it('is only what ships', async () => {
      expect(await sentFrom(folder)).toEqual(new Set(SENT))
    })
  })
})
