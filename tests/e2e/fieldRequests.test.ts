import type { Seed } from '../../simulator/services/oms/seed'
import { startBatch, untilRows } from '../support/batches'
import {
  expectBatch,
  line,
  ORDER,
  posts,
  sale,
  sortedPosts,
  SHIRTS_AND_CAP,
} from '../support/fieldCases'
import type { Barred } from '../support/fieldCases'
import {
  cancelOrder,
  decideRequest,
  orderCancellation,
} from '../support/graphql'
import { useSimulator } from '../support/simulator'

/** A seller's order with an open request of the shopper. */
const REQUESTED = {
  status: 'cancellation-requested',
  origin: 'Fulfillment',
  requestedAt: 'handling',
  cancellation: { requestedByUser: true },
} satisfies Seed

const ALL_INVOICED =
  'Order {id} is invoiced, and can be canceled only after all of it came back on a return invoice. The invoice answers the open request with a no, and the platform moves the order on: read it again in a minute.'

/** A seller's invoice is its no to a request. */
const INVOICED: Barred[] = [
  {
    situation: 'all of it is invoiced',
    order: { ...REQUESTED, packages: [sale('N1')] },
    state: 'AWAITING_DECISION',
    nextStep: 'CHECK_AGAIN',
    code: 'ORDER_INVOICED',
    message: ALL_INVOICED,
  },
  {
    situation: 'a part of it is invoiced',
    order: {
      ...REQUESTED,
      value: 13000,
      items: SHIRTS_AND_CAP,
      packages: [sale('N1', { invoiceValue: 3000, items: [line(1, 1, 3000)] })],
    },
    state: 'AWAITING_DECISION',
    nextStep: 'MODIFY_ORDER',
    code: 'ORDER_PARTIALLY_INVOICED',
    message:
      'A part of order {id} is invoiced (30.00 of 130.00), and OMS does not cancel such an order. Remove what is not invoiced by changing the order. Where VTEX takes no change, invoice the rest, and then return what has not come back.',
  },
]

describe('an open request on an order that the seller has invoiced (help page Canceling orders; known issue 1400005)', () => {
  const simulator = useSimulator()

  it.each(INVOICED)(
    '$situation: accept and cancel are refused with the same $code, and nothing is sent',
    async ({ order, code, message, state, nextStep }) => {
      await simulator.seed({ orderId: ORDER, ...order })
      const refused = {
        ...{ state, nextStep },
        refusal: { code, message: message.replaceAll('{id}', ORDER) },
      }

      expect(await orderCancellation(simulator, ORDER)).toMatchObject(refused)
      expect(
        await decideRequest(simulator, ORDER, { accept: null })
      ).toMatchObject(refused)
      expect(await cancelOrder(simulator, ORDER)).toMatchObject(refused)
      expect(await posts(simulator)).toEqual([])
    }
  )

  it('the invoice arrives between the read and the send of an accept: the fresh read stops it', async () => {
    await simulator.seed({ orderId: ORDER, ...REQUESTED })
    // The first read shows the order as it was, and each later one shows the invoice.
    await simulator.fault({
      name: 'the order before its invoice',
      method: 'GET',
      path: `/orders/${ORDER}`,
      status: 200,
      body: {
        orderId: ORDER,
        status: 'cancellation-requested',
        origin: 'Fulfillment',
        cancellationData: { RequestedByUser: true },
      },
    })
    await simulator.seed({ orderId: ORDER, ...INVOICED[0].order })

    expect(
      (await decideRequest(simulator, ORDER, { accept: null })).refusal?.code
    ).toBe('ORDER_INVOICED')
    expect(await posts(simulator)).toEqual([])
  })

  it('a batch with acceptOwnRequests takes the second step of its own requests, and not where an invoice came between', async () => {
    const orders = ['own-0001-01', 'own-0002-01']
    const [open, invoiced] = orders

    await simulator.seed({ orderId: open, status: 'handling' })
    await simulator.seed({ orderId: invoiced, status: 'handling' })

    // Two reads justify the first step; each later one shows the seller's invoice.
    await simulator.fault({
      name: 'an invoice after the first step',
      method: 'GET',
      path: `/orders/${invoiced}`,
      skip: 2,
      times: 100,
      status: 200,
      body: {
        orderId: invoiced,
        status: 'cancellation-requested',
        origin: 'Marketplace',
        sellers: [{ id: '1' }],
        value: 12990,
        items: [{ id: '1', quantity: 1 }],
        packageAttachment: {
          packages: [
            {
              type: 'Output',
              invoiceNumber: 'N1',
              invoiceValue: 12990,
              items: [line(0, 1, 12990)],
            },
          ],
        },
      },
    })

    const { id } = await startBatch(simulator, {
      orders,
      acceptOwnRequests: true,
    })

    const rows = await untilRows(simulator, id, (read) =>
      read.every(
        ({ attempts, cancellation }) =>
          attempts === 2 || Boolean(cancellation?.refusal)
      )
    )

    expect(rows).toMatchObject([
      { orderId: open, state: 'ACCEPTED', attempts: 2 },
      {
        orderId: invoiced,
        state: 'AWAITING_DECISION',
        attempts: 1,
        cancellation: {
          nextStep: 'CHECK_AGAIN',
          refusal: { code: 'ORDER_INVOICED' },
        },
      },
    ])
    expect(
      (await simulator.omsCalls()).filter((call) => call.includes(invoiced))
    ).toEqual([
      ...[`GET ${invoiced}`, `GET ${invoiced}`, `POST ${invoiced}/cancel`],
      `GET ${invoiced}`,
    ])
    expect(await sortedPosts(simulator)).toEqual([
      ...[`POST ${open}/cancel`, `POST ${open}/cancel`],
      `POST ${invoiced}/cancel`,
    ])
  })

  it('a batch refuses them in its preview and in its run, in the same words', () =>
    expectBatch(simulator, INVOICED, [{}]))
})
