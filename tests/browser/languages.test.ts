import { mkdirSync } from 'fs'
import { join } from 'path'

import { createBatch, startBatch, untilBatch } from '../support/batches'
import { ROOT } from '../support/repository'
import type { Simulator } from '../support/simulator'
import type { AdminPage } from './support/adminPage'
import { describeInBrowser, useBrowser } from './support/browser'

/** Not committed: for a person to look at. */
const PICTURES = join(ROOT, 'coverage', 'pictures')

/** The narrowest screen on which nothing may run over. */
const NARROWEST_PX = 320

const VIEWS = [
  { language: 'en', width: 1280 },
  { language: 'en', width: 375 },
  { language: 'es', width: 375 },
  { language: 'pt', width: 375 },
] as const

/** A screen or state, by the name of its picture: how an operator comes there, and the button that is pressed then. */
const SCREENS: Array<[string, string, number?]> = [
  ['empty', ''],
  ['not-canceled', '?order=1380000000001-01'],
  ['requested', '?order=1380000000009-01'],
  ['handled', '?order=1380000000004-01'],
  ['invoiced', '?order=1380000000011-01'],
  ['partly-invoiced', '?order=1380000000013-01'],
  ['canceled', '?order=1380000000014-01'],
  ['stuck', '?order=1380000000016-01'],
  ['not-found', '?order=1390000000099-01'],
  ['many', '?view=many'],
  ['requests', '?view=requests'],
  ['history', '?view=history'],
  ['cancel-dialog', '?order=1380000000001-01', 0],
  ['accept-dialog', '?order=1380000000009-01', 0],
  ['deny-dialog', '?order=1380000000009-01', 1],
  ['return-dialog', '?order=1380000000011-01', 0],
  ['check', '?batch=ready'],
  ['start-dialog', '?batch=ready', 0],
  ['discard-dialog', '?batch=ready', 1],
  ['running', '?batch=running'],
  ['stop-dialog', '?batch=running', 1],
  ['finished', '?batch=done'],
  ['finished-refused', '?batch=done&show=REFUSED'],
  ['try-again-dialog', '?batch=done', 0],
]

/**
 * Seeds a batch that waits for its start, one at work, and one that will have ended, with a
 * refusal, when it is looked at. Returns their ids by their names in SCREENS.
 */
async function seedBatches(
  simulator: Simulator
): Promise<Record<string, string>> {
  const { orderIds } = await simulator.seedMany(17, 'L')
  const { orderIds: canceled } = await simulator.seedMany(3, 'C', {
    status: 'canceled',
    transactionStatus: 'Canceled',
  })

  const { orderIds: invoiced } = await simulator.seedMany(1, 'M', {
    status: 'invoiced',
    packages: [{ type: 'Output', invoiceNumber: '1' }],
  })

  const common = {
    name: 'Recall of the summer collection',
    reason: 'Out of stock',
  }

  const startedAs = async (
    idempotencyKey: string,
    options: { orders: string[]; maxPerMinute?: number }
  ) =>
    (await startBatch(simulator, { idempotencyKey, ...common, ...options })).id

  // Its orders are certain to be canceled only half a minute later.
  const done = await startedAs('done', {
    orders: [...canceled, ...invoiced],
  })

  const { batch } = await createBatch(simulator, {
    idempotencyKey: 'ready',
    ...common,
    orders: [...orderIds.slice(0, 9), ...invoiced, '1390000000099-01'],
  })

  const ready = String(batch?.id)

  await untilBatch(simulator, ready, ({ state }) => state === 'READY')

  const running = await startedAs('running', {
    maxPerMinute: 1,
    orders: orderIds.slice(9),
  })

  await untilBatch(simulator, running, ({ counts }) => counts.accepted > 0)

  return { ready, running, done }
}

describeInBrowser('flow 23: the page in each language', () => {
  const { simulator, open } = useBrowser()

  const overflow = ({ page }: AdminPage) =>
    page.evaluate(
      () =>
        document.documentElement.scrollWidth -
        document.documentElement.clientWidth
    )

  /** Looks at all screens, one after the other, and takes a picture of each. Returns what is wrong. */
  const lookAt = async (
    { language, width }: (typeof VIEWS)[number],
    batches: Record<string, string>
  ) => {
    const page = await open('', { language, width, height: 800 })
    const found: string[] = []

    for (const [name, search, button] of SCREENS) {
      const picture = `${name}-${language}-${width}`
      const address = search.replace(
        /batch=(\w+)/,
        (_, batch) => `batch=${batches[batch]}`
      )

      /* eslint-disable no-await-in-loop -- the screens share a page */
      if (search.includes('batch=done'))
        await untilBatch(
          simulator,
          batches.done,
          ({ state }) => state === 'DONE'
        )
      await page.page.setViewportSize({ width, height: 800 })
      await page.visit(address)
      if (button !== undefined) {
        await page.page
          .locator('.oc-page .oc-buttons button')
          .nth(button)
          .click()
        await page.dialog().waitFor()
      }

      await page.page.screenshot({
        path: join(PICTURES, `${picture}.png`),
        fullPage: true,
        animations: 'disabled',
      })

      const text = await page.page.locator('body').innerText()

      // A key without words stands there as itself; the shell also says it to the console.
      if (text.includes('admin/order-cancellation'))
        found.push(`${picture}: a key without words`)
      if ((await overflow(page)) !== 0) found.push(`${picture}: runs over`)

      await page.page.setViewportSize({ width: NARROWEST_PX, height: 800 })
      if ((await overflow(page)) !== 0)
        found.push(`${picture}: runs over at ${NARROWEST_PX} px`)
      /* eslint-enable no-await-in-loop */
    }

    return found
  }

  test('has words for each screen, state and dialog, and nothing runs over', async () => {
    mkdirSync(PICTURES, { recursive: true })
    await simulator.seed({
      orderId: '1390000000071-01',
      status: 'cancellation-requested',
      origin: 'Fulfillment',
      cancellation: { reason: 'Ordered twice', requestedByUser: true },
    })

    const batches = await seedBatches(simulator)
    const found = await Promise.all(VIEWS.map((view) => lookAt(view, batches)))

    expect(found.flat()).toEqual([])
  }, 240_000)
})
