import { readFileSync } from 'fs'
import { join } from 'path'

/** The repository's root folder. */
export const ROOT = join(__dirname, '..', '..')

export const readText = (path: string) => readFileSync(join(ROOT, path), 'utf8')
export const readJson = (path: string) => JSON.parse(readText(path))
