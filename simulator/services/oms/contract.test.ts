import Ajv from 'ajv'

import type { SimulatedReply } from '../../edge/exchange'
import * as schemas from './contract/schemas'
import { SEEDS } from './seeds'
import type { Seed, StuckIssue } from './seed'
import { anOms, ORDER } from './testing'

const ajv = new Ajv({ allowUnionTypes: true, strictRequired: false })
const compiled = Object.fromEntries(
  Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)])
)

type Name = keyof typeof schemas

function expectValid(name: Name, { body }: SimulatedReply) {
  const validate = compiled[name]

  // Validates the body in the form that is sent.
  validate(JSON.parse(JSON.stringify(body)))
  expect(validate.errors).toBeNull()
}

const STATUSES = [
  null,
  'order-created',
  'payment-approved',
  'window-to-cancel',
  'ready-for-handling',
  'start-handling',
  'handling',
  'invoice',
  'invoiced',
  'request-cancel',
  'waiting-for-seller-decision',
  'cancellation-requested',
  'cancellation-request-denied-ffm',
  'cancel',
  'canceled',
  'replaced',
  'a-status-of-tomorrow',
]

const STUCK: StuckIssue[] = [
  '1400005',
  '1089344',
  '1198719',
  '1004978',
  'transaction',
  'payment kept',
]

const REMOVED = {
  id: '1',
  name: 'T-shirt',
  quantity: 1,
  price: 2000,
  unitMultiplier: null,
}

const MONEY: Array<[string, Seed]> = [
  ['an empty status', { status: '' }],
  ['no purchase', { orderGroup: null }],
  ['interest', { interest: 500 }],
  ['a shared payment', { transactionId: 'T-1' }],
  ['a change', { changes: [{ discountValue: 2000, itemsRemoved: [REMOVED] }] }],
  [
    'a compensation',
    {
      status: 'invoiced',
      packages: [
        { type: 'Output', invoiceNumber: '1' },
        {
          type: 'Input',
          invoiceNumber: 'R1',
          invoiceValue: 500,
          isCompensation: true,
        },
      ],
    },
  ],
  ['a subscription', { subscriptionData: { SubscriptionGroupId: null } }],
  [
    'a seller that is no VTEX account',
    {
      sellers: [
        {
          id: 'MKTP',
          name: 'Elsewhere',
          fulfillmentEndpoint: 'https://external.example/api',
        },
      ],
    },
  ],
]

const SITUATIONS: Array<[string, Seed]> = [
  ...STATUSES.map((status): [string, Seed] => [String(status), { status }]),
  ...STUCK.map((stuck): [string, Seed] => [`stuck: ${stuck}`, { stuck }]),
  ...MONEY,
  ...SEEDS.map((seed): [string, Seed] => [seed.about ?? '', seed]),
]

describe('a reply of the simulated OMS matches the schema of its endpoint', () => {
  it.each(SITUATIONS)(
    'before and after a cancel of an order: %s',
    (_what, given) => {
      const oms = anOms()
      const { orderGroup } = oms.seed(given)

      for (const seconds of [0, 2, 2, 60, 31 * 86_400]) {
        oms.clock.advance(seconds)
        expectValid('order', oms.order())
        expectValid('purchase', oms.purchase(String(orderGroup)))
        expectValid('orderList', oms.list({ q: ORDER }))

        const reply = oms.cancel()

        expectValid(reply.status === 200 ? 'receipt' : 'failure', reply)
      }
    }
  )

  it.each(['camelCase', 'PascalCase'] as const)(
    'with cancellation data in %s',
    (cancellationData) => {
      const oms = anOms({ cancellationData, requestsShownOn: 'everywhere' })

      oms.seed({ status: 'handling' })
      oms.cancel()

      expectValid('order', oms.order())
      expect(
        Object.keys(
          (oms.order().body as { cancellationData: object }).cancellationData
        )
      ).toContain(
        cancellationData === 'camelCase' ? 'requestedByUser' : 'RequestedByUser'
      )
    }
  )

  it('as a list of orders: with all orders, with none, and where it refuses the query', () => {
    const oms = anOms()

    expectValid('orderList', oms.list({ per_page: '100' }))
    expectValid('orderList', oms.list({ q: 'no order' }))
    expectValid('failure', oms.list({ page: '31' }))
  })

  it('as a receipt with a code, and as one without', () => {
    const oms = anOms()

    oms.seed({})
    expectValid('receipt', oms.cancel())

    oms.seed({ withoutReceipt: true })
    expect(oms.cancel().body).toMatchObject({ receipt: null })
  })

  it('to a denial, which has no body, and to a read that shows the denial', () => {
    const oms = anOms()

    oms.seed({ status: 'handling' })
    oms.cancel()

    const [request] = oms.orders.find(ORDER)?.requests ?? []

    expect(oms.deny(request.id)).toEqual({ status: 200 })
    expectValid('purchase', oms.purchase('v1390000000001'))
  })

  it('to an invoice, and to a read that shows the invoice', () => {
    const oms = anOms()

    oms.seed({ status: 'handling' })

    const items = [{ id: '1', price: 12990, quantity: 1 }]
    const sale = { type: 'Output', invoiceNumber: '1', invoiceValue: 12990 }

    expectValid('receipt', oms.invoice({ ...sale, items }))
    expectValid('order', oms.order())
    expectValid('failure', oms.invoice({ type: 'Gift' }))
  })

  it('to a read of an order that was changed after its invoice', () => {
    const oms = anOms()

    oms.seed({
      status: 'invoiced',
      packages: [{ type: 'Output', invoiceNumber: '1' }],
    })
    oms.orders.change({
      orderId: ORDER,
      discountValue: 2000,
      itemsRemoved: [{ id: '1', quantity: 1 }],
    })

    expectValid('order', oms.order())
  })

  it.each(MONEY)(
    'to a read of the payment transaction of an order with %s',
    (_what, seed) => {
      const oms = anOms()

      oms.seed(seed)
      expectValid('transaction', oms.transaction())
    }
  )
})
