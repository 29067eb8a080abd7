import { createBatch, controlBatch, untilBatch } from '../support/batches'
import {
  answerOf,
  ask,
  cancelOrder,
  cookieOf,
  returnInvoicedOrder,
  tokenOf,
} from '../support/graphql'
import { caseQuery, cancellationCase } from '../support/orderCase'
import { withoutOwnRequests } from '../support/requestList'
import { useSimulator } from '../support/simulator'

const ORDER = '1390000000001-01'
const SIBLING = '1390000000001-02'
const REQUEST = {
  orderId: ORDER,
  status: 'cancellation-requested',
  origin: 'Fulfillment',
  requestedAt: 'handling',
  cancellation: { reason: 'Ordered twice', requestedByUser: true },
} as const

describe('cancellationCase', () => {
  const simulator = useSimulator()

  it('shows an order that can be canceled, with its money, and nothing that is not so', async () => {
    const { orderId, value } = await simulator.seed({
      orderId: ORDER,
      status: 'payment-approved',
    })

    const answer = await cancellationCase(simulator, ORDER)

    expect(answer).toEqual({
      cacheId: orderId,
      orderId,
      cancellation: {
        state: 'NOT_REQUESTED',
        orderStatus: 'payment-approved',
        warnings: [],
        refusal: null,
      },
      readAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      actions: ['CANCEL'],
      makesRequest: false,
      keepsStock: false,
      value,
      currency: 'BRL',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      request: null,
      payment: { state: 'HOLDS_MONEY', transactionStatus: expect.any(String) },
      siblings: [],
      history: [],
    })
    expect(
      (await simulator.allOmsCalls()).filter((call) => !call.startsWith('GET'))
    ).toEqual([])
  })

  it('says that a cancel of an own-store order in handling only makes a request, and keeps the stock', async () => {
    await simulator.seed({ orderId: ORDER, status: 'handling' })

    expect(await cancellationCase(simulator, ORDER)).toMatchObject({
      actions: ['CANCEL'],
      makesRequest: true,
      keepsStock: true,
    })
  })

  it("shows a shopper's open request as the list of requests does, and both what may be done about it", async () => {
    await withoutOwnRequests(simulator)
    await simulator.seed({ ...REQUEST, ageSeconds: 3_600 })
    await simulator.advance(300)

    const { request, actions } = await cancellationCase(simulator, ORDER)
    const { data } = await ask(
      simulator,
      `{ cancellationRequests { items {
        cacheId orderId awaiting requestedBy reason requestedAt decideBy value currency actions
      } } }`
    )

    expect(actions).toEqual(['ACCEPT', 'DENY'])
    expect(request).toMatchObject({
      cacheId: `request:${ORDER}`,
      awaiting: 'SELF',
      requestedBy: 'SHOPPER',
      reason: 'Ordered twice',
      actions: ['ACCEPT', 'DENY'],
    })
    expect(data?.cancellationRequests.items).toEqual([request])
  })

  it("never offers to deny the store's own request, here and in the list", async () => {
    await withoutOwnRequests(simulator)
    await simulator.seed({ orderId: ORDER, status: 'handling' })
    await cancelOrder(simulator, ORDER, { reason: 'Damaged' })
    await simulator.advance(300)

    const { request, actions } = await cancellationCase(simulator, ORDER)
    const { data } = await ask(
      simulator,
      '{ cancellationRequests { items { orderId actions } } }'
    )

    expect(actions).toEqual(['ACCEPT'])
    expect(request).toMatchObject({
      requestedBy: 'OWN_STORE',
      actions: ['ACCEPT'],
    })
    expect(data?.cancellationRequests.items).toEqual([
      { orderId: ORDER, actions: ['ACCEPT'] },
    ])
  })

  it('shows the other orders of the purchase by their status, and that they share the payment', async () => {
    await simulator.seed({
      orderId: ORDER,
      status: 'payment-approved',
      transactionId: 'T-1',
    })
    const { value } = await simulator.seed({
      orderId: SIBLING,
      status: 'canceled',
      transactionId: 'T-1',
    })

    const { siblings, cancellation } = await cancellationCase(simulator, ORDER)

    expect(siblings).toEqual([
      {
        cacheId: SIBLING,
        orderId: SIBLING,
        state: 'CANCELED',
        orderStatus: 'canceled',
        value,
        currency: 'BRL',
      },
    ])
    expect(cancellation.warnings).toEqual([
      'The payment is shared with other orders of the same purchase: it is given back whole only when all of them are canceled.',
    ])
  })

  it('shows 50 other orders of a purchase at most, and says how many are left out', async () => {
    await simulator.seed({ orderId: ORDER, status: 'payment-approved' })
    for (let number = 2; number <= 54; number += 1) {
      // eslint-disable-next-line no-await-in-loop
      await simulator.seed({
        orderId: `1390000000001-${String(number).padStart(2, '0')}`,
        status: 'payment-approved',
      })
    }

    const { siblings, cancellation } = await cancellationCase(simulator, ORDER)

    expect(siblings).toHaveLength(50)
    expect(cancellation.warnings).toContain(
      'The purchase has more orders than are shown: 3.'
    )
  })

  it("shows no payment of a seller's order: its marketplace has it", async () => {
    await simulator.seed({
      orderId: ORDER,
      status: 'payment-approved',
      origin: 'Fulfillment',
    })

    const { payment } = await cancellationCase(simulator, ORDER)

    expect(payment).toBeNull()
    expect(
      (await simulator.allOmsCalls()).filter((call) =>
        call.endsWith('payment-transaction')
      )
    ).toEqual([])
  })

  it('shows what this app did, the newest first, with who, what came of it, and by which batch', async () => {
    await simulator.seed({ orderId: ORDER, status: 'handling' })
    const first = await cancelOrder(simulator, ORDER, {
      reason: 'Damaged',
      requestedByUser: true,
    })

    const { batch } = await createBatch(simulator, {
      orders: [ORDER],
      checkFirst: false,
      acceptOwnRequests: true,
    })

    const id = batch?.id ?? ''

    await controlBatch(simulator, { id, action: 'START', expectedOrders: 1 })
    await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)

    const { history } = await cancellationCase(simulator, ORDER)

    expect(history?.[history.length - 1]).toEqual({
      cacheId: expect.stringContaining(ORDER),
      action: 'CANCEL',
      outcome: 'RECEIVED',
      by: 'olga@acme.example',
      at: expect.stringMatching(/Z$/),
      reason: 'Damaged',
      requestedByUser: true,
      invoiceNumber: null,
      date: first.date,
      receipt: first.receipt,
      batchId: null,
    })
    expect(
      new Set(history?.slice(0, -1).map(({ batchId }) => batchId))
    ).toEqual(new Set(history && history.length > 1 ? [id] : []))
  })

  it('needs no more than three round trips one after the other behind @auth, for a canceled order with all that stands beside it', async () => {
    await simulator.seed({
      orderId: ORDER,
      status: 'payment-approved',
      sellers: [{ id: 'globex', name: 'Globex' }],
    })
    await simulator.seed({ orderId: SIBLING, status: 'payment-approved' })
    await cancelOrder(simulator, ORDER)
    await simulator.advance(600)
    await simulator.forgetLedger()
    // Calls that could run side by side are told from those that wait for one another.
    await simulator.fault({ name: 'slow', times: 100, delayMs: 150 })

    const { cancellation } = await cancellationCase(simulator, ORDER)
    const calls = await simulator.ledger()
    const depths: number[] = []

    for (const { startedMs } of calls) {
      const before = calls.flatMap(({ endedMs }, index) =>
        endedMs !== null && endedMs <= startedMs ? depths[index] ?? 0 : 0
      )

      depths.push(1 + Math.max(0, ...before))
    }

    expect(cancellation.state).toBe('CANCELED')
    // Two of them are @auth's: who calls, and whether they hold OMSViewer.
    expect(calls.slice(0, 2).map(({ service }) => service)).toEqual([
      'vtexId',
      'licenseManager',
    ])
    expect(Math.max(...depths)).toBe(2 + 3)
    expect(
      calls.filter(({ service }) => service === 'oms').map(({ path }) => path)
    ).toHaveLength(4)
  })

  describe('what cannot be read', () => {
    const FAILED = { status: 500, body: 'UPSTREAM-BODY', times: 9 }

    it.each([
      [
        'the purchase',
        { path: '/order-group/' },
        { siblings: null },
        'The other orders of the same purchase could not be read: some of them may not be canceled.',
      ],
      [
        'the payment',
        { path: '/payment-transaction' },
        { payment: null },
        'The payment could not be read: it may not be canceled.',
      ],
      [
        'the journal',
        { path: '/buckets/acme.order-cancellation/journal-' },
        { history: null, actions: [] },
        'The journal could not be read, so what this app has sent for the order is not known here.',
      ],
      [
        "the caller's grants",
        { path: '/granted', skip: 1 },
        { actions: [] },
        'License Manager did not say all that you may do, so an action that you may take may be missing. Ask again later.',
      ],
    ])(
      '%s is null or empty, a warning says so, and the rest is there',
      async (_what, where, shown, warning) => {
        await simulator.seed({ orderId: ORDER, status: 'payment-approved' })
        await simulator.fault({ name: 'failed', ...where, ...FAILED })

        const answer = await cancellationCase(simulator, ORDER)

        expect(answer).toMatchObject({
          ...shown,
          currency: 'BRL',
          cancellation: { state: 'NOT_REQUESTED' },
        })
        expect(answer.cancellation.warnings).toEqual([warning])
      }
    )

    it('an order is said to be not found, and no action is offered', async () => {
      expect(await cancellationCase(simulator, ORDER)).toMatchObject({
        cancellation: {
          state: 'UNKNOWN',
          refusal: { code: 'ORDER_NOT_FOUND' },
        },
        actions: [],
        makesRequest: null,
        keepsStock: null,
        value: null,
        payment: null,
        siblings: null,
        history: null,
      })
    })

    it('an id that is none is refused with no call behind @auth', async () => {
      expect(await cancellationCase(simulator, '..')).toMatchObject({
        cancellation: { refusal: { code: 'INVALID_ORDER_ID' } },
      })
      expect(await simulator.ledger()).toHaveLength(2)
    })
  })

  describe('who asks', () => {
    it.each([
      [null, 'UNAUTHENTICATED'],
      ['expired', 'UNAUTHENTICATED'],
      ['other-account', 'UNAUTHENTICATED'],
      ['nonsense', 'UNAUTHENTICATED'],
      ['blind', 'FORBIDDEN'],
    ])('%s is refused without a call to OMS: %s', async (as, code) => {
      const { data, errors } = await ask(simulator, caseQuery(ORDER), { as })

      expect(data).toBeNull()
      expect(errors.map(({ extensions }) => extensions.code)).toEqual([code])
      expect(await simulator.allOmsCalls()).toEqual([])
    })

    it.each([
      ['operator', ['CANCEL']],
      ['viewer', []],
      ['api-key', ['CANCEL']],
      ['other-app', ['CANCEL']],
    ])(
      '%s may do %j, and every call to OMS carries their own token',
      async (as, actions) => {
        await simulator.seed({ orderId: ORDER, status: 'payment-approved' })

        expect(await cancellationCase(simulator, ORDER, { as })).toMatchObject({
          actions,
        })

        const tokens = (await simulator.ledger('oms')).map(
          ({ headers }) => headers.vtexidclientautcookie
        )

        expect(new Set(tokens)).toEqual(new Set([tokenOf(as)]))
      }
    )

    it('a caller who may cancel and not refund is offered no return', async () => {
      await simulator.seed({
        orderId: ORDER,
        status: 'invoiced',
        packages: [{ type: 'Output', invoiceNumber: '1001' }],
      })
      expect((await cancellationCase(simulator, ORDER)).actions).toEqual([
        'RETURN',
      ])

      await simulator.grant({
        user: 'olga@acme.example',
        product: '19',
        resource: 'RefundAction',
        granted: false,
      })

      expect((await cancellationCase(simulator, ORDER)).actions).toEqual([])
    })
  })

  it.each([
    ['is canceled', { status: 200, body: { status: 'Canceled' } }],
    ['cannot be read', { status: 500 }],
  ])(
    'offers no return of an order whose payment %s, as the return itself is then refused, and sends nothing',
    async (_what, fault) => {
      await simulator.seed({
        orderId: ORDER,
        status: 'invoiced',
        packages: [{ type: 'Output', invoiceNumber: '1001' }],
      })
      await simulator.fault({
        name: 'payment',
        path: '/payment-transaction',
        times: 9,
        ...fault,
      })

      expect((await cancellationCase(simulator, ORDER)).actions).toEqual([])
      expect(
        (await returnInvoicedOrder(simulator, ORDER)).refusal
      ).not.toBeNull()
      expect(
        (await simulator.allOmsCalls()).filter((call) =>
          call.startsWith('POST')
        )
      ).toEqual([])
    }
  )

  it('may be kept by no edge, by POST and by GET', async () => {
    await simulator.seed({ orderId: ORDER, status: 'payment-approved' })

    const posted = await ask(simulator, caseQuery(ORDER))
    const got = await answerOf(
      await fetch(
        `${simulator.url}/graphql?query=${encodeURIComponent(
          caseQuery(ORDER)
        )}`,
        { headers: cookieOf('operator') }
      )
    )

    expect(
      [posted, got].map(({ headers }) => headers.get('cache-control'))
    ).toEqual(['no-cache,no-store', 'no-cache,no-store'])
  })

  it('counts as ten orders of an answer, so that no list of it can be asked for under eleven names', async () => {
    const names = Array.from({ length: 11 }, (_, index) => `r${index}: reason`)
    const { data, errors } = await ask(
      simulator,
      `{ cancellationCase(orderId: "${ORDER}") { history { ${names.join(
        ' '
      )} } } }`
    )

    expect(data).toBeNull()
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }])
    expect(await simulator.allOmsCalls()).toEqual([])
  })
})
