import {
  answerOf,
  ask,
  cookieOf,
  returnInvoicedOrder,
  tokenOf,
} from '../support/graphql'
import { caseQuery, cancellationCase } from '../support/orderCase'
import { useSimulator } from '../support/simulator'

const ORDER = '1390000000001-01'

describe('cancellationCase: faults, callers and limits', () => {
  const simulator = useSimulator()

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
