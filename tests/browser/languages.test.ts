import { mkdirSync } from 'fs'
import { join } from 'path'

import { ROOT } from '../support/repository'
import { describeInBrowser, useBrowser } from './support/browser'

/** Not committed: for a person to look at. */
const PICTURES = join(ROOT, 'coverage', 'pictures')

const OPEN_REQUEST = {
  status: 'cancellation-requested' as const,
  origin: 'Fulfillment' as const,
  cancellation: { reason: 'Ordered twice', requestedByUser: true },
}

const VIEWS = [
  { language: 'en', width: 1280 },
  { language: 'en', width: 375 },
  { language: 'es', width: 375 },
  { language: 'pt', width: 375 },
] as const

/** A screen or state, by the name of its picture, and how an operator comes there. */
const SCREENS: Record<string, string> = {
  empty: '',
  'not-canceled': '?order=1380000000001-01',
  requested: '?order=1380000000009-01',
  invoiced: '?order=1380000000011-01',
  'partly-invoiced': '?order=1380000000013-01',
  canceled: '?order=1380000000014-01',
  stuck: '?order=1380000000016-01',
  'not-found': '?order=1390000000099-01',
  many: '?view=many',
  requests: '?view=requests',
  history: '?view=history',
}

const DIALOGS: Record<string, [string, number]> = {
  'cancel-dialog': ['?order=1380000000001-01', 0],
  'accept-dialog': ['?order=1380000000009-01', 0],
  'deny-dialog': ['?order=1380000000009-01', 1],
  'return-dialog': ['?order=1380000000011-01', 0],
}

describeInBrowser.each(VIEWS)(
  'flow 23: the page in $language at $width px',
  ({ language, width }) => {
    const { simulator, open } = useBrowser()

    beforeAll(() => mkdirSync(PICTURES, { recursive: true }))
    beforeEach(() =>
      simulator.seed({ orderId: '1390000000071-01', ...OPEN_REQUEST })
    )

    const look = async (name: string, search: string, button?: number) => {
      const page = await open(search, { language, width, height: 800 })

      await page.page.locator('.oc-page').waitFor()
      await page.page.waitForLoadState('networkidle')
      if (button !== undefined) {
        await page.page
          .locator('.oc-page .oc-buttons button')
          .nth(button)
          .click()
        await page.dialog().waitFor()
      }

      await page.page.screenshot({
        path: join(PICTURES, `${name}-${language}-${width}.png`),
        fullPage: true,
        animations: 'disabled',
      })

      const text = await page.page.locator('body').innerText()

      // A key without words would stand there as itself; the shell also says it to the console.
      expect(text).not.toContain('admin/order-cancellation')
      expect(
        await page.page.evaluate(
          () =>
            document.documentElement.scrollWidth -
            document.documentElement.clientWidth
        )
      ).toBe(0)
    }

    test.each(Object.entries(SCREENS))(
      'has words for all of %s, and nothing runs over',
      async (name, search) => {
        await look(name, search)
      }
    )

    test.each(Object.entries(DIALOGS))(
      'has words for all of the %s, and nothing runs over',
      async (name, [search, button]) => {
        await look(name, search, button)
      }
    )
  }
)
