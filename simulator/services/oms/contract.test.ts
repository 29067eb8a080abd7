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

const SITUATIONS: Array<[string, Seed]> = [
  ...STATUSES.map((status): [string, Seed] => [String(status), { status }]),
  ...STUCK.map((stuck): [string, Seed] => [`stuck: ${stuck}`, { stuck }]),
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
        expectValid('purchase', oms.purchase(orderGroup))

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

  it('to a read of the payment transaction', () => {
    const oms = anOms()

    oms.seed({})
    expectValid('transaction', oms.transaction())
  })
})

describe('the schemas accept what OMS sends and refuse what it does not send', () => {
  const oms = anOms()

  oms.seed({
    status: 'handling',
    packages: [{ type: 'Output', invoiceNumber: '1' }],
  })

  const good: Record<Name, unknown> = {
    order: oms.order().body,
    purchase: oms.purchase('v1390000000001').body,
    receipt: {
      date: '2014-02-07T15:22:56.7612218-02:00',
      orderId: '1',
      receipt: null,
    },
    transaction: oms.transaction().body,
    failure: { error: { code: '1', message: 'No', exception: null } },
  }

  it.each(Object.keys(schemas) as Name[])('accept a valid %s', (name) => {
    expect(compiled[name](good[name])).toBe(true)
  })

  it.each<[Name, string, (body: unknown) => unknown]>([
    ['order', 'no id', (body) => ({ ...Object(body), orderId: undefined })],
    ['order', 'a numeric status', (body) => ({ ...Object(body), status: 7 })],
    [
      'order',
      'an unknown origin',
      (body) => ({ ...Object(body), origin: 'Seller' }),
    ],
    [
      'order',
      'a value that is a string',
      (body) => ({ ...Object(body), value: '12990' }),
    ],
    [
      'order',
      'a date that is not ISO 8601',
      (body) => ({ ...Object(body), lastChange: 'now' }),
    ],
    ['order', 'no sellers', (body) => ({ ...Object(body), sellers: [] })],
    [
      'order',
      'a package of an unknown type',
      (body) => ({
        ...Object(body),
        packageAttachment: { packages: [{ type: 'Gift' }] },
      }),
    ],
    [
      'order',
      'an incomplete cancellation',
      (body) => ({ ...Object(body), cancellationData: {} }),
    ],
    ['purchase', 'no list', (body) => ({ body })],
    ['purchase', 'orders without requests', () => [good.order]],
    ['receipt', 'no date', (body) => ({ ...Object(body), date: undefined })],
    ['receipt', 'a numeric code', (body) => ({ ...Object(body), receipt: 7 })],
    ['receipt', 'an empty id', (body) => ({ ...Object(body), orderId: '' })],
    [
      'transaction',
      'no status',
      (body) => ({ ...Object(body), status: undefined }),
    ],
    [
      'failure',
      'no code',
      () => ({ error: { message: 'No', exception: null } }),
    ],
    [
      'failure',
      'an exception',
      () => ({ error: { code: '1', message: '', exception: {} } }),
    ],
  ])('refuse the %s with %s', (name, _what, spoil) => {
    expect(compiled[name](JSON.parse(JSON.stringify(spoil(good[name]))))).toBe(
      false
    )
  })
})
