import type { Oms } from '../../clients/oms'
import type { Order } from '../../domain/order/order'
import { aDocument, orderIn } from '../../testing/documents'
import { RECEIVED, scriptedOms } from '../../testing/scriptedOms'
import { acceptAction } from './decideRequest'

/** What an accept of an order tells OMS. */
async function told(order: Order) {
  const { ports } = scriptedOms([], RECEIVED)
  const sent: unknown[] = []
  const oms: Oms = {
    ...ports.oms,
    cancelOrder: async (_orderId, request) => {
      sent.push(request)

      return RECEIVED
    },
  }

  await acceptAction({ oms }, 'Agreed').send(order)

  return sent
}

const requested = (cancellationRequests: unknown, cancellationData?: unknown) =>
  orderIn(
    aDocument({
      status: 'cancellation-requested',
      cancellationRequests,
      cancellationData,
    })
  )

describe('field case 10: an accept tells the other side who asked', () => {
  it.each([true, false])('as the open request says: %j', async (asked) => {
    expect(
      await told(requested([{ id: 'q1', requestedByUser: asked }]))
    ).toEqual([{ reason: 'Agreed', requestedByUser: asked }])
  })

  it('as the order records it, where the request does not say', async () => {
    expect(
      await told(
        requested([{ id: 'q1' }], {
          requestedByUser: true,
          cancellationRequestId: 'q1',
        })
      )
    ).toEqual([{ reason: 'Agreed', requestedByUser: true }])
  })

  it('that the shopper did not, where neither says', async () => {
    expect(await told(requested([{ id: 'q1' }]))).toEqual([
      { reason: 'Agreed', requestedByUser: false },
    ])
  })
})
