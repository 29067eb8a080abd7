import { CALLERS } from '../../callers'
import { Clock } from '../../clock'
import type { SimulatedReply } from '../../edge/exchange'
import { Grants } from '../grants'
import { oms } from './oms'
import type { Seed } from './seed'
import { OrderStore } from './store'
import type { OmsSwitches } from './switches'

const HOST = 'portal.vtexcommercestable.com.br'
const ORDERS = '/api/oms/pvt/orders'

/** The id of the order that the tests use. */
export const ORDER = '1390000000001-01'

/** Creates an OMS for one test. Its clock is stopped until the test advances it. */
export function anOms(switches: Partial<OmsSwitches> = {}) {
  const clock = new Clock()

  clock.stop()

  const orders = new OrderStore(clock)
  const grants = new Grants()
  const service = oms({ orders, grants })

  Object.assign(orders.switches.values, switches)

  const call = (
    method: string,
    path: string,
    {
      body,
      as = 'operator',
      query = {},
    }: { body?: unknown; as?: string; query?: Record<string, string> } = {}
  ) =>
    service({
      method,
      host: HOST,
      url: `http://${HOST}${path}`,
      path,
      query: { an: 'acme', ...query },
      headers: {
        vtexidclientautcookie: CALLERS.find(({ key }) => key === as)?.token,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body ?? {}),
    }) as SimulatedReply

  return {
    clock,
    orders,
    grants,
    call,
    seed: (seed: Seed = {}) => orders.add({ orderId: ORDER, ...seed }),
    status: (orderId = ORDER) => orders.find(orderId)?.status,
    book: (orderId = ORDER) => orders.book(orderId),
    /** Asks for the list of orders. */
    list: (query: Record<string, string> = {}, as?: string) =>
      call('GET', ORDERS, { query, as }),
    order: (orderId = ORDER) => call('GET', `${ORDERS}/${orderId}`),
    purchase: (group: string) => call('GET', `${ORDERS}/order-group/${group}`),
    transaction: (orderId = ORDER) =>
      call('GET', `${ORDERS}/${orderId}/payment-transaction`),
    cancel: (orderId = ORDER, body: object = {}) =>
      call('POST', `${ORDERS}/${orderId}/cancel`, { body }),
    deny: (requestId: string, orderId = ORDER) =>
      call(
        'POST',
        `/api/orders/pvt/document/${orderId}/deny-cancellation-request`,
        { body: { cancellationRequestId: requestId, denyReason: 'Sent' } }
      ),
    invoice: (body: object, orderId = ORDER) =>
      call('POST', `${ORDERS}/${orderId}/invoice`, {
        body: { issuanceDate: '2026-11-24T12:00:00Z', ...body },
      }),
  }
}

/** Builds a sale's invoice for one piece of the order's one item. */
export const saleInvoice = (invoiceNumber: string, invoiceValue: number) => ({
  type: 'Output',
  invoiceNumber,
  invoiceValue,
  items: [{ id: '1', price: invoiceValue, quantity: 1 }],
})

/** Builds a return invoice for one piece of the order's one item. */
export const returnInvoice = (invoiceNumber: string, invoiceValue: number) => ({
  ...saleInvoice(invoiceNumber, invoiceValue),
  type: 'Input',
})

/** Reads an order's status several times, with a fixed number of seconds between the reads. */
export function statusesOf(
  { clock, status }: Pick<ReturnType<typeof anOms>, 'clock' | 'status'>,
  { everySeconds, times }: { everySeconds: number; times: number },
  orderId = ORDER
): Array<string | null | undefined> {
  return Array.from({ length: times }, () => {
    const now = status(orderId)

    clock.advance(everySeconds)

    return now
  })
}
