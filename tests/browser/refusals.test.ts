import { cancelOrder } from '../support/graphql'
import { readJson } from '../support/repository'
import type { Simulator } from '../support/simulator'
import { describeInBrowser, useBrowser } from './support/browser'

const OUTPUT = { type: 'Output' as const, invoiceNumber: '1001' }
const ID = '1390000000061-01'

/** Orders of OMS as they were published. */
const FIXTURES = 'simulator/services/oms/fixtures'

const copy: Record<string, string> = readJson('messages/en.json')

interface Situation {
  code: string
  /** What the sentence names. */
  subject?: string
  seed?: object
  prepare?: (simulator: Simulator) => Promise<unknown>
  orderId?: string
}

/** Orders and faults for which the app refuses a cancel: of each code that a read of one order can show. */
const SITUATIONS: Situation[] = [
  { code: 'INVALID_ORDER_ID', orderId: 'no id!' },
  { code: 'ORDER_NOT_FOUND', orderId: '1390000000099-01' },
  {
    code: 'ORDER_ID_MISMATCH',
    subject: ID,
    prepare: (simulator) => simulator.seed({ orderId: ID, sequence: '777777' }),
    orderId: '777777',
  },
  {
    code: 'ORDER_STOPPED',
    seed: { status: 'start-handling', ageSeconds: 90 * 24 * 3_600 },
  },
  {
    code: 'ORDER_UNREADABLE',
    seed: {
      document: {
        ...readJson(`${FIXTURES}/group-empty-status-1.json`),
        orderId: ID,
        openTextField: { value: 'x'.repeat(6_000_000) },
      },
    },
  },
  { code: 'ORDER_INVOICED', seed: { status: 'invoiced', packages: [OUTPUT] } },
  {
    code: 'ORDER_PARTIALLY_INVOICED',
    seed: { status: 'handling', packages: [{ ...OUTPUT, invoiceValue: 4000 }] },
  },
  { code: 'ORDER_IN_TRANSITION', seed: { status: 'start-handling' } },
  {
    code: 'DECISION_PENDING',
    seed: {
      status: 'cancellation-requested',
      origin: 'Fulfillment',
      cancellation: { reason: 'Ordered twice', requestedByUser: true },
    },
  },
  { code: 'NOT_CANCELLABLE', seed: { status: 'replaced' } },
  {
    code: 'RATE_LIMITED',
    seed: {},
    prepare: (simulator) =>
      simulator.fault({
        name: 'OMS takes no reads',
        method: 'GET',
        path: `/orders/${ID}`,
        times: 1_000,
        status: 429,
        headers: { 'retry-after': '60' },
      }),
  },
  {
    code: 'NOT_PERMITTED',
    seed: {},
    prepare: (simulator) =>
      simulator.fault({
        name: 'OMS refuses the reads',
        method: 'GET',
        path: `/orders/${ID}`,
        times: 1_000,
        status: 403,
      }),
  },
  {
    code: 'OMS_UNAVAILABLE',
    seed: {},
    prepare: (simulator) =>
      simulator.fault({
        name: 'OMS fails',
        method: 'GET',
        path: `/orders/${ID}`,
        times: 1_000,
        status: 503,
      }),
  },
  {
    code: 'RETURN_INCOMPLETE',
    seed: {
      status: 'invoiced',
      packages: [
        OUTPUT,
        { type: 'Input', invoiceNumber: 'R1', invoiceValue: 100, items: [] },
      ],
    },
  },
]

describeInBrowser('flow 5: a refusal on the page', () => {
  const { simulator, open } = useBrowser()

  test.each(SITUATIONS)(
    '$code has its copy, its reason, and no cancel is sent',
    async ({ code, subject = '', seed, prepare, orderId = ID }) => {
      if (seed) await simulator.seed({ orderId, ...seed })
      await prepare?.(simulator)

      const page = await open(`?order=${encodeURIComponent(orderId)}`)

      await page.see(
        copy[`admin/order-cancellation.refusal.${code}`].replace(
          '{subject}',
          subject
        )
      )
      expect(await page.button('Cancel order…').count()).toBe(0)
      expect(await page.page.locator('.oc-note p').count()).toBeGreaterThan(1)
      expect(await page.sent()).toBe(0)
    }
  )

  test('of a cancel itself is told beside what the read says: CONFLICT names the wait', async () => {
    await simulator.seed({ orderId: ID })
    const page = await open(`?order=${ID}`)

    await page.press('Cancel order…')
    await page.dialog().waitFor()
    // The order is read once more when a dialog opens.
    await page.answered()
    await simulator.fault({
      name: 'the reply is lost, and nothing was done',
      method: 'POST',
      path: '/cancel',
      kind: 'reset',
      times: 1,
    })
    await cancelOrder(simulator, ID, { as: 'api-key' })
    await page.pressInDialog('Cancel order')
    await page.see(/^Something else is at this order\. Wait \d+ s\.$/)
    expect(await page.sent()).toBe(1)
  })

  test.each([['STORAGE_UNAVAILABLE', { host: 'infra.io.vtex.com' }]])(
    '%s of a cancel says that nothing was sent',
    async (code, where) => {
      await simulator.seed({ orderId: ID })
      const page = await open(`?order=${ID}`)

      await page.press('Cancel order…')
      await page.dialog().waitFor()
      // The order is read once more when a dialog opens.
      await page.answered()
      await simulator.fault({
        name: 'VBase is down',
        ...where,
        times: 1_000,
        status: 503,
      })
      await page.pressInDialog('Cancel order')
      await page.see(copy[`admin/order-cancellation.refusal.${code}`])
      expect(await page.sent()).toBe(0)
    }
  )
})
