import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs'
import { tmpdir } from 'os'
import { join } from 'path'

/** Gives a group of tests a build folder each. Returns what writes its service.json, and names the folder. */
export function useBuild(): (service: object) => string {
  let build: string

  beforeEach(() => {
    build = mkdtempSync(join(tmpdir(), 'order-cancellation-'))
    mkdirSync(join(build, 'service'))
  })
  afterEach(() => rmSync(build, { recursive: true }))

  return (service) => {
    writeFileSync(
      join(build, 'service', 'service.json'),
      JSON.stringify(service)
    )

    return build
  }
}
