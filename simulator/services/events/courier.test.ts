import { Switches } from '../../switches'
import { Courier } from './courier'
import type { Delivery } from './courier'
import { EVENT_SWITCHES } from './switches'
import type { EventSwitches } from './switches'

/** A courier whose time and whose replicas are in the test's hands. */
function courier(choices: Partial<EventSwitches> = {}) {
  const { values } = new Switches(EVENT_SWITCHES)
  const timers: Array<{ ms: number; call: () => void }> = []
  const posts: Array<{
    delivery: Delivery
    answer: (status: number | null) => void
  }> = []

  Object.assign(values, choices)

  const events = new Courier(values, (ms, call) => {
    const timer = { ms, call }

    timers.push(timer)

    return () => {
      const at = timers.indexOf(timer)

      if (at >= 0) timers.splice(at, 1)
    }
  })

  events.connect({
    handlersOf: (key) => (key === 'known' ? ['handler'] : []),
    post: (delivery) => ({
      replica: posts.length,
      status: new Promise((resolve) => {
        posts.push({ delivery, answer: resolve })
      }),
    }),
    timeoutSeconds: () => 60,
  })

  /** Rings the shortest timer. */
  const ring = () => {
    timers.sort((one, other) => one.ms - other.ms)
    timers.shift()?.call()
  }

  return { events, timers, posts, ring }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('an event', () => {
  it('goes to its handler once, when that answers well', async () => {
    const { events, posts, ring, timers } = courier()

    expect(events.publish('known', { a: 1 })).toBe(1)
    ring()
    posts[0].answer(204)
    await settled()

    expect(events.list()).toEqual([
      {
        number: 1,
        key: 'known',
        handler: 'handler',
        message: { a: 1 },
        state: 'delivered',
        attempts: 1,
        replicas: [0],
        statuses: [204],
      },
    ])
    expect(timers).toEqual([])
  })

  it('without a handler goes nowhere', () => {
    const { events, timers } = courier()

    expect(events.publish('unknown', {})).toBe(0)
    expect(events.list()).toEqual([])
    expect(timers).toEqual([])
  })

  it('is delivered again after a failure and a cut connection, and then given up', async () => {
    const { events, posts, ring } = courier()

    events.publish('known', {})

    for (const status of [500, null, 503]) {
      ring()
      posts[posts.length - 1].answer(status)
      // eslint-disable-next-line no-await-in-loop
      await settled()
    }

    const [{ state, attempts, statuses }] = events.list()

    expect({ state, attempts, statuses }).toEqual({
      state: 'dead',
      attempts: 3,
      statuses: [500, null, 503],
    })
    expect(posts).toHaveLength(3)
  })

  it('is delivered again beside a handler that takes too long, and that goes on', async () => {
    const { events, posts, ring, timers } = courier()

    events.publish('known', {})
    ring()
    expect(timers.map(({ ms }) => ms)).toEqual([60_000])
    ring()
    ring()
    expect(posts).toHaveLength(2)

    // The zombie ends after all: that changes nothing.
    posts[0].answer(204)
    await settled()
    expect(events.list()[0]).toMatchObject({ state: 'under way', attempts: 2 })

    posts[1].answer(204)
    await settled()
    expect(events.list()[0].state).toBe('delivered')
  })

  it('is lost or doubled as often as a test chooses', () => {
    const lost = courier({ eventLossPercent: 100 })
    const doubled = courier({ eventDuplicatePercent: 100 })

    lost.events.publish('known', {})
    doubled.events.publish('known', {})

    expect(lost.events.list().map(({ state }) => state)).toEqual(['lost'])
    expect(lost.timers).toEqual([])
    expect(doubled.timers).toHaveLength(2)
  })

  it('may overtake another', () => {
    const { events, timers } = courier({ eventDelayMs: 1_000 })

    for (let count = 0; count < 10; count += 1) events.publish('known', {})

    const waits = timers.map(({ ms }) => ms)

    expect(waits).not.toEqual([...waits].sort((a, b) => a - b))
  })

  it('that is forgotten is not delivered any more', async () => {
    const { events, posts, ring, timers } = courier()

    events.publish('known', {})
    ring()
    events.publish('known', {})
    events.clear()
    posts[0].answer(500)
    await settled()

    expect(timers).toEqual([])
    expect(posts).toHaveLength(1)
    expect(events.list()).toEqual([])
  })
})
