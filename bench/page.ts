import { mkdtempSync, rmSync, writeFileSync } from 'fs'
import { tmpdir } from 'os'
import { join } from 'path'

import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'

import { findChromium } from '../tests/browser/support/chromium'
import { Simulator } from '../tests/support/simulator'
import { outOfBounds, printTable } from './table'
import type { Bound } from './table'

/** As slow as the computers on which operators work. */
const SLOWER = 4

const LINES = 10_000

const LIST = Array.from(
  { length: LINES },
  (_, line) => `13900${String(line).padStart(8, '0')}-01`
).join('\n')

const RUNS = 5

/** The page waits so long after a key before it reads a list. */
const PAUSE_MS = 200

/** What the specification of the page allows, in ms on a usual computer that is slowed down so. */
const BUDGET_MS = { verdict: 100, list: 300, longestTask: 200 }

/** Times the fixed computation, whatever the machine. */
const AT_MOST = { verdict: 2, list: 3, longestTask: 2 }

interface Times {
  /** From the answer of the app to the verdict on the screen. */
  verdict: number
  /** From the chosen file to the summary of its list, without the page's own pause. */
  list: number
  /** The longest time for which the page did not react meanwhile. */
  longestTask: number
  /** A fixed computation: how fast this machine is, so slowed down. */
  reference: number
}

/** Measures how fast the Admin page reacts on a slow computer; returns the measurements that exceed their bound. */
export async function benchPage(): Promise<string[]> {
  const executablePath = findChromium()

  if (!executablePath) {
    console.log('• No Chromium or Chrome was found: the page is not measured.')

    return []
  }

  const simulator = new Simulator()
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  })

  const folder = mkdtempSync(join(tmpdir(), 'order-cancellation-'))
  const file = join(folder, 'orders.txt')

  try {
    // A file of the disk, as an operator chooses it: one that the test hands over costs the page time to unpack.
    writeFileSync(file, LIST)
    await simulator.start()
    await simulator.reset()

    const runs: Times[] = []

    for (let run = 0; run < RUNS; run += 1) {
      // eslint-disable-next-line no-await-in-loop
      runs.push(await measure(browser, simulator.url, file))
    }

    return report(runs)
  } finally {
    await browser.close()
    await simulator.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(
  browser: Browser,
  url: string,
  file: string
): Promise<Times> {
  const page = await browser.newPage()
  const session = await page.context().newCDPSession(page)

  await page.addInitScript({ path: join(__dirname, 'pageProbe.js') })
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.goto(`${url}/admin/app/order-cancellation`)
  await page.getByRole('button', { name: 'Read order' }).waitFor()

  const reference = await page.evaluate<number>('probe.compute()')
  const verdict = await timeOfVerdict(page)
  const list = await timeOfList(page, file)

  await page.close()

  return { reference, verdict, ...list }
}

async function timeOfVerdict(page: Page): Promise<number> {
  await page.evaluate('probe.watchVerdict()')
  await page.locator('#oc-order-id').fill('1380000000001-01')
  await page.getByRole('button', { name: 'Read order' }).click()
  await page.locator('.oc-page h2').waitFor()

  return page.evaluate<number>('probe.verdictMs()')
}

async function timeOfList(
  page: Page,
  file: string
): Promise<Pick<Times, 'list' | 'longestTask'>> {
  await page.getByRole('link', { name: 'Many orders' }).click()
  // The parser comes with the first list; what is measured is the list itself.
  await page.locator('#oc-list').fill('1390000000000-01')
  await page
    .locator('.oc-page')
    .getByText('1 order.', { exact: true })
    .waitFor()
  await page.evaluate("probe.watchList('10,000 orders.')")
  await page.locator('input[type=file]').setInputFiles(file)
  await page
    .locator('.oc-page')
    .getByText('10,000 orders.', { exact: true })
    .waitFor()

  const { list, longestTask } = await page.evaluate<
    Pick<Times, 'list' | 'longestTask'>
  >('probe.listMs()')

  return { list: list - PAUSE_MS, longestTask }
}

const NAMES: Array<[Exclude<keyof Times, 'reference'>, string]> = [
  ['verdict', 'the verdict after its answer'],
  ['list', `a list of ${LINES} lines`],
  ['longestTask', 'the longest task with that list'],
]

function report(runs: Times[]): string[] {
  const of = (name: keyof Times) =>
    runs.map((run) => run[name]).sort((a, b) => a - b)[Math.floor(RUNS / 2)]

  const reference = of('reference')

  printTable(
    `The Admin page, ${SLOWER} times slowed down (medians of ${RUNS})`,
    [
      ['', 'ms', 'budget', 'of the fixed computation'],
      ...NAMES.map(([name, title]) => [
        title,
        of(name).toFixed(0),
        String(BUDGET_MS[name]),
        (of(name) / reference).toFixed(2),
      ]),
      ['the fixed computation', reference.toFixed(0), '', '1.00'],
    ]
  )

  return outOfBounds(
    NAMES.map(
      ([name, title]): Bound => ({
        what: title,
        measured: of(name) / reference,
        atMost: AT_MOST[name],
      })
    )
  )
}
