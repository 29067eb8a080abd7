import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs'
import { tmpdir } from 'os'
import { join } from 'path'

import { eventHandlers } from './handlers'

const APP = { vendor: 'acme', name: 'order-cancellation' }

describe('the handlers of an event', () => {
  let build: string

  beforeEach(() => {
    build = mkdtempSync(join(tmpdir(), 'order-cancellation-'))
    mkdirSync(join(build, 'service'))
  })
  afterEach(() => rmSync(build, { recursive: true }))

  /** What a build with this service.json makes of events. */
  function handlers(service: object) {
    writeFileSync(
      join(build, 'service', 'service.json'),
      JSON.stringify(service)
    )

    return eventHandlers(build, APP)
  }

  it.each(['topics', 'keys'])(
    'are those that name it under `%s`, from any sender or from this app',
    (name) => {
      const { handlersOf } = handlers({
        events: {
          own: { sender: 'acme.order-cancellation', [name]: ['wake', 'other'] },
          any: { [name]: ['wake'] },
          foreign: { sender: 'vtex.orders-broadcast', [name]: ['wake'] },
          deaf: { sender: 'acme.order-cancellation', [name]: ['sleep'] },
        },
      })

      expect(handlersOf('wake')).toEqual(['own', 'any'])
      expect(handlersOf('wake', 'vtex.orders-broadcast')).toEqual([
        'any',
        'foreign',
      ])
      expect(handlersOf('none')).toEqual([])
    }
  )

  it('have the timeout of service.json, or the default of VTEX', () => {
    expect(handlers({ timeout: 60 }).timeoutSeconds()).toBe(60)
    expect(handlers({}).timeoutSeconds()).toBe(10)
  })
})
