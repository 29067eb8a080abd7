import type { Seed } from '../../simulator/services/oms/seed'
import { ORDER, posts, sale, sentBodies } from '../support/fieldCases'
import {
  cancelOrder,
  decideRequest,
  orderCancellation,
} from '../support/graphql'
import { useSimulator } from '../support/simulator'

const SIBLING = '1390000000001-02'
const GROUP = 'v1390000000001'

const CANCELED = {
  orderId: ORDER,
  status: 'canceled',
  transactionStatus: 'Canceled',
} satisfies Seed

/** Another order of the same purchase, in any form that a list may have, and what is said about it. */
const SIBLINGS: Array<[string, Seed, string]> = [
  [
    'with the status "" of VTEX\'s published example',
    { orderId: SIBLING, status: '' },
    `Order ${SIBLING} of the same purchase is not canceled: cancel it too if the whole purchase is meant.`,
  ],
  [
    'of which only the id can be read',
    { document: { orderId: SIBLING } },
    `Order ${SIBLING} of the same purchase could not be read: it may not be canceled.`,
  ],
  [
    'that is no order at all',
    { orderId: SIBLING, document: 'oops' },
    'An order of the same purchase could not be read: it may not be canceled.',
  ],
  [
    'that is invoiced',
    { orderId: SIBLING, status: 'invoiced', packages: [sale('N1')] },
    `Order ${SIBLING} of the same purchase is not canceled: it is invoiced, so return it if the whole purchase is meant.`,
  ],
  [
    "with a marketplace's id that holds spaces",
    { orderId: 'BWW-Loja Exemplo-2660650814-01', status: 'handling' },
    'Order BWW-Loja Exemplo-2660650814-01 of the same purchase is not canceled: cancel it too if the whole purchase is meant.',
  ],
  [
    'with an id that this app does not take',
    { document: { orderId: 'LOJA EXEMPLO 26606', status: 'handling' } },
    'Order LOJA EXEMPLO 26606 of the same purchase is not canceled: this app does not take its id, so cancel it in the Admin if the whole purchase is meant.',
  ],
]

describe('the other orders of a purchase', () => {
  const simulator = useSimulator(CANCELED)

  it.each(SIBLINGS)(
    'one %s is kept and told of, by the query and by cancelOrder',
    async (_what, sibling, warning) => {
      await simulator.seed({ orderGroup: GROUP, ...sibling })

      expect(await orderCancellation(simulator, ORDER)).toMatchObject({
        state: 'CANCELED',
        warnings: [warning],
      })
      expect((await cancelOrder(simulator, ORDER)).warnings).toEqual([warning])
      expect(await posts(simulator)).toEqual([])
    }
  )

  it('an order whose purchase is null says that siblings were not looked for', async () => {
    await simulator.seed({ ...CANCELED, orderGroup: null })

    expect((await orderCancellation(simulator, ORDER)).warnings).toEqual([
      'The order names no purchase, so other orders of the same one were not looked for.',
    ])
  })

  it('a row with the status "" still tells the id of its open request, which a denial needs', async () => {
    await simulator.seed({
      orderId: ORDER,
      status: 'cancellation-requested',
      origin: 'Fulfillment',
      cancellation: { requestedByUser: true },
    })
    await simulator.choose({ cancellationData: 'PascalCase' })
    await simulator.fault({
      name: 'the purchase with an empty status',
      path: 'order-group',
      times: 5,
      status: 200,
      body: [
        {
          orderId: ORDER,
          status: '',
          cancellationRequests: (
            await simulator.orders()
          ).find(({ orderId }) => orderId === ORDER)?.requests,
        },
      ],
    })

    expect(
      await decideRequest(simulator, ORDER, { deny: 'Sent already' })
    ).toMatchObject({ state: 'DENIED', refusal: null })
    expect(await sentBodies(simulator)).toEqual([
      {
        cancellationRequestId: expect.stringMatching(/^request-/),
        denyReason: 'Sent already',
      },
    ])
  })

  it('an order with the status "" is an incomplete one, as with null: cancelOrder sends one cancel, with a warning', async () => {
    await simulator.seed({ orderId: ORDER, status: '' })

    expect(await cancelOrder(simulator, ORDER)).toMatchObject({
      state: 'ACCEPTED',
      orderStatus: null,
      refusal: null,
      warnings: [
        'The order is incomplete. The platform cancels such orders by itself; OMS may not take a cancel for it.',
      ],
    })
    expect(await posts(simulator)).toEqual([`POST ${ORDER}/cancel`])
  })

  it('an order of a subscription says that the next one comes', async () => {
    await simulator.seed({ ...CANCELED, subscriptionData: { plan: {} } })

    expect((await orderCancellation(simulator, ORDER)).warnings).toEqual([
      'The order comes from a subscription, which makes the next one: cancel the subscription, too, if no more are wanted.',
    ])
  })

  it('an old order without cancellationData shows its cancelReason', async () => {
    await simulator.seed({
      ...CANCELED,
      cancellation: null,
      cancelReason: 'Wrong size bought',
    })

    expect((await orderCancellation(simulator, ORDER)).reason).toBe(
      'Wrong size bought'
    )
  })
})

describe('the payment of a canceled order (help page Transaction flow in Payments; known issues 1282965, 1163213, 1344361)', () => {
  const simulator = useSimulator()

  it.each([
    'AnalyzingRisk',
    'analyzing-risk',
    'Analyzing Risk',
    'RiskApproved',
    'Authorized',
    'Settled',
    'A word of tomorrow',
  ])(
    'in state %s may hold money, and is told of',
    async (transactionStatus) => {
      await simulator.seed({ ...CANCELED, transactionStatus })

      expect((await orderCancellation(simulator, ORDER)).warnings).toEqual([
        `The payment is not canceled: its transaction is ${transactionStatus.toLowerCase()}. Look at it in the payments module, also for a refund that was made already, before you promise one.`,
      ])
    }
  )

  it.each(['Canceled', 'Cancelled'])(
    'in state %s holds none, and nothing is said',
    async (transactionStatus) => {
      await simulator.seed({ ...CANCELED, transactionStatus })

      expect(await orderCancellation(simulator, ORDER)).toMatchObject({
        nextStep: 'NONE',
        warnings: [],
      })
    }
  )

  it('that another order of the purchase shares is said to be shared', async () => {
    const shared = { ...CANCELED, transactionId: 'T-1' }

    await simulator.seed(shared)
    await simulator.seed({ ...shared, orderId: SIBLING, orderGroup: GROUP })

    expect((await orderCancellation(simulator, ORDER)).warnings).toEqual([
      'The payment is shared with other orders of the same purchase: it is given back whole only when all of them are canceled.',
    ])
  })
})
