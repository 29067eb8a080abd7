import Ajv from 'ajv'

import * as schemas from './contract/schemas'
import { anOms } from './testing'

const ajv = new Ajv({ allowUnionTypes: true, strictRequired: false })
const compiled = Object.fromEntries(
  Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)])
)

type Name = keyof typeof schemas

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
    orderList: oms.list().body,
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
    [
      'order',
      'a change without a receipt',
      (body) => ({
        ...Object(body),
        changesAttachment: {
          id: 'changeAttachment',
          changesData: [
            {
              reason: '',
              discountValue: 1,
              incrementValue: 0,
              itemsAdded: [],
              itemsRemoved: [],
            },
          ],
        },
      }),
    ],
    [
      'order',
      'a compensation that is no number',
      (body) => {
        const invoice = { type: 'Input', invoiceNumber: '1', invoiceValue: 1 }
        const restitutions = {
          Refund: { value: '1', giftCardData: null, items: [] },
        }

        return {
          ...Object(body),
          packageAttachment: {
            packages: [{ ...invoice, items: [], restitutions }],
          },
        }
      },
    ],
    [
      'order',
      'a subscription that is a text',
      (body) => ({ ...Object(body), subscriptionData: 'monthly' }),
    ],
    [
      'order',
      'a seller without an endpoint',
      (body) => ({ ...Object(body), sellers: [{ id: '1', name: 'Acme' }] }),
    ],
    ['purchase', 'no list', (body) => ({ body })],
    ['purchase', 'orders without requests', () => [good.order]],
    ['orderList', 'no paging', (body) => ({ ...Object(body), paging: null })],
    [
      'orderList',
      'a row without its status',
      (body) => {
        const { list, ...rest } = Object(body)

        return { ...rest, list: [{ ...list[0], status: undefined }] }
      },
    ],
    [
      'orderList',
      'items in a row',
      (body) => {
        const { list, ...rest } = Object(body)

        return { ...rest, list: [{ ...list[0], items: [] }] }
      },
    ],
    ['receipt', 'no date', (body) => ({ ...Object(body), date: undefined })],
    ['receipt', 'a numeric code', (body) => ({ ...Object(body), receipt: 7 })],
    ['receipt', 'an empty id', (body) => ({ ...Object(body), orderId: '' })],
    [
      'transaction',
      'no status',
      (body) => ({ ...Object(body), status: undefined }),
    ],
    [
      'transaction',
      'a payment without a reference value',
      (body) => ({
        ...Object(body),
        payments: [{ id: '1', paymentSystemName: 'Visa', value: 1 }],
      }),
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
