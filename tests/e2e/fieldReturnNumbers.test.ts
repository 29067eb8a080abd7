import { cameBack, ORDER, posts, sale, sentBodies } from '../support/fieldCases'
import { cancelOrder, returnInvoicedOrder } from '../support/graphql'
import { useSimulator } from '../support/simulator'

const INVOICED = {
  orderId: ORDER,
  status: 'invoiced',
  value: 12990,
  packages: [sale('N1')],
}

/** The numbers of the return app, and of Argentina's invoices. */
const FOREIGN_NUMBERS = [
  '5f0f7c1e-8f4b-4d0e-9a55-0f3f6a1f9a01',
  '0001-00001234',
]

/** A seller outside VTEX: its invoices stand on the marketplace's order. */
const OUTSIDER = [
  {
    id: 'MKTP',
    name: 'Outside',
    fulfillmentEndpoint: 'https://external.example/api',
  },
]

describe('a return invoice', () => {
  const simulator = useSimulator(INVOICED)

  it.each(FOREIGN_NUMBERS)(
    'that is on the order already is adopted under any number, here %s: only the cancel is sent',
    async (invoiceNumber) => {
      await simulator.seed({
        ...INVOICED,
        packages: [sale('N1'), cameBack(invoiceNumber)],
      })

      expect(
        await returnInvoicedOrder(simulator, ORDER, { invoiceNumber })
      ).toMatchObject({
        invoiceNumber,
        invoiceValue: 12990,
        refusal: null,
        cancellation: { state: 'ACCEPTED' },
      })
      expect(await posts(simulator)).toEqual([`POST ${ORDER}/cancel`])
      expect((await simulator.book(ORDER)).paidBack).toBe(12990)
    }
  )

  it.each(FOREIGN_NUMBERS)(
    'that is new is refused under a number with dashes, here %s, and not sent',
    async (invoiceNumber) => {
      expect(
        (await returnInvoicedOrder(simulator, ORDER, { invoiceNumber })).refusal
      ).toMatchObject({
        code: 'INVALID_INPUT',
        message:
          'The number of a new return invoice has 1 to 50 letters and digits, and nothing else. Nothing was sent to OMS.',
      })
      expect(await posts(simulator)).toEqual([])
    }
  )

  it.each([
    [
      '30 February',
      '2026-02-30T10:00:00Z',
      'The issuance date is no ISO 8601 date with a time, such as 2026-01-31T18:25:43-05:00.',
    ],
    [
      'a date a century ahead',
      '2126-11-20T10:00:00Z',
      'The issuance date is more than a year from now.',
    ],
    [
      'a date a century before the sale',
      '1926-11-20T10:00:00Z',
      'The issuance date is more than a year before the order was placed.',
    ],
  ])(
    'with %s is refused, and not sent',
    async (_what, issuanceDate, problem) => {
      expect(
        (await returnInvoicedOrder(simulator, ORDER, { issuanceDate })).refusal
      ).toMatchObject({
        code: 'INVALID_INPUT',
        message: `${problem} Nothing was sent to OMS.`,
      })
      expect(await posts(simulator)).toEqual([])
      expect((await simulator.book(ORDER)).paidBack).toBe(0)
    }
  )

  it('that OMS answers with 400 is refused with every sum that is known, and makes no refund', async () => {
    await simulator.fault({
      name: '400',
      method: 'POST',
      path: '/invoice',
      status: 400,
      body: { error: { message: 'no' } },
    })

    expect((await returnInvoicedOrder(simulator, ORDER)).refusal).toEqual({
      code: 'NOT_CANCELLABLE',
      message: `OMS does not take a return invoice for order ${ORDER}. Its status was "invoiced". The return was worth 129.90; its invoices add up to 129.90, other returns and compensations to 0.00, changes to 0.00, and it costs 129.90. OMS refuses a return of more than is left, and after a change it may count that change twice (VTEX known issue 1409506): compare them in the Admin.`,
      detail: 'RETURN_REFUSED',
      subject: 'invoiced',
      grounds: [],
      sums: {
        value: 12990,
        changes: 0,
        invoiced: 12990,
        returned: 0,
        rest: 12990,
      },
      retryable: false,
      retryAfterSeconds: null,
    })
    expect(await posts(simulator)).toEqual([`POST ${ORDER}/invoice`])
    expect((await simulator.book(ORDER)).paidBack).toBe(0)
  })

  it('of three calls at once, two under A1 and one under B1, is sent once; B1 is told of the other return and never to cancel instead', async () => {
    const answers = await Promise.all(
      ['A1', 'B1', 'A1'].map((invoiceNumber) =>
        returnInvoicedOrder(simulator, ORDER, { invoiceNumber })
      )
    )

    const bodies = (await sentBodies(simulator)) as Array<{
      type?: string
      invoiceNumber?: string
    }>

    const sent = bodies.filter(({ type }) => type === 'Input')

    expect(sent).toHaveLength(1)
    expect((await simulator.book(ORDER)).paidBack).toBe(12990)

    for (const { invoiceNumber, refusal } of answers) {
      expect(refusal?.code).toBe(
        invoiceNumber === sent[0].invoiceNumber ? undefined : 'CONFLICT'
      )
      expect(refusal?.message ?? '').not.toMatch(/Cancel it instead/)
    }
  })

  it("of a seller that is no VTEX account is sent on the marketplace's order, where its invoice stands", async () => {
    await simulator.seed({ ...INVOICED, sellers: OUTSIDER })

    expect(await cancelOrder(simulator, ORDER)).toMatchObject({
      nextStep: 'RETURN_INVOICE',
      refusal: { code: 'ORDER_INVOICED' },
    })
    expect(await returnInvoicedOrder(simulator, ORDER)).toMatchObject({
      invoiceValue: 12990,
      refusal: null,
      cancellation: { state: 'ACCEPTED' },
    })
    expect(await posts(simulator)).toEqual([
      `POST ${ORDER}/invoice`,
      `POST ${ORDER}/cancel`,
    ])
  })

  it('of a seller that is another VTEX account is not sent here, and the cancel names that account as its next step', async () => {
    await simulator.seed({
      ...INVOICED,
      sellers: [{ id: 'globex', name: 'Globex' }],
    })

    const there =
      'This account cannot send a return invoice for order 1390000000001-01: do it on the account that ships it and sent its invoice.'

    expect(await cancelOrder(simulator, ORDER)).toMatchObject({
      nextStep: 'NONE',
      refusal: {
        code: 'ORDER_INVOICED',
        message: `Order ${ORDER} is invoiced, and can be canceled only after all of it came back on a return invoice. ${there}`,
      },
    })
    expect((await returnInvoicedOrder(simulator, ORDER)).refusal).toMatchObject(
      { code: 'WRONG_ACCOUNT', message: there }
    )
    expect(await posts(simulator)).toEqual([])
  })
})
