import { ask, decideRequest } from '../support/graphql'
import {
  aRequest,
  HOUR,
  idsOf,
  LAG_SECONDS,
  LISTED,
  REQUESTED,
  requestsOf,
  withoutOwnRequests,
} from '../support/requestList'
import type { Page } from '../support/requestList'
import { useSimulator } from '../support/simulator'

describe('cancellationRequests', () => {
  const simulator = useSimulator()
  const { page, listCalls, orderReads } = requestsOf(simulator)

  beforeEach(() => withoutOwnRequests(simulator))

  it('lists the open requests of the oldest orders first, with who asked, why, when and by when', async () => {
    await simulator.seed(aRequest('R-2', 2))
    await simulator.seed(aRequest('R-3', 3))
    await simulator.seed({ orderId: 'R-1', status: 'handling' })
    await simulator.seed({
      ...aRequest('R-4', 1),
      origin: 'Marketplace',
      cancellation: { reason: null, requestedByUser: false },
    })

    const answer = await page()
    const [order] = (await simulator.orders()).filter(
      ({ orderId }) => orderId === 'R-3'
    )

    const requestedMs = Date.parse(order.requests[0].cancellationRequestDate)

    expect(idsOf(answer)).toEqual(['R-3', 'R-2', 'R-4'])
    expect(answer.items[0]).toEqual({
      cacheId: 'request:R-3',
      orderId: 'R-3',
      awaiting: 'SELF',
      requestedBy: 'SHOPPER',
      reason: 'Ordered twice',
      requestedAt: new Date(requestedMs).toISOString(),
      decideBy: new Date(requestedMs + 30 * 24 * HOUR * 1_000).toISOString(),
      value: 12_990,
      currency: 'BRL',
    })
    expect(answer.items[2]).toMatchObject({
      requestedBy: 'OWN_STORE',
      reason: null,
    })
    expect({ ...answer, items: [] }).toEqual({
      items: [],
      nextCursor: null,
      total: 3,
      dropped: 0,
      unread: 0,
      since: null,
      refusal: null,
      notices: [],
    })
    expect(await simulator.omsCalls()).toHaveLength(1 + 3)
  })

  it('reads the list alone where a client selects only what its rows tell', async () => {
    await simulator.seed(aRequest('R-1', 1))

    const answer = await page({}, { fields: LISTED })

    expect(answer.items).toEqual([
      { orderId: 'R-1', awaiting: 'SELF', value: 12_990, currency: 'BRL' },
    ])
    expect(await listCalls()).toHaveLength(1)
    expect(await orderReads()).toEqual([])
    expect(await simulator.ledger('vbase')).toEqual([])
  })

  it("names a request that this app has made as the store's own", async () => {
    await simulator.seed({ orderId: 'R-1', status: 'handling' })
    await ask(
      simulator,
      'mutation { cancelOrder(orderId: "R-1", reason: "Out of stock", requestedByUser: true) { state } }'
    )
    await simulator.advance(LAG_SECONDS)

    expect((await page()).items).toMatchObject([
      { orderId: 'R-1', requestedBy: 'OWN_STORE', reason: 'Out of stock' },
    ])
  })

  describe('while requests are decided', () => {
    it.each(['stable', 'changing'] as const)(
      'skips none and shows none twice, page by page, where orders of one moment are in %s sequence',
      async (listTies) => {
        const { orderIds } = await simulator.seedMany(23, 'T', aRequest('', 5))

        for (let hours = 30; hours > 20; hours -= 1) {
          // eslint-disable-next-line no-await-in-loop
          await simulator.seed(aRequest(`O-${hours}`, hours))
        }

        await simulator.choose({ listTies, listLagSeconds: 0 })

        const shown: string[] = []
        let after: string | null = null

        do {
          // eslint-disable-next-line no-await-in-loop
          const answer: Page = await page({ first: 7, after })
          const ids = idsOf(answer)

          shown.push(...ids)
          after = answer.nextCursor
          // Every other one is decided before the next page is asked for.
          // eslint-disable-next-line no-await-in-loop
          await Promise.all(
            ids
              .filter((_, index) => index % 2 === 0)
              .map((orderId) => simulator.sellerDoes(orderId, 'accept'))
          )
        } while (after !== null)

        expect(shown).toHaveLength(33)
        expect(new Set(shown).size).toBe(33)
        expect(new Set(shown)).toEqual(
          new Set([
            ...orderIds,
            ...Array.from({ length: 10 }, (_, index) => `O-${30 - index}`),
          ])
        )
      }
    )

    it('drops those that the late list still shows, and says how many', async () => {
      await simulator.seed(aRequest('R-1', 3))
      await simulator.seed(aRequest('R-2', 2))
      await simulator.seed(aRequest('R-3', 1))
      await decideRequest(simulator, 'R-1', { accept: null })
      await decideRequest(simulator, 'R-3', { deny: 'Sent already' })

      expect(await page()).toMatchObject({
        items: [{ orderId: 'R-2' }],
        total: 3,
        dropped: 2,
      })

      await simulator.advance(LAG_SECONDS)
      expect(await page()).toMatchObject({
        items: [{ orderId: 'R-2' }],
        total: 1,
        dropped: 0,
      })
    })

    it('shows a new request once the list has it', async () => {
      await simulator.seed({ orderId: 'R-1', status: 'handling' })
      await ask(simulator, 'mutation { cancelOrder(orderId: "R-1") { state } }')

      await simulator.advance(LAG_SECONDS - 1)
      expect(idsOf(await page())).toEqual([])

      await simulator.advance(1)
      expect(idsOf(await page())).toEqual(['R-1'])
    })
  })

  it("goes on behind 3,000 orders, which is all that one query of OMS's list gives", async () => {
    await simulator.choose({ listStatusFilter: 'ignored' })

    for (let block = 0; block < 31; block += 1) {
      // eslint-disable-next-line no-await-in-loop
      await simulator.seedMany(100, `H${block}-`, {
        status: 'handling',
        ageSeconds: (100 - block) * HOUR,
      })
    }

    await simulator.seed(aRequest('LAST', 2))

    const shown: string[] = []
    let after: string | null = null
    let pages = 0

    do {
      // eslint-disable-next-line no-await-in-loop
      const answer: Page = await page({ after }, { fields: LISTED })

      expect(answer.refusal).toBeNull()
      shown.push(...idsOf(answer))
      after = answer.nextCursor
      pages += 1
    } while (after !== null && pages < 20)

    expect(shown).toEqual(['LAST'])
    expect(after).toBeNull()
  })

  describe('where OMS does not filter by the status', () => {
    it.each(['refused', 'ignored'] as const)(
      'because it is %s, looks through the orders of the last 90 days',
      async (listStatusFilter) => {
        await simulator.choose({ listStatusFilter })
        await simulator.seed(aRequest('OLD', 91 * 24))
        await simulator.seed(aRequest('R-1', 89 * 24))
        await simulator.seed(aRequest('R-2', 1))

        const { nowMs } = await simulator.clock()
        const answer = await page()

        expect(idsOf(answer)).toEqual(['R-1', 'R-2'])
        expect(answer).toMatchObject({ total: null, refusal: null })
        expect(
          Math.abs(
            Date.parse(answer.since ?? '') - (nowMs - 90 * 24 * HOUR * 1_000)
          )
        ).toBeLessThan(60_000)
        expect(
          (await listCalls()).map(({ query }) => query.f_status ?? null)
        ).toEqual([REQUESTED, null])
      }
    )

    it('asks for no status on the next page, and leaves out nothing', async () => {
      await simulator.choose({ listStatusFilter: 'refused' })
      await simulator.seed(aRequest('R-1', 3))
      await simulator.seed(aRequest('R-2', 2))

      const one = await page({ first: 1 })

      await simulator.forgetLedger()

      const two = await page({ first: 1, after: one.nextCursor })

      expect([idsOf(one), idsOf(two)]).toEqual([['R-1'], ['R-2']])
      expect(
        (await listCalls()).map(({ query }) => query.f_status ?? null)
      ).toEqual([null])
    })
  })
})
