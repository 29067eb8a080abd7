import { readFileSync } from 'fs'
import { join } from 'path'

import { anOms } from './testing'

/** Published orders of VTEX's documentation and of public reports, reduced to the fields that decide. */
const PUBLISHED = [
  'canceled-without-data-2019',
  'external-seller-stopped-2025',
  'group-empty-status-1',
  'group-empty-status-2',
  'invoiced-without-itemindex-2013',
]

interface PublishedOrder {
  orderId: string
  orderGroup?: string
  status: string
  packageAttachment?: { packages?: unknown[] }
}

const published = (name: string): PublishedOrder =>
  JSON.parse(readFileSync(join(__dirname, 'fixtures', `${name}.json`), 'utf8'))

describe('an order that is seeded with a whole document', () => {
  it.each(PUBLISHED)('is read as it is: %s', (name) => {
    const oms = anOms()
    const document = published(name)

    oms.orders.add({ document })

    expect(oms.order(document.orderId)).toEqual({ status: 200, body: document })
    oms.clock.advance(365 * 86_400)
    expect(oms.order(document.orderId).body).toEqual(document)
  })

  it('is a row of its purchase as it is, also without a readable id or status', () => {
    const oms = anOms()
    const first = published('group-empty-status-1')
    const second = published('group-empty-status-2')
    const { orderId: _, ...anonymous } = second
    const rows = [first, second]
    const foreign = [{ ...anonymous, status: 7 }, null, 'row']

    rows.forEach((document) => oms.orders.add({ document }))
    foreign.forEach((document) =>
      oms.orders.add({ document, orderGroup: 'v71425090str' })
    )

    expect(oms.purchase('v71425090str')).toEqual({
      status: 200,
      body: [...rows, ...foreign],
    })
  })

  it('shows what a cancel changes, and everything else as it is', () => {
    const oms = anOms()
    const document = published('group-empty-status-1')

    oms.orders.add({ document })
    expect(
      oms.cancel(document.orderId, { reason: 'Twice' }).body
    ).toMatchObject({ orderId: '00-v71425090str-01' })
    oms.clock.advance(2)

    const canceledAt = oms.orders.find(document.orderId)?.lastChange

    expect(oms.order(document.orderId).body).toEqual({
      ...document,
      status: 'canceled',
      lastChange: canceledAt,
      allowCancellation: false,
      cancelReason: 'Twice',
      cancellationData: expect.objectContaining({ reason: 'Twice' }),
    })
    expect(oms.orders.book(document.orderId)).toEqual({
      authorised: 0,
      captured: 0,
      paidBack: 0,
      entries: [],
      goods: {},
    })
  })

  it('shows a return beside its own invoices, which stay as they are', () => {
    const oms = anOms()
    const document = published('invoiced-without-itemindex-2013')
    const { orderId } = document

    oms.orders.add({ document })
    expect(oms.orders.book(orderId)).toMatchObject({
      captured: 4689,
      goods: {
        2000013820: { sent: 1, cameBack: 0 },
        2000013808: { sent: 1, cameBack: 0 },
      },
    })

    oms.invoice(
      {
        type: 'Input',
        invoiceNumber: 'R1',
        invoiceValue: 4689,
        items: ['2000013820', '2000013808'].map((id) => ({
          id,
          quantity: 1,
          price: 1,
        })),
      },
      orderId
    )

    expect(oms.order(orderId).body).toEqual({
      ...document,
      allowCancellation: true,
      packageAttachment: {
        packages: [
          ...(document.packageAttachment?.packages ?? []),
          expect.objectContaining({ type: 'Input', invoiceNumber: 'R1' }),
        ],
      },
    })
    expect(oms.orders.book(orderId)).toMatchObject({
      paidBack: 4689,
      goods: { 2000013820: { cameBack: 1 }, 2000013808: { cameBack: 1 } },
    })
  })

  it('has a payment whose status the seed may name', () => {
    const oms = anOms()
    const document = published('canceled-without-data-2019')

    oms.orders.add({ document })
    expect(oms.transaction(document.orderId).body).toMatchObject({
      status: 'Canceled',
    })
    oms.orders.add({ document, transactionStatus: 'AnalyzingRisk' })
    expect(oms.transaction(document.orderId).body).toMatchObject({
      status: 'AnalyzingRisk',
    })
  })

  it.each([
    ['camelCase', { cancellationRequestId: 'newer' }],
    ['PascalCase', { CancellationRequestId: 'newer' }],
  ])(
    'has its open request named by cancellation data in %s, and only that one is denied',
    (_spelling, cancellationData) => {
      const oms = anOms()
      const requests = ['newer', 'older'].map((id) => ({
        id,
        reason: 'Twice',
        requestedByUser: true,
        deniedBySeller: false,
      }))

      oms.orders.add({
        document: {
          orderId: '1-01',
          origin: 'Fulfillment',
          status: 'cancellation-requested',
          value: 100,
          cancellationData,
          cancellationRequests: requests,
        },
      })

      expect(oms.deny('older', '1-01').status).toBe(400)
      expect(oms.status('1-01')).toBe('cancellation-requested')
      expect(oms.deny('newer', '1-01').status).toBe(200)
      expect(oms.orders.find('1-01')?.requests).toMatchObject([
        { id: 'newer', deniedBySeller: true, deniedBySellerReason: 'Sent' },
        { id: 'older', deniedBySeller: false },
      ])
    }
  )

  it('of an external seller that stopped in invoice is canceled, or not, as a switch says', () => {
    const document = published('external-seller-stopped-2025')
    const works = anOms()
    const refused = anOms({ cancelOfFailedCapture: 'refused' })

    works.orders.add({ document })
    refused.orders.add({ document })

    expect(works.cancel(document.orderId).status).toBe(200)
    expect(refused.cancel(document.orderId).status).toBe(409)
    expect(refused.order(document.orderId).body).toEqual(document)
  })
})
