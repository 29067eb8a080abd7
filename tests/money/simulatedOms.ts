import { APP_TOKEN } from '../../simulator/callers'
import type { SimulatedReply } from '../../simulator/edge/exchange'
import { Grants } from '../../simulator/services/grants'
import { oms } from '../../simulator/services/oms/oms'
import { OrderStore } from '../../simulator/services/oms/store'

const HOST = 'portal.vtexcommercestable.com.br'
const ORDERS = '/api/oms/pvt/orders'

/** The paths of OMS, written down here once more: the campaign trusts none of the app's own. */
export const PATHS = {
  order: (id: string) => `${ORDERS}/${id}`,
  purchase: (group: string) => `${ORDERS}/order-group/${group}`,
  transaction: (id: string) => `${ORDERS}/${id}/payment-transaction`,
  cancel: (id: string) => `${ORDERS}/${id}/cancel`,
  invoice: (id: string) => `${ORDERS}/${id}/invoice`,
  deny: (id: string) =>
    `/api/orders/pvt/document/${id}/deny-cancellation-request`,
}

/** The simulated OMS, called in this process and answering at once. */
export class SimulatedOms {
  public readonly orders: OrderStore
  private readonly answer: ReturnType<typeof oms>

  constructor(nowMs: () => number) {
    this.orders = new OrderStore({ nowMs })
    this.answer = oms({ orders: this.orders, grants: new Grants() })
  }

  /** Chooses among the answers to what VTEX does not document. */
  public choose(random: () => number) {
    const { values } = this.orders.switches
    const pick = <T>(...list: T[]): T =>
      list[Math.floor(random() * list.length)]

    values.statusRefusal = pick(409, 400)
    values.cancelOfCanceled = pick('refused', 'received')
    values.cancelAfterReturn = pick('works', 'works', 'refused')
    values.valueAfterPartialInvoice = pick('invoiced', 'invoiced', 'kept')
    values.returnAboveTotal = pick('refused', 'paid')
    values.requestsShownOn = pick('purchase', 'everywhere')
    values.cancellationData = pick('camelCase', 'camelCase', 'PascalCase')
    values.receiptNames = pick('seller', 'order')
    // The app counts on it that OMS carries out what it never confirmed within 40 s: see faults.ts.
    values.cancelShownAfterSeconds = pick(0, 0, 0, 5, 10)
    values.invoiceShownAfterSeconds = pick(0, 0, 0, 5, 90)
  }

  public call(
    method: 'GET' | 'POST',
    path: string,
    body: object = {}
  ): SimulatedReply {
    return this.answer({
      method,
      host: HOST,
      path,
      url: `http://${HOST}${path}`,
      query: { an: 'acme' },
      headers: { vtexidclientautcookie: APP_TOKEN },
      body: JSON.stringify(body),
    })
  }
}
