import type { JournalStore } from '../../clients/journal'
import type { Journal } from '../../domain/journal/journal'
import { anEntry, anOrder, ORDER_ID } from '../../testing/orders'
import { RECEIVED, scriptedOms, found } from '../../testing/scriptedOms'
import { VirtualTime } from '../../testing/virtualTime'
import { cancelOrder } from '../order/cancelOrder'
import type { OrderPorts } from '../ports'

const REQUEST = { reason: null, requestedByUser: false }

/** One order that never shows a cancel, and its journal. The test sets how long each write of a call takes. */
function aShop(time: VirtualTime) {
  const posts: string[] = []
  let journal: Journal = { orderId: ORDER_ID, entries: [] }
  let etag = 0

  const journals = (writeMs: number[]): JournalStore => {
    const left = [...writeMs]

    return {
      read: async () => {
        await time.wait(20)

        return {
          kind: 'found',
          journal: structuredClone(journal),
          etag: etag === 0 ? null : String(etag),
        }
      },
      write: async (next, condition) => {
        await time.wait(left.shift() ?? 20)
        if (condition !== null && condition !== String(etag)) return 'stale'
        journal = structuredClone(next)
        etag += 1

        return 'written'
      },
    }
  }

  const ports = (name: string, writeMs: number[] = []): OrderPorts => ({
    ...scriptedOms([], RECEIVED).ports,
    oms: {
      ...scriptedOms([], RECEIVED).ports.oms,
      getOrder: async () => {
        await time.wait(50)

        return { kind: 'found', order: anOrder({ status: 'handling' }) }
      },
      cancelOrder: async () => {
        posts.push(name)
        await time.wait(100)

        return RECEIVED
      },
    },
    journals: journals(writeMs),
    now: () => time.nowMs,
    epochMs: () => time.nowMs,
    sleep: (ms) => time.wait(ms),
    newId: () => `${name} at ${time.nowMs}`,
  })

  return {
    ports,
    posts,
    outcomes: () =>
      journal.entries.map(
        ({ id, completion }) =>
          `${id.split(' ')[0]} ${completion?.outcome ?? 'open'}`
      ),
  }
}

describe('a claim', () => {
  it('lets one of two calls send whose first writes overlap', async () => {
    const time = new VirtualTime()
    const { ports, posts } = aShop(time)
    const answers = [ports('A'), ports('B')].map((one) =>
      cancelOrder(one, ORDER_ID, REQUEST)
    )

    await time.run()
    await Promise.all(answers)

    expect(posts).toHaveLength(1)
  })

  it('sends nothing when its slow first write overwrote that of another call, and blocks the next call', async () => {
    const time = new VirtualTime()
    const { ports, posts, outcomes } = aShop(time)
    const first = cancelOrder(ports('A', [20, 60_000]), ORDER_ID, REQUEST)
    const slow = cancelOrder(ports('B', [1_800]), ORDER_ID, REQUEST)
    const third = time
      .wait(3_000)
      .then(() => cancelOrder(ports('C'), ORDER_ID, REQUEST))

    await time.run()
    await first

    expect((await slow).refusal?.code).toBe('STORAGE_UNAVAILABLE')
    expect((await third).refusal?.code).toBe('CONFLICT')
    expect(posts).toEqual(['A'])
    expect(outcomes()).toEqual(['B late', 'A received'])
  })

  it('succeeds on an order whose journal is full with a hundred entries', async () => {
    const entries = Array.from({ length: 100 }, (_, index) =>
      anEntry({
        id: String(index),
        startedAtMs: -1e9,
        completion: {
          outcome: 'refused',
          atMs: -1e9,
          sentAtMs: -1e9,
          date: null,
          receipt: null,
        },
      })
    )

    const oms = scriptedOms([found('payment-approved')], RECEIVED, {
      journal: { orderId: ORDER_ID, entries },
    })

    expect(await cancelOrder(oms.ports, ORDER_ID, REQUEST)).toMatchObject({
      state: 'ACCEPTED',
      refusal: null,
    })
    expect(oms.entries()).toHaveLength(100)
    expect(oms.entries()[99].completion?.outcome).toBe('received')
  })
})
