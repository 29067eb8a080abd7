import type { Seed } from '../../simulator/services/oms/seed'
import { ORDER, sentBodies } from '../support/fieldCases'
import { decideRequest, orderCancellation } from '../support/graphql'
import { useSimulator } from '../support/simulator'

/** A seller's order with an open request. */
const REQUESTED = {
  status: 'cancellation-requested',
  origin: 'Fulfillment',
  requestedAt: 'handling',
} satisfies Seed

const aRequest = (id: string, reason: string, date: string) => ({
  ...{ id, reason },
  cancellationRequestDate: date,
  requestedByUser: true,
  deniedBySeller: false,
  deniedBySellerReason: null,
  cancellationRequestDenyDate: null,
})

const NEWER = aRequest('newer', 'Ordered twice', '2026-11-25T12:00:00Z')
const OLDER = aRequest('older', 'Too late', '2026-11-24T12:00:00Z')

/** Where the open request stands, and that it is the newest one that is meant. */
const OPEN: Array<[string, Seed]> = [
  [
    'cancellationData is null, and one request is open',
    { ...REQUESTED, requests: [NEWER], cancellation: null },
  ],
  [
    'two requests are open, the newest first, and the order names the newest',
    {
      ...REQUESTED,
      requests: [NEWER, OLDER],
      cancellation: { requestId: 'newer', requestedByUser: true },
    },
  ],
  [
    'two requests are open, the newest first, and the order names none',
    { ...REQUESTED, requests: [NEWER, OLDER], cancellation: null },
  ],
]

describe('the open request says who asked, why and when (help page Order cancellation requested by the customer)', () => {
  const simulator = useSimulator()

  beforeEach(() => simulator.choose({ requestsShownOn: 'everywhere' }))

  it.each(OPEN)(
    '%s: a read shows it, and an accept tells the other side that the shopper asked',
    async (_what, order) => {
      await simulator.seed({ orderId: ORDER, ...order })

      expect(await orderCancellation(simulator, ORDER)).toMatchObject({
        state: 'AWAITING_DECISION',
        reason: 'Ordered twice',
        requestedByUser: true,
        date: NEWER.cancellationRequestDate,
      })
      expect(
        await decideRequest(simulator, ORDER, { accept: null })
      ).toMatchObject({
        state: 'ACCEPTED',
        reason: 'Ordered twice',
        requestedByUser: true,
      })
      expect(await sentBodies(simulator)).toEqual([{ requestedByUser: true }])
    }
  )

  it.each(OPEN)(
    '%s: a denial names the newest, and not the older one',
    async (_what, order) => {
      await simulator.seed({ orderId: ORDER, ...order })

      expect(
        await decideRequest(simulator, ORDER, { deny: 'Sent already' })
      ).toMatchObject({ state: 'DENIED', refusal: null })
      expect(await sentBodies(simulator)).toEqual([
        { cancellationRequestId: 'newer', denyReason: 'Sent already' },
      ])
    }
  )
})
