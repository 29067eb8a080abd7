import type { Locator, Page, Request } from 'playwright-core'

import type { Simulator } from '../../support/simulator'

/** The longest time between two looks of a page that is seen and gets answers. */
const LONGEST_WAIT_MS = 30_000

/** What an operator sees and presses, in the words of the page. */
export class AdminPage {
  /** What the page said to the console, and what it asked of another host: both must be nothing. */
  private readonly broken: string[] = []
  /** The requests to the app, by operation. */
  public readonly asked: string[] = []
  /** The requests to the app that have no answer yet. */
  private readonly pending = new Set<Request>()
  private noted: () => void = () => undefined
  /** Set by a test that makes the server fail: the browser itself then writes to the console. */
  public expectsFailures = false

  constructor(
    public readonly page: Page,
    private readonly simulator: Simulator
  ) {
    page.on('console', (message) => {
      const isBrowsers = message.text().startsWith('Failed to load resource')

      if (isBrowsers && this.expectsFailures) return
      if (message.type() === 'debug') return
      this.broken.push(`console: ${message.text()}`)
    })
    page.on('pageerror', (error) => this.broken.push(`error: ${error.message}`))
    page.on('request', (request) => {
      if (
        !/^(blob|data):/.test(request.url()) &&
        !request.url().startsWith(simulator.url)
      )
        this.broken.push(`foreign host: ${request.url()}`)
      if (!request.url().endsWith('/graphql')) return
      this.pending.add(request)
      this.asked.push(String(request.postDataJSON()?.operationName))
    })

    const ended = (request: Request) => {
      this.pending.delete(request)
      this.noted()
    }

    page.on('requestfinished', ended)
    page.on('requestfailed', ended)
  }

  /** Waits until the page has the answers to all that it has asked. */
  public async answered() {
    while (this.pending.size > 0) {
      // eslint-disable-next-line no-await-in-loop
      await new Promise<void>((resolve) => (this.noted = resolve))
    }

    // Whatever follows from an answer follows before this comes back.
    await this.page.evaluate(() => undefined)
  }

  /** Moves the page's clock so far that it looks by itself, and waits for the answer. */
  public async look() {
    // Until a first answer came, no look is planned.
    await this.answered()
    await this.page.clock.runFor(LONGEST_WAIT_MS)
    await this.answered()
  }

  /** Keeps back the reads of an order that the page begins from now on, until the returned function is called. */
  public async holdReads(): Promise<() => void> {
    let letRead: () => void = () => undefined
    const mayRead = new Promise<void>((resolve) => (letRead = resolve))

    await this.page.route('**/graphql', async (route) => {
      if (route.request().postDataJSON().operationName === 'Case') await mayRead

      return route.fallback()
    })

    return letRead
  }

  public expectNothingBroken() {
    expect(this.broken).toEqual([])
  }

  public button(name: string | RegExp): Locator {
    return this.page.getByRole('button', {
      name,
      exact: typeof name === 'string',
    })
  }

  public press = (name: string | RegExp) => this.button(name).click()

  public field = (name: string | RegExp) =>
    this.page.getByRole('textbox', { name, exact: typeof name === 'string' })

  /** The sentence under which all else stands. */
  public verdict = () => this.page.locator('h2').first()

  public text = (text: string | RegExp) =>
    this.page.getByText(text, { exact: typeof text === 'string' }).first()

  public dialog = () => this.page.getByRole('dialog')

  /** Presses a button of the open dialog. */
  public pressInDialog = (name: string) =>
    this.dialog().getByRole('button', { name, exact: true }).click()

  /** Waits until an element with a text is seen. */
  public see = (text: string | RegExp) => this.text(text).waitFor()

  /** Waits until the verdict is a sentence. */
  public seeVerdict = (sentence: string) =>
    this.page.locator('h2', { hasText: sentence }).waitFor()

  public tag = () => this.page.locator('.oc-page article .oc-line').first()

  /** Reads an order as an operator does. */
  public async readOrder(orderId: string) {
    await this.field('Order id').fill(orderId)
    await this.press('Read order')
  }

  /** The names of the buttons that are offered for an order or a batch. */
  public async offered(): Promise<string[]> {
    return this.page.locator('.oc-page .oc-buttons button').allTextContents()
  }

  /** What stands in the cells of the first table, row by row. */
  public tableRows = (): Promise<string[][]> =>
    this.page
      .locator('table')
      .first()
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) =>
          Array.from(
            row.querySelectorAll('td > div'),
            (cell) => cell.textContent ?? ''
          )
        )
      )

  /** Goes to another place of the page, as Back does, and waits until it is read. */
  public async visit(search: string) {
    if (await this.dialog().isVisible()) {
      await this.page.keyboard.press('Escape')
      await this.dialog().waitFor({ state: 'detached' })
    }

    await this.page.evaluate(async (wanted) => {
      window.history.pushState(null, '', window.location.pathname + wanted)
      window.dispatchEvent(new PopStateEvent('popstate'))
      // The page shows by then that it reads.
      await new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve))
      })
    }, search)
    await this.page
      .locator('.oc-waiting')
      .first()
      .waitFor({ state: 'detached' })
  }

  /** How many requests of a kind OMS has received. */
  public async sent(kind = 'cancel'): Promise<number> {
    const calls = await this.simulator.ledger('oms')

    return calls.filter(
      ({ method, path }) => method === 'POST' && path.endsWith(`/${kind}`)
    ).length
  }

  /** How many operations of a name were asked. */
  public count = (operation: string) =>
    this.asked.filter((name) => name === operation).length
}
