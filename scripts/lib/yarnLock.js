'use strict'

/**
 * Returns the yarn.lock that pins the versions of a package-lock.json.
 *
 * @param lock the parsed package-lock.json
 * @param resolutions those of package.json: what yarn takes for a package, whatever another one asks for
 * @returns {string}
 */
exports.yarnLockOf = function yarnLockOf({ packages }, resolutions = {}) {
  // eslint-disable-next-line node/global-require -- a package that the caller installs first
  const { stringify } = require('@yarnpkg/lockfile')
  const byVersion = new Map()
  const entries = {}

  for (const [place, { devDependencies, ...about }] of Object.entries(
    packages
  )) {
    const wanted = Object.entries({
      ...about.dependencies,
      ...about.optionalDependencies,
      // Only the app's own: no installation takes those of a dependency.
      ...(place === '' ? devDependencies : {}),
    })

    for (const [name, range] of wanted) {
      const found = packageSeenFrom(packages, place, name)
      const id = `${name}@${found.version}`

      if (!byVersion.has(id)) byVersion.set(id, entryOf(name, found))

      // yarn prints entries that are the same object as one, under all their ranges.
      entries[`${name}@${range}`] = byVersion.get(id)
      if (name in resolutions) {
        entries[`${name}@${resolutions[name]}`] = byVersion.get(id)
      }
    }
  }

  return stringify(entries)
}

/** What Node finds under a name from a place in the tree: the nearest `node_modules` that has it. */
function packageSeenFrom(packages, place, name) {
  for (let from = place; ; from = parentOf(from)) {
    const found =
      packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`]

    if (found) return found
    if (from === '') throw new Error(`package-lock.json has no ${name}.`)
  }
}

function parentOf(place) {
  return place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))
}

/**
 * yarn ignores the version of an entry without `resolved`, also with `--frozen-lockfile`. A
 * path is enough: yarn joins it to its registry. npm would take the path for a file on this
 * disk, unless the entry's `integrity` differs from its own lock: so the hash stands there twice.
 */
function entryOf(name, about) {
  const { version, integrity, dependencies, optionalDependencies } = about
  const file = `${name.split('/').pop()}-${version}.tgz`

  return {
    version,
    resolved: `${name}/-/${file}`,
    integrity: `${integrity} ${integrity}`,
    dependencies,
    optionalDependencies,
  }
}
