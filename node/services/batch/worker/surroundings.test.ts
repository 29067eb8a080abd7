import type { Oms } from '../../../clients/oms'
import { CALM } from '../../../testing/batches/conditions'
import { runBatch } from '../../../testing/batches/runBatch'

const KEPT =
  'The payment is not canceled: its transaction is approved. Look at it in the payments module, also for a refund that was made already, before you promise one.'

const UNREAD = 'The payment could not be read: it may not be canceled.'

type Replies = Array<Awaited<ReturnType<Oms['getTransaction']>>>

/** How many calls of one kind were made for each order or purchase. */
type Calls = Record<string, number>

/**
 * Runs a batch of the two orders of one purchase, of which the first keeps its payment. The
 * reads of their payments get these replies first.
 */
async function run(replies: Replies = []) {
  const calls: Calls = {}
  const waiting: Record<string, Replies> = {}
  const count = (name: string, id: string) => {
    calls[`${name} ${id}`] = (calls[`${name} ${id}`] ?? 0) + 1
  }

  const watched = (oms: Oms): Oms => ({
    ...oms,
    getOrder: (id) => {
      count('order', id)

      return oms.getOrder(id)
    },
    getPurchase: (group) => {
      count('purchase', group)

      return oms.getPurchase(group)
    },
    getTransaction: async (id) => {
      count('payment', id)
      waiting[id] ??= [...replies]

      return waiting[id].shift() ?? oms.getTransaction(id)
    },
    cancelOrder: (id, request) => {
      count('cancel', id)

      return oms.cancelOrder(id, request)
    },
  })

  const { rows } = await runBatch(
    1,
    { ...CALM, orders: 2, isMixed: false },
    {
      input: { checkFirst: false },
      prepare: ({ oms }) => {
        const seenBy = oms.seenBy.bind(oms)

        jest
          .spyOn(oms, 'seenBy')
          .mockImplementation((alive) => watched(seenBy(alive)))
      },
    }
  )

  return {
    calls,
    ends: rows.map(
      ({ row }) => `${row.state}: ${row.cancellation?.warnings.join(' ')}`
    ),
  }
}

describe('before a row becomes CANCELED', () => {
  it('its payment and its purchase are read once, at the second sight, and its warnings are kept', async () => {
    expect(await run()).toEqual({
      ends: [`CANCELED: ${KEPT}`, 'CANCELED: '],
      calls: {
        // Before the cancel, at the first sight and at the second.
        'order B0-01': 3,
        'order B1-01': 3,
        'cancel B0-01': 1,
        'cancel B1-01': 1,
        // Once for each of its two orders.
        'purchase v0': 2,
        'payment B0-01': 1,
        'payment B1-01': 1,
      },
    })
  })

  it('a read of the payment that OMS limits is made again, and leaves no warning', async () => {
    const limited = {
      kind: 'rate-limited',
      retryAfterSeconds: 5,
      isStated: true,
    } as const

    const { ends, calls } = await run([limited, limited])

    expect(ends).toEqual([`CANCELED: ${KEPT}`, 'CANCELED: '])
    expect(calls).toMatchObject({
      'payment B0-01': 3,
      'payment B1-01': 3,
      'cancel B0-01': 1,
      'cancel B1-01': 1,
    })
  })

  it('a read of the payment that OMS leaves without an answer is made again, and leaves no warning', async () => {
    const lost = { kind: 'unavailable' } as const
    const { ends, calls } = await run([lost, lost, lost, lost, lost])

    expect(ends).toEqual([`CANCELED: ${KEPT}`, 'CANCELED: '])
    expect(calls).toMatchObject({ 'payment B0-01': 6, 'payment B1-01': 6 })
  })

  it('a payment that six reads do not give ends the row with that warning, and no seventh is made', async () => {
    const { ends, calls } = await run(
      Array.from({ length: 9 }, () => ({ kind: 'unavailable' } as const))
    )

    expect(ends).toEqual([`CANCELED: ${UNREAD}`, `CANCELED: ${UNREAD}`])
    expect(calls).toMatchObject({
      'payment B0-01': 6,
      'payment B1-01': 6,
      'cancel B0-01': 1,
      'cancel B1-01': 1,
    })
  })

  it('a payment that the app may not read is not asked for again, and the warning says so', async () => {
    const { ends, calls } = await run([{ kind: 'not-permitted' }])

    expect(ends).toEqual([`CANCELED: ${UNREAD}`, `CANCELED: ${UNREAD}`])
    expect(calls).toMatchObject({ 'payment B0-01': 1, 'payment B1-01': 1 })
  })
})
