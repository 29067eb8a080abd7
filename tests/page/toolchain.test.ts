import { execFileSync } from 'child_process'
import { join } from 'path'

import { yarnLockOf } from '../../scripts/lib/yarnLock'
import { readJson, readText, ROOT } from '../support/repository'

describe('the packages of the page', () => {
  it('react/yarn.lock pins what react/package-lock.json pins: `npm run locks` makes one from the other', () => {
    expect(readText('react/yarn.lock')).toBe(
      yarnLockOf(
        readJson('react/package-lock.json'),
        readJson('react/package.json').resolutions
      )
    )
  })

  it('react/.npmrc lets npm pass over peers that VTEX’s packages name too narrowly, and keeps addresses out of the lock', () => {
    expect(readText('react/.npmrc').split('\n')).toEqual(
      expect.arrayContaining([
        'legacy-peer-deps=true',
        'omit-lockfile-registry-resolved=true',
      ])
    )
    expect(readText('react/package-lock.json')).not.toMatch(/"resolved"/)
  })

  it('compile with the TypeScript that VTEX’s apps pin in react/', () => {
    const compiler = join(
      ROOT,
      'react',
      'node_modules',
      'typescript',
      'bin',
      'tsc'
    )

    expect(readJson('react/package.json').devDependencies.typescript).toMatch(
      /^3\.9\./
    )
    expect(
      execFileSync(process.execPath, [compiler, '-p', join(ROOT, 'react')], {
        encoding: 'utf8',
      })
    ).toBe('')
  })
})
