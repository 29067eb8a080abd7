import { useBuild } from '../../app/testing'
import { eventHandlers } from './handlers'

const APP = { vendor: 'acme', name: 'order-cancellation' }

describe('the handlers of an event', () => {
  const buildWith = useBuild()

  /** What a build with this service.json makes of events. */
  const handlers = (service: object) => eventHandlers(buildWith(service), APP)

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
