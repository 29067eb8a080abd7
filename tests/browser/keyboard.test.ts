import { readFileSync } from 'fs'

import { untilBatch } from '../support/batches'
import { untilChecked } from './support/batchScreen'
import { describeInBrowser, useBrowser } from './support/browser'
import type { AdminPage } from './support/adminPage'

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  impact: string
  nodes: Array<{ html: string }>
}

/** What axe-core finds. The styleguide's components that break its rules are not used, or are mended by our styles. */
const violationsOf = async ({ page }: AdminPage): Promise<string[]> => {
  // The page's policy lets no other script in; a tester's own may pass.
  await page.evaluate(AXE)

  const violations = await page.evaluate(
    async () =>
      (
        (await (
          window as unknown as {
            axe: { run: () => Promise<{ violations: Violation[] }> }
          }
        ).axe.run()) as { violations: Violation[] }
      ).violations
  )

  return violations
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .map(({ id, nodes }) => `${id}: ${nodes[0].html}`)
}

/** Presses Tab until an element with a name has the focus. */
const tabTo = async ({ page }: AdminPage, name: string | RegExp) => {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    // eslint-disable-next-line no-await-in-loop
    await page.keyboard.press('Tab')

    // eslint-disable-next-line no-await-in-loop
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null
      const label =
        element && 'labels' in element
          ? (element as HTMLInputElement).labels?.[0]
          : null

      return (label ?? element)?.textContent?.trim() ?? ''
    })

    if (typeof name === 'string' ? focused === name : name.test(focused)) return
  }

  throw new Error(`No Tab leads to ${name}.`)
}

describeInBrowser('flow 24: by keyboard', () => {
  const { simulator, open } = useBrowser()

  test('one order is canceled, and the focus stands where the outcome is told', async () => {
    await simulator.seed({ orderId: '1390000000081-01' })
    const page = await open()

    await tabTo(page, 'Order id')
    await page.page.keyboard.type('1390000000081-01')
    await page.page.keyboard.press('Enter')
    await page.seeVerdict('Nobody has asked to cancel this order.')
    expect(
      await page.verdict().evaluate((h2) => h2 === document.activeElement)
    ).toBe(true)

    await tabTo(page, 'Cancel order…')
    await page.page.keyboard.press('Enter')
    await page.dialog().waitFor()
    await page.page.waitForFunction(
      () => document.activeElement?.id === 'oc-reason'
    )
    await page.page.keyboard.type('Out of stock')
    await tabTo(page, 'Cancel order')
    await page.page.keyboard.press('Enter')
    await page.seeVerdict(
      'VTEX has the request. The order is not canceled yet.'
    )
    expect(
      await page.verdict().evaluate((h2) => h2 === document.activeElement)
    ).toBe(true)
    expect(await page.page.locator('[role=status]').first().innerText()).toBe(
      'VTEX has the request. The order is not canceled yet.'
    )
    expect(await page.sent()).toBe(1)
  })

  test('many orders are checked and canceled', async () => {
    const { orderIds } = await simulator.seedMany(3, 'W')
    const page = await open('?view=many', { moveClock: true })

    await tabTo(page, 'Order ids, one a line')
    await page.page.keyboard.insertText(orderIds.join('\n'))
    await page.see('3 orders.')
    await tabTo(page, 'Check 3 orders')
    await page.page.keyboard.press('Enter')

    const id = await untilChecked(page, simulator)

    expect(await violationsOf(page)).toEqual([])
    await tabTo(page, 'Cancel 3 orders…')
    await page.page.keyboard.press('Enter')
    await page.dialog().waitFor()
    await page.page.waitForFunction(
      () => document.activeElement?.id === 'oc-count'
    )
    await page.page.keyboard.type('3')
    await page.page.keyboard.press('Enter')

    await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)
    await page.look()
    await page.see('3 of 3 settled')
    expect(await violationsOf(page)).toEqual([])
    expect(await page.sent()).toBe(3)
  })
})

/** Each screen, with a text that stands there when it is whole. */
const SCREENS = [
  ['', 'Read order'],
  ['?order=1380000000001-01', 'Cancel order…'],
  ['?order=1380000000009-01', 'Deny…'],
  ['?view=many', 'Check the list'],
  ['?view=requests', '1380000000009-01'],
  ['?view=history', 'No batches yet.'],
]

describeInBrowser('flow 24: for a screen reader', () => {
  const { simulator, open } = useBrowser()

  test('has nothing serious on any screen', async () => {
    const page = await open()
    const found: Record<string, string[]> = {}

    for (const [search, text] of SCREENS) {
      // The screens share a page.
      // eslint-disable-next-line no-await-in-loop
      await page.visit(search)
      // eslint-disable-next-line no-await-in-loop
      await page.see(text)
      // eslint-disable-next-line no-await-in-loop
      found[search] = await violationsOf(page)
    }

    expect(found).toEqual(
      Object.fromEntries(SCREENS.map(([search]) => [search, []]))
    )
  })

  test('has nothing serious in a dialog', async () => {
    await simulator.seed({ orderId: '1390000000082-01' })
    const page = await open('?order=1390000000082-01')

    await page.press('Cancel order…')
    await page.dialog().waitFor()
    // What is faded in has its own colors only then.
    await page.page.evaluate(() =>
      Promise.all(document.getAnimations().map(({ finished }) => finished))
    )
    expect(await violationsOf(page)).toEqual([])
  })
})
