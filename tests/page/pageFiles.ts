import { readFileSync } from 'fs'
import { join, relative } from 'path'

import { sync as globSync } from 'globby'

import { ROOT } from '../support/repository'

/** Reads the files of the page that ship, with one of some endings. */
export function pageFiles(
  ...endings: string[]
): Array<{ file: string; text: string }> {
  return globSync(
    endings.map((ending) => `react/**/*${ending}`),
    {
      cwd: ROOT,
      absolute: true,
      ignore: ['react/node_modules/**', '**/*.test.*', '**/*.d.ts'],
    }
  ).map((file) => ({
    file: relative(ROOT, file).split('\\').join('/'),
    text: readFileSync(join(file), 'utf8'),
  }))
}
