import type { Seed } from '../../simulator/services/oms/seed'
import { returnInvoicedOrder } from '../support/graphql'
import {
  ALL_LINES,
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
import { useSimulator } from '../support/simulator'

const INVOICED = { status: 'invoiced', value: 12990 } as const
const SHIRTS_AND_CAP_INVOICED = {
  status: 'invoiced',
  value: 13000,
  items: SHIRTS_AND_CAP,
} as const

const INCOMPLETE =
  'A cancel would give up what is still out. Return the rest first, with returnInvoicedOrder.'

const RETURN_OF_A_PART: Seed = {
  ...INVOICED,
  packages: [sale('N1'), cameBack('R9', { invoiceValue: 500, items: [] })],
}

/** The invoices of an order of which a part came back: a cancel would pay all of it back. */
const NOT_WHOLE: Barred[] = [
  {
    situation: '5.00 of 129.90 came back, on a return without items',
    order: RETURN_OF_A_PART,
    nextStep: 'RETURN_INVOICE',
    code: 'RETURN_INCOMPLETE',
    message: `Order {id} did not come back whole: returns of 5.00 stand against invoices of 129.90. ${INCOMPLETE}`,
  },
  {
    situation: 'the cap came back, and the two shirts did not',
    order: {
      ...SHIRTS_AND_CAP_INVOICED,
      packages: [
        sale('N1'),
        cameBack('R9', { invoiceValue: 3000, items: [line(1, 1, 3000)] }),
      ],
    },
    nextStep: 'RETURN_INVOICE',
    code: 'RETURN_INCOMPLETE',
    message: `Order {id} did not come back whole: returns of 30.00 stand against invoices of 130.00. ${INCOMPLETE}`,
  },
  {
    situation: 'a goodwill document (isCompensation) paid 5.00',
    order: {
      ...INVOICED,
      packages: [
        sale('N1'),
        cameBack('R9', { invoiceValue: 500, isCompensation: true }),
      ],
    },
    nextStep: 'RETURN_INVOICE',
    code: 'RETURN_INCOMPLETE',
    message: `Order {id} did not come back whole: returns of 5.00 stand against invoices of 129.90. ${INCOMPLETE}`,
  },
  {
    situation: 'a return has neither an amount nor items',
    order: {
      ...INVOICED,
      packages: [sale('N1'), cameBack('R9', { invoiceValue: null, items: [] })],
    },
    nextStep: 'NONE',
    code: 'RETURN_INCOMPLETE',
    message:
      'It cannot be told how much of order {id} came back: invoice R9 has no readable value above 0. A cancel could give up what is still out. Settle this order in the Admin, where you see its invoices.',
  },
]

/** Orders that came back whole, by value or by pieces. */
const WHOLE: Array<[string, Seed]> = [
  [
    'all of the value came back, on a return without items',
    {
      ...INVOICED,
      packages: [sale('N1'), cameBack('R9', { items: [] })],
    },
  ],
  [
    'two returns make up the value',
    {
      ...INVOICED,
      packages: [
        sale('N1'),
        cameBack('R9', { invoiceValue: 500, items: [] }),
        cameBack('R10', { invoiceValue: 12490, items: [] }),
      ],
    },
  ],
  [
    'every piece came back, and the freight of 20.00 is kept',
    {
      ...SHIRTS_AND_CAP_INVOICED,
      value: 15000,
      packages: [
        sale('N1', { invoiceValue: 15000, items: ALL_LINES }),
        cameBack('R9', { invoiceValue: 13000, items: ALL_LINES }),
      ],
    },
  ],
]

/** What is left to return, after what came back already. */
const REST: Array<[string, Seed, number, object[], number]> = [
  [
    'a goodwill document of 5.00',
    NOT_WHOLE[2].order,
    12490,
    [{ id: '1', quantity: 1, price: 12490 }],
    12990,
  ],
  [
    'a return of the cap',
    NOT_WHOLE[1].order,
    10000,
    [{ id: 'shirt', quantity: 2, price: 5000 }],
    13000,
  ],
]

describe('an invoiced order of which only a part came back (known issues 1409506, 519576)', () => {
  const simulator = useSimulator()

  it.each(NOT_WHOLE)(
    '$situation: the query and cancelOrder say $code, and nothing is sent or paid',
    (barred) => expectBarred(simulator, barred)
  )

  it('the cancel after returnInvoicedOrder is not sent either, where the return of that number is the part', async () => {
    await simulator.seed({ orderId: ORDER, ...RETURN_OF_A_PART })

    expect(
      await returnInvoicedOrder(simulator, ORDER, { invoiceNumber: 'R9' })
    ).toMatchObject({
      invoiceValue: 500,
      refusal: null,
      cancellation: {
        state: 'NOT_REQUESTED',
        nextStep: 'RETURN_INVOICE',
        refusal: { code: 'RETURN_INCOMPLETE' },
      },
    })
    expect(await posts(simulator)).toEqual([])
    expect((await simulator.book(ORDER)).paidBack).toBe(500)
  })

  it.each(REST)(
    'after %s, returnInvoicedOrder returns the rest and cancels, and the shopper gets no more than the order',
    async (_what, order, invoiceValue, items, paidBack) => {
      await simulator.seed({ orderId: ORDER, ...order })

      expect(
        await returnInvoicedOrder(simulator, ORDER, { invoiceNumber: 'R77' })
      ).toMatchObject({
        invoiceValue,
        refusal: null,
        cancellation: { state: 'ACCEPTED', refusal: null },
      })
      expect(await posts(simulator)).toEqual([
        `POST ${ORDER}/invoice`,
        `POST ${ORDER}/cancel`,
      ])
      expect((await sentBodies(simulator))[0]).toMatchObject({
        type: 'Input',
        invoiceNumber: 'R77',
        invoiceValue,
        items,
      })
      expect((await simulator.book(ORDER)).paidBack).toBe(paidBack)
    }
  )

  it.each(WHOLE)('%s: cancelOrder sends one cancel', (_what, order) =>
    expectOneCancel(simulator, order)
  )

  it('a batch refuses them in its preview and in its run, and cancels only what came back whole', () =>
    expectBatch(
      simulator,
      NOT_WHOLE,
      WHOLE.map(([, order]) => order)
    ))
})
