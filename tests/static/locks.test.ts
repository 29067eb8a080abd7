import { yarnLockOf } from '../../scripts/lib/yarnLock'
import { readJson, readText } from '../support/repository'

const npmLock: {
  packages: Record<string, { name?: string; version: string }>
} = readJson('node/package-lock.json')

const { devDependencies, overrides, resolutions } =
  readJson('node/package.json')

const yarnLock = readText('node/yarn.lock')

/** Packages as `name version`, each once and in order. */
function inOrder(pairs: Array<[name: string, version: string]>) {
  const texts = [...new Set(pairs.map((pair) => pair.join(' ')))]

  return texts.sort((one, other) => one.localeCompare(other, 'en'))
}

/** What npm installs. */
const byNpm = inOrder(
  Object.entries(npmLock.packages)
    .filter(([place]) => place !== '')
    .map(([place, { version }]) => [
      place.replace(/^.*node_modules\//, ''),
      version,
    ])
)

/** What yarn installs; an alias counts for the name that it stands under. */
const byYarn = inOrder(
  [...yarnLock.matchAll(/^"?(@?[^@"\s]+)@.*:\n {2}version "(.*)"$/gm)].map(
    ([, name, version]) => [name, version]
  )
)

describe('the locks of node/, npm for development and yarn for VTEX', () => {
  it('pin the same versions of the same packages', () => {
    expect(byNpm.length).toBeGreaterThan(300)
    expect(byYarn).toEqual(byNpm)
  })

  it('take the same stand-in for stats-lite, which @vtex/api would fetch from GitHub', () => {
    expect(overrides['stats-lite']).toBe('2.2.0')
    expect(resolutions['stats-lite']).toBe('npm:stats-lite@2.2.0')
    expect(byYarn).toContain('stats-lite 2.2.0')
    expect(yarnLock).toContain(
      '\n"stats-lite@npm:stats-lite@2.2.0", stats-lite@vtex/node-stats-lite#dist:\n  version "2.2.0"\n'
    )
  })

  it('take the app’s own TypeScript for that of a library that @vtex/clients brings, and no app code loads', () => {
    expect(overrides.typescript).toBe('$typescript')
    expect(resolutions.typescript).toBe(devDependencies.typescript)
    expect(byYarn.filter((one) => one.startsWith('typescript '))).toEqual([
      `typescript ${devDependencies.typescript}`,
    ])
  })

  it('agree also in ranges and hashes: `npm run locks` makes one from the other', () => {
    expect(yarnLock).toBe(yarnLockOf(npmLock, resolutions))
  })

  it('yarn.lock holds no address, but a path for each package, without which yarn pins no version', () => {
    const entries = [...yarnLock.matchAll(/^ {2}version /gm)]
    const paths = [...yarnLock.matchAll(/^ {2}resolved "?([^"\n]+)"?$/gm)].map(
      ([, path]) => path
    )

    expect(yarnLock).not.toMatch(/:\/\//)
    expect(paths).toHaveLength(entries.length)
    expect(
      paths.filter(
        (path) => !/^(@[\w.-]+\/)?[\w.-]+\/-\/[\w.-]+\.tgz$/.test(path)
      )
    ).toEqual([])
  })
})
