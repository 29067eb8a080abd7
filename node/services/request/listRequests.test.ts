import type {
  OrderListQuery,
  OrderListRead,
  OrderRead,
  OrderRow,
} from '../../domain/order/omsReply'
import { anOrder } from '../../testing/orders'
import { found, RECEIVED, scriptedOms } from '../../testing/scriptedOms'
import { readCursor } from './cursorText'
import { listRequests } from './listRequests'
import type { RequestQuery } from './listRequests'

const REQUESTED = 'cancellation-requested'
const SECOND = 1_000

const row = (number: number, more: Partial<OrderRow> = {}): OrderRow => ({
  orderId: `${number}-01`,
  createdMs: number * SECOND,
  status: REQUESTED,
  value: 100,
  currency: 'BRL',
  ...more,
})

const rows = (count: number, more: Partial<OrderRow> = {}) =>
  Array.from({ length: count }, (_, index) => row(index + 1, more))

const page = (
  list: OrderRow[],
  total: number | null = null
): OrderListRead => ({
  kind: 'found',
  rows: list,
  total,
})

/** Lists requests from a list that answers by a script; the last answer repeats. Each read of the list takes `listMs`. */
async function listed(
  script: OrderListRead[],
  {
    order = () => found(REQUESTED),
    readMs = 0,
    listMs = 0,
    ...query
  }: Partial<RequestQuery> & {
    order?: (orderId: string) => OrderRead
    readMs?: number
    listMs?: number
  } = {}
) {
  const { ports } = scriptedOms([found(REQUESTED)], RECEIVED)
  const queries: OrderListQuery[] = []
  const read: string[] = []
  const state = { atOnce: 0, most: 0 }

  const answer = await listRequests(
    {
      ...ports,
      isGranted: async (_login, resource) => resource === 'CancelAction',
      oms: {
        ...ports.oms,
        getOrder: async (orderId) => {
          read.push(orderId)
          state.atOnce += 1
          state.most = Math.max(state.most, state.atOnce)
          await ports.sleep(readMs)
          state.atOnce -= 1

          return order(orderId)
        },
      },
      list: {
        listOrders: async (asked) => {
          queries.push(asked)
          await ports.sleep(listMs)

          return script[Math.min(queries.length, script.length) - 1]
        },
      },
    },
    {
      first: 25,
      after: null,
      isDetailed: false,
      withActions: false,
      ...query,
    }
  )

  return {
    ...answer,
    ids: answer.items.map(({ orderId }) => orderId),
    queries,
    read,
    most: state.most,
  }
}

const openOrder = (orderId: string) => found(REQUESTED, { orderId })

describe('a page of requests', () => {
  it('asks for the oldest orders in the status, and reads no order where no detail is asked for', async () => {
    const { queries, read, ...answer } = await listed([page(rows(2), 2)])

    expect(queries).toEqual([
      {
        status: REQUESTED,
        fromMs: null,
        toMs: 86_400_000,
        page: 1,
        perPage: 26,
      },
    ])
    expect(read).toEqual([])
    expect(answer).toMatchObject({
      ids: ['1-01', '2-01'],
      nextCursor: null,
      total: 2,
      dropped: 0,
      unread: 0,
      since: null,
      refusal: null,
    })
  })

  it('reads each order once where details are asked for, five at a time, and keeps the order of the list', async () => {
    const { ids, read, most } = await listed([page(rows(25))], {
      isDetailed: true,
      order: openOrder,
      readMs: 10,
    })

    expect(ids).toEqual(rows(25).map(({ orderId }) => orderId))
    expect(read).toEqual(ids)
    expect(most).toBe(5)
  })

  it('drops what is decided by now, and says how many', async () => {
    const { ids, dropped, unread, total } = await listed([page(rows(3), 3)], {
      isDetailed: true,
      order: (orderId) =>
        orderId === '2-01'
          ? found('canceled', { orderId })
          : openOrder(orderId),
    })

    expect(ids).toEqual(['1-01', '3-01'])
    expect({ dropped, unread, total }).toEqual({
      dropped: 1,
      unread: 0,
      total: 3,
    })
  })

  it('keeps a request whose order cannot be read, and says how many', async () => {
    const { ids, items, unread, refusal } = await listed([page(rows(2))], {
      isDetailed: true,
      order: (orderId) =>
        orderId === '1-01' ? { kind: 'unavailable' } : openOrder(orderId),
    })

    expect(ids).toEqual(['1-01', '2-01'])
    expect(items[0]).toMatchObject({ requestedBy: 'UNKNOWN', value: 100 })
    expect({ unread, refusal }).toEqual({ unread: 1, refusal: null })
  })

  it('takes no other order for one of the list', async () => {
    const { items, unread } = await listed([page(rows(1))], {
      isDetailed: true,
      order: () => ({
        kind: 'found',
        order: anOrder({ orderId: '9-01', status: 'canceled' }),
      }),
    })

    expect(items).toHaveLength(1)
    expect(unread).toBe(1)
  })

  it.each([
    [
      { kind: 'rate-limited', retryAfterSeconds: 7 },
      {
        code: 'RATE_LIMITED',
        detail: 'ORDERS_RATE_LIMITED',
        subject: null,
        grounds: [],
        sums: null,
        retryable: true,
        retryAfterSeconds: 7,
        message:
          'OMS receives too many requests from this account, so not all of these orders were read. Ask again after retryAfterSeconds.',
      },
    ],
    [
      { kind: 'not-permitted' },
      {
        code: 'NOT_PERMITTED',
        detail: 'ORDERS_NOT_PERMITTED',
        subject: 'OMSViewer',
        grounds: [],
        sums: null,
        retryable: false,
        retryAfterSeconds: null,
        message:
          'OMS did not let this caller view orders: the License Manager resource OMSViewer of product OMS is missing, or the session has ended. Log in again, or ask an administrator of the store for a role that has it.',
      },
    ],
  ] as Array<[OrderRead, object]>)(
    'reads no further order after one that is $kind',
    async (order, refusal) => {
      const answer = await listed([page(rows(25))], {
        isDetailed: true,
        order: () => order,
      })

      expect(answer.refusal).toEqual(refusal)
      expect(answer.read).toHaveLength(5)
      expect(answer.items).toHaveLength(25)
      expect(answer.unread).toBe(25)
    }
  )

  it('begins no read of an order more than 20 seconds after the call', async () => {
    const { read, unread, items } = await listed([page(rows(25))], {
      isDetailed: true,
      order: openOrder,
      readMs: 4_000,
    })

    // The time of the script passes for each read in turn.
    expect(read.length).toBeLessThan(25)
    expect(unread).toBe(25 - read.length)
    expect(items).toHaveLength(25)
  })
})

describe('the next page of requests', () => {
  it('begins at the moment of the last order, without the orders that were shown', async () => {
    const one = await listed([page(rows(3, { createdMs: 5_000 }))], {
      first: 2,
    })

    const after = readCursor(one.nextCursor ?? '')

    expect(after).toEqual({
      fromMs: 5_000,
      ids: ['1-01', '2-01'],
      sinceMs: null,
    })

    const two = await listed([page(rows(3, { createdMs: 5_000 }), 3)], {
      first: 2,
      after,
    })

    expect(two.queries).toMatchObject([{ fromMs: 5_000, page: 1, perPage: 5 }])
    expect(two).toMatchObject({ ids: ['3-01'], nextCursor: null, total: null })
  })

  it('is none when the last request of the list is the last of the page', async () => {
    expect((await listed([page(rows(2))], { first: 2 })).nextCursor).toBeNull()
  })
})

describe('a list that OMS does not filter by the status', () => {
  const DAY = 86_400_000
  const UNFILTERED = { status: null, fromMs: -90 * DAY, page: 1, perPage: 100 }

  it.each([
    ['refuses', [{ kind: 'rejected' }]],
    ['ignores', [page([row(1, { status: 'handling' })])]],
  ] as Array<[string, OrderListRead[]]>)(
    'because it %s the filter is read without it, from 90 days ago',
    async (_how, script) => {
      const { queries, ids, total, since } = await listed([
        ...script,
        page([
          row(1, { status: 'handling' }),
          row(2),
          row(3, { status: null }),
        ]),
      ])

      expect(queries).toMatchObject([{ status: REQUESTED }, UNFILTERED])
      expect({ ids, total, since }).toEqual({
        ids: ['2-01'],
        total: null,
        since: '1969-10-03T00:00:00.000Z',
      })
    }
  )

  it('is read no more than six times for a page, which then leads on', async () => {
    let last = 0
    const handled = () =>
      page(
        Array.from({ length: 100 }, () => {
          last += 1

          return row(last, { status: 'handling' })
        })
      )

    const { queries, ids, nextCursor, refusal } = await listed([
      { kind: 'rejected' },
      ...Array.from({ length: 5 }, handled),
    ])

    expect(queries).toHaveLength(6)
    expect({ ids, refusal }).toEqual({ ids: [], refusal: null })
    expect(readCursor(nextCursor ?? '')).toEqual({
      fromMs: 500 * SECOND,
      ids: ['500-01'],
      sinceMs: -90 * DAY,
    })
  })

  it('is asked for no status on the pages after', async () => {
    const { queries, since } = await listed([page([])], {
      after: { fromMs: 5_000, ids: [], sinceMs: 0 },
    })

    expect(queries).toMatchObject([{ status: null, fromMs: 5_000 }])
    expect(since).toBe('1970-01-01T00:00:00.000Z')
  })
})

describe('a list that cannot be read', () => {
  it.each([
    [
      { kind: 'not-permitted' },
      'NOT_PERMITTED',
      'OMS did not let this caller list orders: the License Manager resource ListOrders of product OMS is missing, or the session has ended. Log in again, or ask an administrator of the store for a role that has it.',
    ],
    [
      { kind: 'rate-limited', retryAfterSeconds: 9 },
      'RATE_LIMITED',
      'OMS receives too many requests from this account, so its list of orders was not read to the end. Ask again after retryAfterSeconds.',
    ],
    [
      { kind: 'unavailable' },
      'OMS_UNAVAILABLE',
      'OMS gave no readable list of orders. Ask again later.',
    ],
    [
      { kind: 'too-large' },
      'OMS_UNAVAILABLE',
      'OMS gave no readable list of orders. Ask again later.',
    ],
  ] as Array<[OrderListRead, string, string]>)(
    'because it is $kind is a refusal, without items and without a cursor',
    async (read, code, message) => {
      const { items, nextCursor, refusal } = await listed([read], {
        isDetailed: true,
      })

      expect(items).toEqual([])
      expect(nextCursor).toBeNull()
      expect(refusal).toMatchObject({ code, message })
    }
  )

  it('is refused when OMS rejects the query without the filter, too', async () => {
    const { refusal, queries } = await listed([{ kind: 'rejected' }])

    expect(refusal?.code).toBe('OMS_UNAVAILABLE')
    expect(queries).toHaveLength(2)
  })

  it('is refused when its dates go back: pages of such a list would leave orders out', async () => {
    const { items, refusal } = await listed([page([row(2), row(1)])])

    expect(items).toEqual([])
    expect(refusal?.code).toBe('OMS_UNAVAILABLE')
  })

  it('leaves what was found before, and reads no order of it after a rate limit', async () => {
    const handled = Array.from({ length: 99 }, (_, index) =>
      row(index + 2, { status: 'handling' })
    )

    const { ids, read, unread, nextCursor, refusal } = await listed(
      [
        { kind: 'rejected' },
        page([row(1), ...handled]),
        { kind: 'rate-limited', retryAfterSeconds: 9 },
      ],
      { isDetailed: true }
    )

    expect({ ids, read, unread }).toEqual({
      ids: ['1-01'],
      read: [],
      unread: 1,
    })
    expect(refusal).toMatchObject({
      code: 'RATE_LIMITED',
      retryAfterSeconds: 9,
    })
    expect(readCursor(nextCursor ?? '')?.ids).toEqual(['100-01'])
  })

  it('is not read again more than 9 seconds after the call', async () => {
    const { queries } = await listed(
      [
        { kind: 'rejected' },
        page(
          Array.from({ length: 100 }, (_, index) =>
            row(index + 1, { status: 'handling' })
          )
        ),
      ],
      { listMs: 4_000 }
    )

    expect(queries).toHaveLength(3)
  })

  it('counts a row that names no order, and goes on behind it', async () => {
    const { ids, unread } = await listed([
      page([row(1), row(2, { orderId: null }), row(3)]),
    ])

    expect({ ids, unread }).toEqual({ ids: ['1-01', '3-01'], unread: 1 })
  })

  it('refuses a list that shows the same orders whatever it is asked for', async () => {
    const same = rows(100, { createdMs: 5_000, status: 'handling' })
    const { refusal, nextCursor } = await listed([page(same)], {
      after: {
        fromMs: 5_000,
        ids: same.flatMap(({ orderId }) => orderId ?? []),
        sinceMs: 0,
      },
    })

    expect(refusal?.code).toBe('OMS_UNAVAILABLE')
    expect(nextCursor).toBeNull()
  })
})
