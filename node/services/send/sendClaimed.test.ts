import type { JournalStore } from '../../clients/journal'
import type { Turn } from '../../domain/journal/claims'
import { anEntry, ORDER_ID } from '../../testing/orders'
import { found, RECEIVED, scriptedOms } from '../../testing/scriptedOms'
import { cancelOrder, cancelAction } from '../order/cancelOrder'
import type { OrderPorts } from '../ports'
import { sendRow } from './sendRow'

const REQUEST = { reason: null, requestedByUser: false }

/** An order of one status, with a journal whose answers a test changes; calls are named a, b, …. */
function aShop(
  status: string,
  change: (store: JournalStore) => Partial<JournalStore> = () => ({})
) {
  const oms = scriptedOms([found(status)], RECEIVED)
  const store = { ...oms.ports.journals }
  const ports: OrderPorts = {
    ...oms.ports,
    journals: { ...store, ...change(store) },
  }

  return {
    ...oms,
    ports,
    store,
    cancel: () => cancelOrder(ports, ORDER_ID, REQUEST),
    row: (more: Partial<Parameters<typeof sendRow>[1]> = {}) =>
      sendRow(
        ports,
        {
          orderId: ORDER_ID,
          by: 'olga@acme.example',
          passGuard: (sleep) => sleep(),
          maySend: () => true,
          ...more,
        },
        cancelAction(ports, REQUEST)
      ),
    posts: () => oms.calls.filter((call) => call.startsWith('POST')),
    outcomes: () =>
      oms
        .entries()
        .map(({ id, completion }) => `${id} ${completion?.outcome ?? 'open'}`),
  }
}

describe('a claim', () => {
  it('is given up after five seconds in which no list shows it, and nothing is sent', async () => {
    let lists = 0
    const shop = aShop('payment-approved', () => ({
      list: async () => {
        lists += 1

        return []
      },
    }))

    expect((await shop.cancel()).refusal?.code).toBe('STORAGE_UNAVAILABLE')
    expect(shop.posts()).toEqual([])
    expect(shop.outcomes()).toEqual(['u-id-1 withdrawn'])
    // After 0, 50, 150, 350 and 750 ms, and each half second up to 4750.
    expect(lists).toBe(13)
  })

  it('is written once: what a list shows counts, not the answer to the write', async () => {
    let writes = 0
    const shop = aShop('payment-approved', (store) => ({
      claim: async (orderId, entry) => {
        writes += 1
        await store.claim(orderId, entry)
      },
    }))

    expect((await shop.cancel()).state).toBe('ACCEPTED')
    expect(writes).toBe(1)
  })

  it('gives way to one of the same moment with a smaller id, and then joins what that one sent', async () => {
    const other = anEntry({ id: 'a', seq: 1, statusSeen: 'payment-approved' })
    const shop = aShop('payment-approved', (store) => ({
      claim: async (orderId, entry) => {
        await Promise.all([
          store.claim(orderId, entry),
          store.claim(orderId, other),
        ])
      },
      end: async (orderId, entry) => {
        // The other call sends as soon as this one has given way.
        await store.end(orderId, {
          ...other,
          completion: {
            outcome: 'received',
            atMs: 9,
            sentAtMs: 8,
            date: 'D',
            receipt: "the other's",
          },
        })

        return store.end(orderId, entry)
      },
    }))

    expect(await shop.cancel()).toMatchObject({
      state: 'ACCEPTED',
      receipt: "the other's",
      refusal: null,
    })
    expect(shop.posts()).toEqual([])
    expect(shop.outcomes()).toEqual(['u-id-1 withdrawn', 'a received'])
  })

  it('waits until those of the same moment with larger ids have given way, and then sends once', async () => {
    const other = anEntry({ id: 'z', seq: 1 })
    let lists = 0
    const shop = aShop('payment-approved', (store) => ({
      claim: async (orderId, entry) => {
        await Promise.all([
          store.claim(orderId, entry),
          store.claim(orderId, other),
        ])
      },
      list: async (orderId) => {
        lists += 1
        if (lists === 3) {
          await store.end(orderId, {
            ...other,
            completion: {
              outcome: 'withdrawn',
              atMs: 9,
              sentAtMs: null,
              date: null,
              receipt: null,
            },
          })
        }

        return store.list(orderId)
      },
    }))

    expect((await shop.cancel()).state).toBe('ACCEPTED')
    expect(shop.posts()).toEqual(['POST at 150'])
    expect(shop.outcomes()).toEqual(['u-id-1 received', 'z withdrawn'])
  })

  it('is ended when a read beside it throws, so that no other call waits for it', async () => {
    const shop = aShop('handling')
    const { getOrder } = shop.ports.oms
    let reads = 0

    shop.ports.oms.getOrder = async (...args) => {
      reads += 1
      if (reads > 1) throw new Error('stopped')

      return getOrder(...args)
    }

    await expect(shop.cancel()).rejects.toThrow('stopped')
    expect(shop.posts()).toEqual([])
    expect(shop.outcomes()).toEqual(['g-id-1 withdrawn'])
  })
})

describe('the guard', () => {
  const isTurnOf = (turn: Turn | 'none' | null) => ({
    readTurn: async () => turn,
  })

  it('waits a second before a cancel that may only make a request, and not before one that takes one step', async () => {
    const [request, plain] = [aShop('handling'), aShop('payment-approved')]

    await request.cancel()
    await plain.cancel()

    expect(request.posts()).toEqual(['POST at 1000'])
    expect(plain.posts()).toEqual(['POST at 0'])
  })

  it.each([
    'handling',
    'cancellation-request-denied',
    'a-status-that-is-not-listed',
  ])('stands before a cancel of an order in %s', async (status) => {
    const shop = aShop(status, () =>
      isTurnOf({ id: 'a call that no list shows', startedAtMs: 0 })
    )

    expect((await shop.cancel()).refusal).toMatchObject({
      code: 'CONFLICT',
      retryable: true,
    })
    expect(shop.posts()).toEqual([])
  })

  it('lets a call pass whose order has the turn of a call that must be over', async () => {
    let reads = 0
    const shop = aShop('handling', (store) => ({
      readTurn: async (orderId) => {
        reads += 1

        return reads === 1
          ? { id: 'a call that died', startedAtMs: -55_000 }
          : store.readTurn(orderId)
      },
    }))

    expect((await shop.cancel()).state).toBe('AWAITING_DECISION')
    expect(shop.posts()).toHaveLength(1)
  })

  it('lets no call pass whose turn another call has taken since', async () => {
    const shop = aShop('handling', (store) => ({
      writeTurn: async (orderId) =>
        store.writeTurn(orderId, { id: 'a later call', startedAtMs: 0 }),
    }))

    expect((await shop.cancel()).refusal?.code).toBe('CONFLICT')
    expect(shop.posts()).toEqual([])
    expect(shop.outcomes().every((one) => one.endsWith('withdrawn'))).toBe(true)
  })

  it('lets no call pass whose turn took too long to write: it may hide the turn of another', async () => {
    const shop = aShop('handling', (store) => ({
      writeTurn: async (orderId, turn) => {
        await shop.ports.sleep(901)

        return store.writeTurn(orderId, turn)
      },
    }))

    expect((await shop.cancel()).refusal?.code).toBe('CONFLICT')
    expect(shop.posts()).toEqual([])
  })
})

describe('a row of a batch', () => {
  it('claims its order as a single call does', async () => {
    const shop = aShop('payment-approved')

    await shop.row()
    expect(shop.posts()).toEqual(['POST at 0'])
    expect(shop.outcomes()).toEqual(['u-id-1 received'])
  })

  it('waits for no other call on its order', async () => {
    const shop = aShop('payment-approved')

    await shop.store.claim(ORDER_ID, anEntry())

    expect(await shop.row()).toMatchObject({
      isSent: false,
      refusal: { code: 'CONFLICT' },
    })
    expect(shop.ports.now()).toBe(0)
    expect(shop.posts()).toEqual([])
  })

  it('reads its order after the guard, and says that nothing was done where it may not send any more', async () => {
    let isPassed = false
    const shop = aShop('handling')

    expect(
      await shop.row({
        passGuard: async () => {
          isPassed = true
        },
        maySend: () => !isPassed,
      })
    ).toMatchObject({ kind: 'not-done' })
    expect(shop.calls).toEqual(['GET at 0', 'GET at 0'])
    expect(shop.outcomes()).toEqual(['g-id-1 withdrawn'])
  })

  it('says that its end is not in the journal, so that its shard is not closed', async () => {
    const shop = aShop('payment-approved', () => ({ end: async () => false }))

    expect(await shop.row()).toMatchObject({
      isSent: true,
      isEndWritten: false,
    })
    expect(shop.outcomes()).toEqual(['u-id-1 open'])
  })
})
