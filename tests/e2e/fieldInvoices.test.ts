import type { Seed } from '../../simulator/services/oms/seed'
import {
  ALL_LINES,
  expectBarred,
  expectBatch,
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

const INVOICED = { status: 'invoiced', value: 13000, items: SHIRTS_AND_CAP }

const BARS_CANCEL =
  'Order {id} is invoiced, and can be canceled only after all of it came back on a return invoice.'

const unreadable = (what: string) =>
  `The invoices of order {id} do not tell how much of it was sold and returned: ${what}. Settle this order in the Admin, where you see its invoices.`

/** What is wrong with the invoices of an invoiced order, and how the refusal names it. */
const FLAWED: Array<[string, Seed['packages'], string]> = [
  [
    'an invoice of 0.00',
    [sale('N1', { invoiceValue: 0 })],
    'invoice N1 has no readable value above 0',
  ],
  [
    'an invoice without items',
    [sale('N1', { items: [] })],
    'invoice N1 names no items',
  ],
  [
    'a line with a negative quantity',
    [sale('N1', { items: [...ALL_LINES, line(1, -1, 3000)] })],
    'invoice N1 has a line whose item, quantity or price cannot be read',
  ],
  [
    'a line with a fractional quantity',
    [sale('N1', { items: [line(0, 1.5, 5000), line(1, 1, 3000)] })],
    'invoice N1 has a line whose item, quantity or price cannot be read',
  ],
  [
    'a second document that is neither a sale nor a return (type null)',
    [sale('N1'), sale('N2', { type: null })],
    'invoice N2 says neither that goods were sold nor that they came back',
  ],
]

const UNREADABLE = FLAWED.map(
  ([situation, packages, what]): Barred => ({
    situation,
    order: { ...INVOICED, packages },
    nextStep: 'NONE',
    code: 'ORDER_INVOICED',
    message: `${BARS_CANCEL} ${unreadable(what)}`,
  })
)

/** Invoices before OMS says that all is invoiced: what they leave open bars a cancel. */
const OPEN: Barred[] = [
  {
    situation:
      'all is invoiced, and the status is still payment-approved (known issue 1372902)',
    order: { value: 12990, packages: [sale('N1')] },
    nextStep: 'RETURN_INVOICE',
    code: 'ORDER_INVOICED',
    message: `${BARS_CANCEL} Send one with returnInvoicedOrder.`,
  },
  {
    situation:
      'the cap is invoiced, and VTEX has lowered the value to it (help page Partial invoices)',
    order: {
      status: 'handling',
      value: 3000,
      authorised: 13000,
      items: SHIRTS_AND_CAP,
      packages: [sale('N1', { invoiceValue: 3000, items: [line(1, 1, 3000)] })],
    },
    nextStep: 'MODIFY_ORDER',
    code: 'ORDER_PARTIALLY_INVOICED',
    message:
      'A part of order {id} is invoiced (30.00), and OMS does not cancel such an order. Remove what is not invoiced by changing the order. Where VTEX takes no change, invoice the rest, and then return what has not come back.',
  },
  {
    situation: 'an invoice of the whole value names no items',
    order: { packages: [sale('N1', { items: [] })] },
    nextStep: 'NONE',
    code: 'INVOICES_UNREADABLE',
    message: unreadable('invoice N1 names no items'),
    parts: {
      detail: 'INVOICES_UNREADABLE',
      subject: null,
      grounds: [{ detail: 'FLAW_NO_ITEMS', subject: 'N1' }],
      sums: null,
    },
  },
  {
    situation: 'a document is neither a sale nor a return (type null)',
    order: { packages: [sale('N1', { type: null })] },
    nextStep: 'NONE',
    code: 'INVOICES_UNREADABLE',
    message: unreadable(
      'invoice N1 says neither that goods were sold nor that they came back; the order shows no invoice of its sale'
    ),
  },
]

/** Invoices that can be read: the return of all of them. */
const READABLE: Array<[string, Seed, number]> = [
  [
    'a second invoice for freight alone',
    {
      ...INVOICED,
      value: 15000,
      packages: [
        sale('N1', { invoiceValue: 13000 }),
        sale('N2', { invoiceValue: 2000, items: [] }),
      ],
    },
    15000,
  ],
  [
    'a line of quantity 0',
    {
      ...INVOICED,
      packages: [sale('N1', { items: [...ALL_LINES, line(1, 0, 3000)] })],
    },
    13000,
  ],
  [
    'a line without itemIndex, as old documents write the first item',
    {
      ...INVOICED,
      packages: [
        sale('N1', { items: [{ quantity: 2, price: 5000 }, line(1, 1, 3000)] }),
      ],
    },
    13000,
  ],
  [
    'a sale whose type is written "output"',
    { ...INVOICED, packages: [sale('N1', { type: 'output' })] },
    13000,
  ],
  [
    'all is invoiced, and the status is still payment-approved (known issue 1372902)',
    { value: 13000, items: SHIRTS_AND_CAP, packages: [sale('N1')] },
    13000,
  ],
]

describe('invoices as the field writes them', () => {
  const simulator = useSimulator()

  it.each([...UNREADABLE, ...OPEN])(
    '$situation: the query and cancelOrder say $code and what is wrong, and nothing is sent or paid',
    (barred) => expectBarred(simulator, barred)
  )

  it.each(FLAWED)(
    '%s: returnInvoicedOrder names what is wrong, and sends nothing',
    async (_what, packages, what) => {
      await simulator.seed({ orderId: ORDER, ...INVOICED, packages })

      expect(await returnInvoicedOrder(simulator, ORDER)).toMatchObject({
        invoiceValue: null,
        refusal: {
          code: 'INVOICES_UNREADABLE',
          message: unreadable(what).replaceAll('{id}', ORDER),
          retryable: false,
        },
        cancellation: null,
      })
      expect(await posts(simulator)).toEqual([])
      expect((await simulator.book(ORDER)).paidBack).toBe(0)
    }
  )

  it.each([
    ['ORDER_NOT_INVOICED', OPEN[1].order],
    ['INVOICES_UNREADABLE', OPEN[2].order],
    ['INVOICES_UNREADABLE', OPEN[3].order],
  ])(
    'before all is invoiced, returnInvoicedOrder says %s, advises no cancel, and sends nothing',
    async (code, order) => {
      await simulator.seed({ orderId: ORDER, ...order })

      const { refusal } = await returnInvoicedOrder(simulator, ORDER)

      expect(refusal?.code).toBe(code)
      expect(refusal?.message).not.toMatch(/Cancel it instead/)
      expect(await posts(simulator)).toEqual([])
    }
  )

  it.each(READABLE)(
    '%s: returnInvoicedOrder returns every piece once',
    async (_what, order, invoiceValue) => {
      await simulator.seed({ orderId: ORDER, ...order })

      expect(await returnInvoicedOrder(simulator, ORDER)).toMatchObject({
        invoiceValue,
        refusal: null,
      })
      expect((await sentBodies(simulator))[0]).toMatchObject({
        type: 'Input',
        invoiceValue,
        items: SHIRTS_AND_CAP,
      })
      expect((await simulator.book(ORDER)).paidBack).toBe(invoiceValue)
    }
  )

  it('a batch refuses each of them in its preview and in its run, in the same words', () =>
    expectBatch(simulator, [...UNREADABLE, ...OPEN], [{}]))
})
