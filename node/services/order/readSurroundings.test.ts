import { journalOnly } from '../../domain/cancellation/known'
import { emptyJournal } from '../../domain/journal/journal'
import type { OrderRead } from '../../domain/order/omsReply'
import { anOrder, ORDER_ID } from '../../testing/orders'
import { found, RECEIVED, scriptedOms } from '../../testing/scriptedOms'
import { readSurroundings } from './readSurroundings'

const OTHER_SIDE = '1380000000009-01'

/** Reads what stands beside a seller's canceled order, whose other side gives this reply. */
async function besideSellersOrder(read: OrderRead) {
  const { ports, calls } = scriptedOms([read], RECEIVED)
  const order = anOrder({
    status: 'canceled',
    origin: 'Fulfillment',
    marketplaceOrderId: OTHER_SIDE,
    orderGroup: 'v1',
  })

  const { known } = await readSurroundings(ports, {
    order,
    known: journalOnly(emptyJournal(ORDER_ID), 0),
  })

  return { known, calls }
}

describe('the other side of a sale', () => {
  it('is known where this account has it', async () => {
    const { known, calls } = await besideSellersOrder(
      found('handling', { orderId: OTHER_SIDE })
    )

    expect(known.otherSide).toMatchObject({ orderId: OTHER_SIDE })
    expect(known.notices).toEqual([])
    expect(calls).toEqual(['GET at 0'])
  })

  it.each<OrderRead>([
    { kind: 'not-found' },
    { kind: 'not-permitted' },
    found('handling', { orderId: 'another-01' }),
  ])("is nothing to say where it is another account's: $kind", async (read) => {
    const { known } = await besideSellersOrder(read)

    expect(known).toMatchObject({ otherSide: null, notices: [] })
  })

  it.each<OrderRead>([
    { kind: 'unavailable' },
    { kind: 'too-large' },
    { kind: 'rate-limited', retryAfterSeconds: 5 },
  ])('is said to be unread where its read is $kind', async (read) => {
    const { known } = await besideSellersOrder(read)

    expect(known).toMatchObject({
      otherSide: null,
      notices: [
        {
          code: 'OTHER_SIDE_UNREAD',
          message: `The other side of the sale, order ${OTHER_SIDE}, could not be read: it may not be canceled.`,
          subject: OTHER_SIDE,
        },
      ],
    })
  })
})
