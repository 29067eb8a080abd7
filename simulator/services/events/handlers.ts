import { readServiceJson } from '../../app/serviceJson'
import type { Manifest } from '../../edge/policies'

/** The part of the built app's service.json about events. */
export interface EventHandlers {
  /** The handlers of an event, by its key and the app that sent it. */
  handlersOf: (key: string, sender?: string) => string[]
  timeoutSeconds: () => number
}

/** VTEX's default if service.json sets no timeout. */
const DEFAULT_TIMEOUT_SECONDS = 10

/** Reads the app's event handlers. Without a sender an event is the app's own. */
export function eventHandlers(
  buildFolder: string,
  { vendor, name }: Pick<Manifest, 'vendor' | 'name'>
): EventHandlers {
  const service = readServiceJson(buildFolder)
  const handlers = Object.entries(service.events ?? {})

  return {
    handlersOf: (key, from = `${vendor}.${name}`) =>
      handlers
        .filter(
          ([, { sender = '', topics = [], keys = [] }]) =>
            [...topics, ...keys].includes(key) && ['', from].includes(sender)
        )
        .map(([id]) => id),
    timeoutSeconds: () => service.timeout ?? DEFAULT_TIMEOUT_SECONDS,
  }
}
