import { createBatch, readBatch } from '../support/batches'
import { untilLaneIsIdle } from '../support/batchWork'
import {
  answerOf,
  ask,
  cookieOf,
  returnInvoicedOrder,
  tokenOf,
} from '../support/graphql'
import {
  ACCESS_QUERY,
  cancellationAccess,
  cancellationCase,
} from '../support/orderCase'
import { useSimulator } from '../support/simulator'

const ORDER = '1390000000001-01'
const INVOICED = {
  orderId: ORDER,
  status: 'invoiced',
  packages: [{ type: 'Output' as const, invoiceNumber: '1001' }],
}

/** What the manifest of a batch says of its limits. */
interface Limits {
  maxRefusals: number | null
  maxPerMinute: number | null
}

const SETTINGS_PATH = '/settings'

/** What a store that has set nothing gets. */
const DEFAULTS = {
  reasons: [],
  maxRefusals: null,
  maxPerMinute: null,
  isReturnOffered: true,
  maxOrders: 10_000,
  batchDays: 30,
  notices: [],
}

/** Each test has a process of its own: the settings are kept for a minute. */
describe('cancellationAccess and the settings of the store', () => {
  const simulator = useSimulator(INVOICED, { replicas: 1 })

  const restart = async () => {
    await simulator.killReplica(0)
    await simulator.startReplica(0)
    await simulator.forgetLedger()
  }

  beforeEach(restart)

  const settingsCalls = async () =>
    (await simulator.ledger('apps')).map(
      ({ method, path }) => `${method} ${path}`
    )

  const sends = async () =>
    (await simulator.allOmsCalls()).filter((call) => call.startsWith('POST'))

  it.each([
    ['operator', 'olga@acme.example', true, true, true],
    ['viewer', 'vera@acme.example', true, false, false],
  ])(
    'says to %s who they are and what they may do',
    async (as, caller, mayList, mayCancel, mayReturn) => {
      expect(await cancellationAccess(simulator, as)).toEqual({
        cacheId: 'acme master',
        caller,
        account: 'acme',
        workspace: 'master',
        mayView: true,
        mayList,
        mayCancel,
        mayReturn,
        ...DEFAULTS,
      })
      expect(await simulator.allOmsCalls()).toEqual([])
    }
  )

  it.each([
    [null, 'UNAUTHENTICATED'],
    ['expired', 'UNAUTHENTICATED'],
    ['other-account', 'UNAUTHENTICATED'],
    ['nonsense', 'UNAUTHENTICATED'],
    ['blind', 'FORBIDDEN'],
  ])('refuses %s with %s, and reads no setting', async (as, code) => {
    const { data, errors } = await ask(simulator, ACCESS_QUERY, { as })

    expect(data).toBeNull()
    expect(errors.map(({ extensions }) => extensions.code)).toEqual([code])
    expect(await settingsCalls()).toEqual([])
  })

  it('may be kept by no edge, by POST and by GET', async () => {
    const answers = [
      await ask(simulator, ACCESS_QUERY),
      await answerOf(
        await fetch(
          `${simulator.url}/graphql?query=${encodeURIComponent(ACCESS_QUERY)}`,
          { headers: cookieOf('operator') }
        )
      ),
    ]

    expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual([
      'no-cache,no-store',
      'no-cache,no-store',
    ])
  })

  it('says null for a grant of which License Manager said nothing, and warns of it', async () => {
    await simulator.fault({
      name: 'one grant unread',
      path: '/resources/RefundAction/granted',
      status: 500,
      body: 'UPSTREAM-BODY',
    })

    const access = await cancellationAccess(simulator)

    expect(access).toMatchObject({
      mayList: true,
      mayCancel: true,
      mayReturn: null,
      notices: [
        {
          code: 'GRANTS_UNREAD',
          message:
            'License Manager did not say all that you may do, so an action that you may take may be missing. Ask again later.',
          subject: null,
        },
      ],
    })
  })

  it('shows what the store has set, and asks the platform once a minute, however many calls come at once', async () => {
    const set = {
      reasons: ['Out of stock'],
      maxRefusals: 50,
      maxPerMinute: 40,
      isReturnOffered: false,
      maxOrders: 2,
      batchDays: 60,
    }

    await simulator.set(set)

    const answers = await Promise.all(
      Array.from({ length: 5 }, () => cancellationAccess(simulator))
    )

    answers.forEach((answer) => expect(answer).toMatchObject(set))
    expect(await settingsCalls()).toEqual([
      'GET /apps/v0/acme/master/apps/acme.order-cancellation/settings',
    ])
  })

  it('leaves the default of a bad value in force, and names the setting', async () => {
    await simulator.set({ batchDays: 400, maxOrders: 50_000, reasons: ['A'] })

    expect(await cancellationAccess(simulator)).toMatchObject({
      ...DEFAULTS,
      reasons: ['A'],
      notices: [
        {
          code: 'SETTING_INVALID',
          message:
            'The setting maxOrders has a value that it does not take, so its default is in force. Correct it in the settings of this app.',
          subject: 'maxOrders',
        },
        {
          code: 'SETTING_INVALID',
          message:
            'The setting batchDays has a value that it does not take, so its default is in force. Correct it in the settings of this app.',
          subject: 'batchDays',
        },
      ],
    })
  })

  it.each([
    ['fails', { status: 500, body: 'UPSTREAM-BODY' }],
    ['answers HTML', { status: 200, body: '<html>UPSTREAM-BODY</html>' }],
    ['cuts the connection', { kind: 'reset' as const }],
  ])(
    'says that the settings could not be read where the platform %s, and lets nothing of the answer out',
    async (_what, fault) => {
      await simulator.fault({
        name: 'settings unread',
        path: SETTINGS_PATH,
        times: 9,
        ...fault,
      })

      const { data, text } = await ask(simulator, ACCESS_QUERY)

      expect(data?.cancellationAccess).toMatchObject({
        ...DEFAULTS,
        isReturnOffered: false,
        notices: [
          {
            code: 'SETTINGS_UNREAD',
            message:
              "The store's settings could not be read, so no return is offered, and the defaults are in force for all else. Ask again later.",
            subject: null,
          },
        ],
      })
      expect(text).not.toContain('UPSTREAM-BODY')
      expect((await simulator.app()).logLines.join('\n')).not.toMatch(
        /UPSTREAM-BODY|simulated-token/
      )
    }
  )

  describe('a return', () => {
    it('that the store does not offer is refused, is no action of the case, and sends nothing', async () => {
      await simulator.set({ isReturnOffered: false })

      const answer = await returnInvoicedOrder(simulator, ORDER)

      expect(answer.refusal).toEqual({
        code: 'RETURN_NOT_OFFERED',
        detail: 'RETURN_NOT_OFFERED',
        subject: null,
        grounds: [],
        sums: null,
        message: `This store does not let the app send return invoices (the setting isReturnOffered), so nothing was sent for order ${ORDER}. Record the return in the Admin, or change the setting.`,
        retryable: false,
        retryAfterSeconds: null,
      })
      expect((await cancellationCase(simulator, ORDER)).actions).toEqual([])
      expect(await sends()).toEqual([])
    })

    it('is refused while it cannot be known whether the store offers it, and can be sent once it is', async () => {
      await simulator.fault({
        name: 'settings unread',
        path: SETTINGS_PATH,
        times: 1,
        status: 500,
      })

      expect(
        (await returnInvoicedOrder(simulator, ORDER)).refusal
      ).toMatchObject({
        code: 'STORAGE_UNAVAILABLE',
        message: `It could not be read whether this store lets the app send return invoices, so nothing was sent for order ${ORDER}. Call again later.`,
        retryable: true,
      })
      expect(await sends()).toEqual([])

      await restart()

      expect((await returnInvoicedOrder(simulator, ORDER)).refusal).toBeNull()
    })
  })

  describe('a new batch', () => {
    const orders = ['1390000000002-01', '1390000000003-01']

    it('of more orders than the store lets it have is refused, and writes nothing', async () => {
      await simulator.set({ maxOrders: 1 })

      const { batch, refusal } = await createBatch(simulator, { orders })

      expect(batch).toBeNull()
      expect(refusal).toMatchObject({
        code: 'TOO_MANY_ORDERS',
        message:
          'A batch takes at most 1 orders, and 2 were given. Nothing was done: split them into several batches, each with an idempotency key of its own.',
      })
      expect(await simulator.files()).toEqual([])
    })

    it("starts with the store's limits, unless its caller gives others; a repeated call finds it, whatever is set by then", async () => {
      await simulator.set({ maxRefusals: 3, maxPerMinute: 40 })

      const { batch } = await createBatch(simulator, {
        orders,
        idempotencyKey: 'a',
      })

      await createBatch(simulator, {
        orders,
        idempotencyKey: 'b',
        maxPerMinute: 500,
      })

      const manifests = (await simulator.files()).flatMap(({ path, body }) =>
        path.endsWith('/manifest.json') ? [body as Limits] : []
      )

      expect(
        manifests.map(({ maxRefusals, maxPerMinute }) => [
          maxRefusals,
          maxPerMinute,
        ])
      ).toEqual(
        expect.arrayContaining([
          [3, 40],
          [3, 500],
        ])
      )

      await simulator.set({ maxRefusals: 9, maxOrders: 1 })
      await restart()

      const again = await createBatch(simulator, {
        orders,
        idempotencyKey: 'a',
      })

      expect(again).toMatchObject({
        batch: { id: batch?.id },
        refusal: null,
      })
    })

    it("makes the replica that works on it read the settings with the app's own token, in the event", async () => {
      await createBatch(simulator, { orders })
      await untilLaneIsIdle(simulator)
      await restart()
      await simulator.fireEvent('drain-batches')

      // eslint-disable-next-line no-await-in-loop
      while ((await settingsCalls()).length === 0) {
        // eslint-disable-next-line no-await-in-loop
        await new Promise((resolve) => setTimeout(resolve, 100))
      }

      const [{ headers, status }] = await simulator.ledger('apps')

      expect([headers.authorization, status]).toEqual([
        `Bearer ${tokenOf('this-app')}`,
        200,
      ])
    })

    it('is kept as long as the store has set', async () => {
      await simulator.set({ batchDays: 60 })

      const { batch } = await createBatch(simulator, { orders })
      const shown = await readBatch(simulator, batch?.id ?? '')

      expect(
        Date.parse(shown.batch?.deletedAfter ?? '') -
          Date.parse(shown.batch?.createdAt ?? '')
      ).toBe(60 * 24 * 3_600_000)
    })
  })
})
