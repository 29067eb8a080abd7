import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'

import { cookieOf } from '../../support/graphql'
import { useSimulator } from '../../support/simulator'
import type { Simulator } from '../../support/simulator'
import { AdminPage } from './adminPage'
import { findChromium } from './chromium'

/** Without them Chromium asks for hosts of its maker. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // CI runs as root, where Chromium's own sandbox cannot start.
  '--no-sandbox',
]

/** Less than a test has: what was awaited is then named. */
const PATIENCE_MS = 55_000

const APP = '/admin/app/order-cancellation'

export interface OpenOptions {
  /** The key of a ready-made caller; null logs out. */
  as?: string | null
  language?: 'en' | 'es' | 'pt'
  width?: number
  height?: number
  /** The pixels of a picture for each of the page's. */
  scale?: number
  /** The time zone and the clock of the page are the machine's unless it is moved. */
  moveClock?: boolean
  /** The server fails in this test: the browser itself then writes to the console. */
  expectsFailures?: boolean
  /** Opens the frame that stands for the Admin, with the page in it. */
  inFrame?: boolean
}

export interface BrowserTests {
  simulator: Simulator
  /** Opens the page at a query, as a caller, in a browser context of its own. */
  open: (search?: string, options?: OpenOptions) => Promise<AdminPage>
}

/** Describes tests in a real browser; without one they are skipped, and `npm test` says why. */
export const describeInBrowser = findChromium() ? describe : describe.skip

/** Starts a browser for a group of tests, beside a simulator that is reset before each. */
export function useBrowser(options: { replicas?: number } = {}): BrowserTests {
  const simulator = useSimulator(undefined, options)
  const opened: AdminPage[] = []
  let browser: Browser

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: findChromium() ?? undefined,
      args: QUIET,
    })
  })
  afterAll(() => browser?.close())
  afterEach(async () => {
    const pages = opened.splice(0)

    await Promise.all(pages.map(({ page }) => page.context().close()))
    for (const page of pages) page.expectNothingBroken()
  })

  return {
    simulator,
    open: async (search = '', { inFrame = false, ...how } = {}) => {
      const context = await newContext(browser, simulator, how)
      const page = await context.newPage()
      const admin = new AdminPage(page, simulator)

      admin.expectsFailures = how.expectsFailures ?? false
      opened.push(admin)
      page.setDefaultTimeout(PATIENCE_MS)
      if (how.moveClock) await page.clock.install()
      await page.goto(
        `${simulator.url}${
          inFrame ? '/admin/order-cancellation' : APP
        }${search}`
      )

      return admin
    },
  }
}

async function newContext(
  browser: Browser,
  { url }: Simulator,
  {
    as = 'operator',
    language = 'en',
    width = 1280,
    height = 900,
    scale = 1,
  }: OpenOptions
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    acceptDownloads: true,
  })

  const login =
    as === null
      ? { name: 'simulator-logged-out', value: '1' }
      : namedCookie(cookieOf(as).cookie)

  await context.addCookies([
    { ...login, url },
    { name: 'simulator-language', value: language, url },
  ])

  return context
}

function namedCookie(cookie: string): { name: string; value: string } {
  const [name, value] = cookie.split('=')

  return { name, value }
}

export type { Page }
