import { readFileSync } from 'fs'
import { join } from 'path'

interface Handler {
  sender?: string
  topics?: string[]
  /** The deprecated name of `topics`. */
  keys?: string[]
}

/** The part of the built app's service.json that the simulator goes by. */
export interface ServiceJson {
  /** In MB. */
  memory?: number
  /** In seconds. */
  timeout?: number
  events?: Record<string, Handler>
}

/** Reads the service.json of the built app. */
export function readServiceJson(buildFolder: string): ServiceJson {
  return JSON.parse(
    readFileSync(join(buildFolder, 'service', 'service.json'), 'utf8')
  )
}
