import type { Seed } from '../../simulator/services/oms/seed'
import { returnInvoicedOrder } from '../support/graphql'
import { ageJournal, outcomesOf } from '../support/journal'
import { sorted } from '../support/lists'
import { useSimulator } from '../support/simulator'

const ORDER = '1390000000001-01'
const READ = `GET ${ORDER}`
const INVOICE = `POST ${ORDER}/invoice`
const CANCEL = `POST ${ORDER}/cancel`

/** Two T-shirts of one SKU in two packages, and a cap. The value includes the freight. */
const INVOICED = {
  orderId: ORDER,
  status: 'invoiced',
  value: 15000,
  items: [
    { id: 'shirt', quantity: 2, price: 5000 },
    { id: 'cap', quantity: 1, price: 3000 },
  ],
  packages: [
    {
      type: 'Output',
      invoiceNumber: '1001',
      invoiceValue: 6000,
      items: [{ itemIndex: 0, quantity: 1, price: 5000 }],
    },
    {
      type: 'Output',
      invoiceNumber: '1002',
      invoiceValue: 9000,
      items: [
        { itemIndex: 0, quantity: 1, price: 5000 },
        { itemIndex: 1, quantity: 1, price: 3000 },
      ],
    },
  ],
} satisfies Seed

describe('returnInvoicedOrder', () => {
  const simulator = useSimulator(INVOICED)

  const posts = async () =>
    (await simulator.omsCalls()).filter((call) => call.startsWith('POST'))

  it('sends one return invoice for the whole order, with one line for each SKU, and then cancels', async () => {
    const answer = await returnInvoicedOrder(simulator, ORDER, {
      invoiceNumber: 'R77',
      issuanceDate: '2026-11-20T10:00:00-03:00',
      reason: 'Returned',
    })

    expect(answer).toMatchObject({
      cacheId: ORDER,
      orderId: ORDER,
      invoiceNumber: 'R77',
      invoiceValue: 15000,
      date: expect.any(String),
      receipt: expect.stringMatching(/^[0-9a-f]{32}$/),
      refusal: null,
      cancellation: {
        state: 'ACCEPTED',
        reason: 'Returned',
        receipt: expect.any(String),
        refusal: null,
      },
    })

    const sent = (await simulator.ledger('oms')).filter(
      ({ method }) => method === 'POST'
    )

    expect(sent.map(({ path }) => path)).toEqual([
      `/api/oms/pvt/orders/${ORDER}/invoice`,
      `/api/oms/pvt/orders/${ORDER}/cancel`,
    ])
    expect(JSON.parse(sent[0].body)).toEqual({
      type: 'Input',
      issuanceDate: '2026-11-20T10:00:00-03:00',
      invoiceNumber: 'R77',
      invoiceValue: 15000,
      items: [
        { id: 'shirt', quantity: 2, price: 5000 },
        { id: 'cap', quantity: 1, price: 3000 },
      ],
    })
    expect(await simulator.refunds()).toMatchObject([
      { orderId: ORDER, invoiceNumber: 'R77', value: 15000 },
    ])
  })

  it('uses the present time as the issuance date when none is given', async () => {
    const before = Date.now()

    await returnInvoicedOrder(simulator, ORDER)

    const sent = (await simulator.ledger('oms')).find(({ path }) =>
      path.endsWith('/invoice')
    )

    const { issuanceDate } = JSON.parse(sent?.body ?? '{}')

    expect(Date.parse(issuanceDate)).toBeGreaterThanOrEqual(before)
    expect(Date.parse(issuanceDate)).toBeLessThanOrEqual(Date.now())
  })

  it("reports a refused cancel beside the return's receipt", async () => {
    await simulator.choose({ cancelAfterReturn: 'refused' })

    expect(await returnInvoicedOrder(simulator, ORDER)).toMatchObject({
      receipt: expect.any(String),
      refusal: null,
      cancellation: {
        state: 'NOT_REQUESTED',
        orderStatus: 'invoiced',
        refusal: { code: 'NOT_CANCELLABLE' },
      },
    })
    expect(await posts()).toEqual([INVOICE, CANCEL])
    expect(await simulator.refunds()).toHaveLength(1)
  })

  it('returns the same receipt and makes no second refund when called again with the same number', async () => {
    const first = await returnInvoicedOrder(simulator, ORDER)
    const again = await returnInvoicedOrder(simulator, ORDER)

    expect({ ...again, cancellation: null }).toEqual({
      ...first,
      cancellation: null,
    })
    expect((await posts()).filter((call) => call === INVOICE)).toEqual([
      INVOICE,
    ])
    expect(await simulator.refunds()).toHaveLength(1)
  })

  it('refuses a second return with another number, and makes no second refund', async () => {
    await simulator.choose({ cancelAfterReturn: 'refused' })
    await returnInvoicedOrder(simulator, ORDER, { invoiceNumber: 'R1' })

    expect(
      (await returnInvoicedOrder(simulator, ORDER, { invoiceNumber: 'R2' }))
        .refusal
    ).toMatchObject({ code: 'CONFLICT', retryable: false })
    expect(await simulator.refunds()).toHaveLength(1)
  })

  it('does not repeat a return that OMS has confirmed but the order does not show yet', async () => {
    await simulator.choose({ invoiceShownAfterSeconds: 600 })

    const first = await returnInvoicedOrder(simulator, ORDER)
    const again = await returnInvoicedOrder(simulator, ORDER)
    const other = await returnInvoicedOrder(simulator, ORDER, {
      invoiceNumber: 'R2',
    })

    expect(first.refusal).toBeNull()
    // The next step is not RETURN_INVOICE, because an invoice is on its way.
    expect(first.cancellation).toMatchObject({
      nextStep: 'RETRY_LATER',
      refusal: { code: 'CONFLICT', retryAfterSeconds: 60 },
    })
    expect(again.receipt).toBe(first.receipt)
    expect(other.refusal?.code).toBe('CONFLICT')
    expect(await posts()).toEqual([INVOICE])
  })

  it.each<[string, string, Seed]>([
    [
      'not invoiced',
      'ORDER_NOT_INVOICED',
      { status: 'handling', packages: [] },
    ],
    [
      'partly invoiced',
      'ORDER_NOT_INVOICED',
      { status: 'handling', packages: INVOICED.packages.slice(0, 1) },
    ],
    ['invoiced without any invoice', 'INVOICES_UNREADABLE', { packages: [] }],
    ['canceled', 'RETURN_NOT_TAKEN', { status: 'canceled' }],
  ])(
    'refuses an order that is %s with %s, and sends nothing',
    async (_what, code, more) => {
      await simulator.seed({ ...INVOICED, ...more })

      expect((await returnInvoicedOrder(simulator, ORDER)).refusal?.code).toBe(
        code
      )
      expect(await simulator.omsCalls()).toEqual([READ])
    }
  )

  it.each(['invoice', 'invoice-after-cancellation-deny'])(
    'refuses an order in %s as retryable, because it is about to be invoiced',
    async (status) => {
      await simulator.seed({ ...INVOICED, status })

      expect(
        (await returnInvoicedOrder(simulator, ORDER)).refusal
      ).toMatchObject({ code: 'ORDER_IN_TRANSITION', retryable: true })
      expect(await simulator.omsCalls()).toEqual([READ])
    }
  )

  it.each<[string, Seed]>([
    ["a marketplace's order", { sellers: [{ id: 'globex', name: 'Globex' }] }],
    ["a chain's order", { origin: 'Chain' }],
  ])(
    'refuses %s with WRONG_ACCOUNT, and sends nothing',
    async (_what, more) => {
      await simulator.seed({ ...INVOICED, ...more })

      expect((await returnInvoicedOrder(simulator, ORDER)).refusal?.code).toBe(
        'WRONG_ACCOUNT'
      )
      expect(await simulator.omsCalls()).toEqual([READ])
    }
  )

  it('refuses an order whose payment is canceled with PAYMENT_CANCELED, and pays nothing back', async () => {
    await simulator.seed({ ...INVOICED, transactionStatus: 'Canceled' })

    expect((await returnInvoicedOrder(simulator, ORDER)).refusal).toMatchObject(
      { code: 'PAYMENT_CANCELED', retryable: false }
    )
    expect(sorted(await simulator.allOmsCalls())).toEqual([
      READ,
      READ,
      `GET ${ORDER}/payment-transaction`,
    ])
    expect(await simulator.refunds()).toEqual([])
  })

  it("returns a seller's order on the seller's account", async () => {
    await simulator.seed({ ...INVOICED, origin: 'Fulfillment' })

    expect((await returnInvoicedOrder(simulator, ORDER)).refusal).toBeNull()
    expect(await simulator.refunds()).toHaveLength(1)
  })

  it('accepts a return with that number that was sent in the Admin, and reports its value', async () => {
    await simulator.seed({
      ...INVOICED,
      packages: [
        ...INVOICED.packages,
        { type: 'Input', invoiceNumber: 'R1', invoiceValue: 1000 },
      ],
    })

    expect(await returnInvoicedOrder(simulator, ORDER)).toMatchObject({
      invoiceValue: 1000,
      receipt: null,
      refusal: null,
      cancellation: { state: 'ACCEPTED' },
    })
    expect(await posts()).toEqual([CANCEL])
  })

  it('refuses a partly returned order, which an operator has to finish', async () => {
    await simulator.seed({
      ...INVOICED,
      packages: [
        ...INVOICED.packages,
        { type: 'Input', invoiceNumber: 'R0', invoiceValue: 1000 },
      ],
    })

    expect((await returnInvoicedOrder(simulator, ORDER)).refusal).toMatchObject(
      { code: 'CONFLICT', retryable: false }
    )
    expect(await posts()).toEqual([])
  })

  it.each([
    ['an empty number', { invoiceNumber: '' }],
    ['an invalid date', { issuanceDate: 'yesterday' }],
    ['30 February', { issuanceDate: '2026-02-30T10:00:00Z' }],
    ['a date without a time', { issuanceDate: '2026-11-20' }],
    ['a reason of 1001 characters', { reason: 'x'.repeat(1001) }],
  ])(
    'refuses %s with INVALID_INPUT before any call to OMS',
    async (_what, input) => {
      expect(
        (await returnInvoicedOrder(simulator, ORDER, input)).refusal?.code
      ).toBe('INVALID_INPUT')
      expect(await simulator.allOmsCalls()).toEqual([])
    }
  )

  it.each([
    ['a number with a dash', { invoiceNumber: 'R-1' }],
    ['a number with an accent', { invoiceNumber: 'Ré1' }],
    ['a number of 51 characters', { invoiceNumber: 'R'.repeat(51) }],
    ['a date of another century', { issuanceDate: '2126-01-31T10:00:00Z' }],
    ['a date years before the sale', { issuanceDate: '2020-01-31T10:00:00Z' }],
  ])(
    'refuses %s for a new return with INVALID_INPUT, and sends nothing',
    async (_what, input) => {
      expect(
        (await returnInvoicedOrder(simulator, ORDER, input)).refusal?.code
      ).toBe('INVALID_INPUT')
      expect(await simulator.allOmsCalls()).toEqual([READ])
    }
  )

  it("refuses the number of the sale's invoice with INVALID_INPUT, and sends nothing", async () => {
    expect(
      (await returnInvoicedOrder(simulator, ORDER, { invoiceNumber: '1002' }))
        .refusal
    ).toMatchObject({
      code: 'INVALID_INPUT',
      message:
        "1002 is the number of the sale's invoice: a return needs one of its own. Nothing was sent to OMS.",
    })
    expect(await simulator.omsCalls()).toEqual([READ])
  })

  it("finds a return whose reply was lost in the order's packages", async () => {
    await simulator.fault({
      name: 'lost',
      method: 'POST',
      path: '/invoice',
      processing: 'after',
      kind: 'reset',
    })

    const answer = await returnInvoicedOrder(simulator, ORDER)

    expect(answer).toMatchObject({
      invoiceValue: 15000,
      date: null,
      receipt: null,
      refusal: null,
    })
    expect((await posts()).filter((call) => call === INVOICE)).toEqual([
      INVOICE,
    ])
    expect(await outcomesOf(simulator, ORDER)).toEqual([
      'return found',
      'cancel received',
    ])
  })

  it('never repeats an invoice that OMS did not confirm and no read shows', async () => {
    await simulator.fault({
      name: 'lost',
      method: 'POST',
      path: '/invoice',
      kind: 'reset',
    })

    const first = await returnInvoicedOrder(simulator, ORDER)

    expect(first).toMatchObject({
      receipt: null,
      refusal: { code: 'CONFLICT', retryable: true, retryAfterSeconds: 40 },
      cancellation: null,
    })

    await ageJournal(simulator, ORDER, 3_600)

    for (const invoiceNumber of ['R1', 'R2']) {
      // eslint-disable-next-line no-await-in-loop
      const again = await returnInvoicedOrder(simulator, ORDER, {
        invoiceNumber,
      })

      expect(again.refusal).toMatchObject({
        code: 'CONFLICT',
        retryable: false,
      })
    }

    expect(await posts()).toEqual([INVOICE])
  })

  it('requires RefundAction, which CancelAction does not include', async () => {
    await simulator.grant({
      user: 'olga@acme.example',
      product: '19',
      resource: 'RefundAction',
      granted: false,
    })

    await expect(returnInvoicedOrder(simulator, ORDER)).rejects.toThrow(
      'FORBIDDEN'
    )
    expect(await simulator.allOmsCalls()).toEqual([])
  })
})
