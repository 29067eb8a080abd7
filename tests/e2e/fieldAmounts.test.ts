import type { Seed } from '../../simulator/services/oms/seed'
import {
  cameBack,
  expectBarred,
  expectBatch,
  expectOneCancel,
  line,
  ORDER,
  posts,
  sale,
  sentBodies,
  SHIRTS_AND_CAP,
} from '../support/fieldCases'
import type { Barred } from '../support/fieldCases'
import { returnInvoicedOrder } from '../support/graphql'
import { useSimulator } from '../support/simulator'

const INVOICED =
  'Order {id} is invoiced, and can be canceled only after all of it came back on a return invoice.'

const PAYS_TOO_MUCH =
  'a return of all would pay back too much. A change of the order, a second invoice of the same goods, or another total on the other side of the sale may be why. Find out which amount is right, and return the order in the Admin.'

/** Orders of which a return of what was invoiced would pay back more than they cost. */
const ABOVE_ORDER: Barred[] = [
  {
    situation: 'a change took 20.00 off after the invoice of 129.90',
    order: {
      status: 'invoiced',
      value: 10990,
      changes: [{ discountValue: 2000 }],
      packages: [
        sale('N1', { invoiceValue: 12990, items: [line(0, 1, 12990)] }),
      ],
    },
    nextStep: 'NONE',
    code: 'ORDER_INVOICED',
    message: `${INVOICED} The invoices of order {id} add up to 129.90, and the order costs 109.90 after changes that took off 20.00: ${PAYS_TOO_MUCH}`,
    parts: {
      detail: 'INVOICED_RETURN_BARRED',
      subject: null,
      grounds: [{ detail: 'INVOICES_ABOVE_LOWERED_ORDER', subject: null }],
      sums: {
        value: 10990,
        changes: -2000,
        invoiced: 12990,
        returned: 0,
        rest: null,
      },
    },
  },
  {
    situation: 'one sale of 129.90 stands under two invoice numbers',
    order: {
      status: 'invoiced',
      value: 12990,
      packages: [sale('N1'), sale('N2')],
    },
    nextStep: 'NONE',
    code: 'ORDER_INVOICED',
    message: `${INVOICED} The invoices of order {id} add up to 259.80, and the order costs 129.90: ${PAYS_TOO_MUCH}`,
  },
]

/** A change removed the cap before the shirts were invoiced: the cap cannot come back. */
const WITHOUT_THE_CAP = {
  value: 10000,
  items: SHIRTS_AND_CAP,
  changes: [
    {
      discountValue: 3000,
      itemsRemoved: [{ id: 'cap', quantity: 1, price: 3000 }],
    },
  ],
}

const SHIRTS = { invoiceValue: 10000, items: [line(0, 2, 5000)] }

/** Orders whose return is worth what was invoiced: the value of the return, and its items. */
const RETURNABLE: Array<[string, Seed, number, object[]]> = [
  [
    'interest makes the order cost 139.90, and 129.90 is invoiced',
    {
      status: 'invoiced',
      value: 13990,
      interest: 1000,
      packages: [sale('N1', { invoiceValue: 12990 })],
    },
    12990,
    [{ id: '1', quantity: 1, price: 12990 }],
  ],
  [
    'a change removed the cap, and the shirts are invoiced',
    { ...WITHOUT_THE_CAP, status: 'invoiced', packages: [sale('N1', SHIRTS)] },
    10000,
    [{ id: 'shirt', quantity: 2, price: 5000 }],
  ],
  [
    'a change removed the cap, the shirts are invoiced, and the status is still handling',
    { ...WITHOUT_THE_CAP, status: 'handling', packages: [sale('N1', SHIRTS)] },
    10000,
    [{ id: 'shirt', quantity: 2, price: 5000 }],
  ],
]

/** Orders of which all came back, although the returns do not reach the order's value. */
const WHOLE: Array<[string, Seed]> = [
  [
    'all goods came back, and the interest of 10.00 is kept',
    {
      status: 'invoiced',
      value: 13990,
      interest: 1000,
      packages: [
        sale('N1', { invoiceValue: 12990 }),
        cameBack('R9', { invoiceValue: 12990 }),
      ],
    },
  ],
  [
    'a change removed the cap, and both shirts came back for 90.00',
    {
      ...WITHOUT_THE_CAP,
      status: 'invoiced',
      packages: [
        sale('N1', SHIRTS),
        cameBack('R9', { invoiceValue: 9000, items: [line(0, 2, 4500)] }),
      ],
    },
  ],
]

describe('a return is never worth more than the order (help page How Order modifications works; known issues 1348894, 376077)', () => {
  const simulator = useSimulator()

  it.each(ABOVE_ORDER)(
    '$situation: the query and cancelOrder name both sums and no return, and nothing is sent or paid',
    (barred) => expectBarred(simulator, barred)
  )

  it.each(ABOVE_ORDER)(
    '$situation: returnInvoicedOrder sends nothing, and no refund is made',
    async ({ order, message }) => {
      await simulator.seed({ orderId: ORDER, ...order })
      const before = await simulator.book(ORDER)

      expect(await returnInvoicedOrder(simulator, ORDER)).toMatchObject({
        invoiceValue: null,
        refusal: {
          code: 'INVOICES_ABOVE_ORDER',
          message: message
            .replace(`${INVOICED} `, '')
            .replaceAll('{id}', ORDER),
        },
        cancellation: null,
      })
      expect(await posts(simulator)).toEqual([])
      expect(await simulator.book(ORDER)).toEqual(before)
    }
  )

  it('a change between the invoice and the return: VTEX has paid the change back, and nothing is sent on top', async () => {
    await simulator.seed({
      orderId: ORDER,
      status: 'invoiced',
      packages: [sale('N1')],
    })
    await simulator.change(ORDER, { discountValue: 2000 })

    expect((await simulator.book(ORDER)).paidBack).toBe(2000)
    expect((await returnInvoicedOrder(simulator, ORDER)).refusal?.code).toBe(
      'INVOICES_ABOVE_ORDER'
    )
    expect(await posts(simulator)).toEqual([])
    expect((await simulator.book(ORDER)).paidBack).toBe(2000)
  })

  it.each(RETURNABLE)(
    '%s: returnInvoicedOrder returns what was invoiced, and the shopper gets no more',
    async (_what, order, invoiceValue, items) => {
      await simulator.seed({ orderId: ORDER, ...order })

      expect(await returnInvoicedOrder(simulator, ORDER)).toMatchObject({
        invoiceValue,
        refusal: null,
      })
      expect(await posts(simulator)).toEqual([
        `POST ${ORDER}/invoice`,
        `POST ${ORDER}/cancel`,
      ])
      expect((await sentBodies(simulator))[0]).toMatchObject({
        type: 'Input',
        invoiceValue,
        items,
      })
      expect((await simulator.book(ORDER)).paidBack).toBe(invoiceValue)
    }
  )

  it.each(WHOLE)('%s: cancelOrder sends one cancel', (_what, order) =>
    expectOneCancel(simulator, order)
  )

  it('a batch refuses those above the order in its preview and in its run, and cancels only what came back whole', () =>
    expectBatch(
      simulator,
      ABOVE_ORDER,
      WHOLE.map(([, order]) => order)
    ))
})
