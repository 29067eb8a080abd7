import { readFileSync } from 'fs'

import { allRows, readBatch, untilBatch } from '../support/batches'
import { ask } from '../support/graphql'
import type { AdminPage } from './support/adminPage'
import { describeInBrowser, useBrowser } from './support/browser'

/** A batch is created, checked, worked on and followed by the page in real time. */
const LONG_MS = 150_000

describeInBrowser('a batch on the page', () => {
  const { simulator, open } = useBrowser({ replicas: 2 })

  /** Pastes a list, checks it, and waits for the end of the check. Returns the id of the batch. */
  const checked = async (page: AdminPage, ids: string[]) => {
    await page.field('Order ids, one a line').fill(ids.join('\n'))
    await page.button(/^Check \d/).click()
    await page.page.waitForURL(/batch=/)
    await page.seeVerdict('Waiting for your start.')

    return String(new URL(page.page.url()).searchParams.get('batch'))
  }

  const start = async (page: AdminPage, typed: string) => {
    await page.press(/^Cancel [\d,]+ orders…$/)
    await page.dialog().getByLabel(/^Type/).fill(typed)
    await page
      .dialog()
      .getByRole('button', { name: /^Cancel/ })
      .click()
  }

  test(
    'flow 11: of 500 orders shows the sums of the check, starts only with the right count, and cancels as many',
    async () => {
      const paid = await simulator.seedMany(440, 'P')
      const handled = await simulator.seedMany(20, 'H', { status: 'handling' })
      const invoiced = await simulator.seedMany(40, 'I', {
        status: 'invoiced',
        packages: [{ type: 'Output', invoiceNumber: '1' }],
      })

      const page = await open('?view=many')
      const ids = [...paid.orderIds, ...handled.orderIds, ...invoiced.orderIds]
      const id = await checked(page, ids)
      const { batch } = await readBatch(simulator, id)
      const sumOf = (outlook: string) =>
        (batch?.groups.find((group) => group.outlook === outlook)?.sums[0]
          .value ?? 0) / 100

      const money = new Intl.NumberFormat('en-US', {
        style: 'currency',
        currency: 'BRL',
      })

      expect(
        (
          await page.page
            .locator('table')
            .first()
            .locator('tbody tr')
            .allInnerTexts()
        ).map((row) => row.split(/\s*\t\s*/))
      ).toEqual([
        ['Will be canceled', '440', money.format(sumOf('WILL_CANCEL'))],
        [
          'Will ask first (handling)',
          '20',
          money.format(sumOf('WILL_REQUEST')),
        ],
        ['Invoiced', '40', money.format(sumOf('INVOICED'))],
      ])

      await start(page, '499')
      await page.see('Type 500 to go on.')
      expect(page.count('ControlBatch')).toBe(0)
      expect(await page.sent()).toBe(0)

      await page.dialog().getByLabel(/^Type/).fill('5,00')
      await page
        .dialog()
        .getByRole('button', { name: /^Cancel/ })
        .click()
      await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)
      expect(await page.sent()).toBe(460)
      expect(await page.page.locator('.oc-page').innerText()).not.toMatch(
        /success|done|failed/i
      )
    },
    LONG_MS
  )

  test(
    'flow 12: survives a reload, a second tab and a killed replica, and sends no further cancel',
    async () => {
      const { orderIds } = await simulator.seedMany(60, 'R')
      const page = await open('?view=many')
      const id = await checked(page, orderIds)

      await start(page, '60')
      await page.see(/of 60 settled/)
      await page.page.reload()
      await page.see(/of 60 settled/)

      const second = await open(`?batch=${id}`)

      await second.see(/of 60 settled/)
      await simulator.killReplica(0)
      await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)
      await page.see('60 of 60 settled')
      await second.see('60 of 60 settled')
      expect(await page.sent()).toBe(60)
      expect(page.count('ControlBatch') + second.count('ControlBatch')).toBe(1)
      await simulator.startReplica(0)
    },
    LONG_MS
  )

  test(
    'flow 13: paused in one browser is shown by name in another, and a stop ends the sends',
    async () => {
      const { orderIds } = await simulator.seedMany(300, 'S')
      const page = await open('?view=many')
      const id = await checked(page, orderIds)
      const other = await open(`?batch=${id}`, { as: 'api-key' })

      await start(page, '300')
      await page.press('Pause')
      await page.seeVerdict('By olga@acme.example')
      await other.seeVerdict('By olga@acme.example')

      await other.press('Stop for good…')
      await other.pressInDialog('Stop for good')
      await other.see(/vtexappkey-acme-SIMULATED stopped it for good/)
      await untilBatch(simulator, id, ({ state }) => state === 'ABORTED')

      const { batch } = await readBatch(simulator, id)
      const sent = await page.sent()

      expect(batch?.counts.notAttempted).toBe(300 - sent)
      await simulator.advance(60)
      await readBatch(simulator, id)
      expect(await page.sent()).toBe(sent)
    },
    LONG_MS
  )

  test(
    'flow 14: slowed by VTEX says so with its time, and goes on by itself',
    async () => {
      const { orderIds } = await simulator.seedMany(30, 'T')
      const page = await open('?view=many')
      const id = await checked(page, orderIds)

      await simulator.fault({
        name: 'OMS takes no more cancels for now',
        method: 'POST',
        path: '/cancel',
        skip: 5,
        times: 6,
        status: 429,
        headers: { 'retry-after': '20' },
      })
      await start(page, '30')
      await page.see('Slowed by VTEX')
      await page.see(/Goes on by itself at \d\d:\d\d:\d\d/)
      expect(
        Number(
          await page.page.getByRole('progressbar').getAttribute('aria-valuenow')
        )
      ).toBeLessThan(100)
      await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)
      await page.see('30 of 30 settled')
      expect(await page.sent()).toBeGreaterThanOrEqual(30)
      expect(
        (await simulator.ledger('oms')).filter(
          ({ method, path, status }) =>
            method === 'POST' && path.endsWith('/cancel') && status === 200
        )
      ).toHaveLength(30)
    },
    LONG_MS
  )

  test(
    'flow 15: tried again works only on the rows that were refused or are not known',
    async () => {
      const { orderIds } = await simulator.seedMany(4, 'V')
      const { orderId: invoiced } = await simulator.seed({
        orderId: 'V90000-01',
        status: 'invoiced',
        packages: [{ type: 'Output', invoiceNumber: '1' }],
      })

      const page = await open('?view=many')
      const id = await checked(page, [...orderIds, invoiced])

      await start(page, '5')
      await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)
      await simulator.advance(60)
      await untilBatch(simulator, id, ({ state }) => state === 'DONE')

      const before = await allRows(simulator, id)

      await page.press('Try again…')
      await page.see('Try 1 order again?')
      await page.pressInDialog('Try again')
      await page.see(/olga@acme.example tried again/)
      await untilBatch(simulator, id, ({ state }) => state === 'DONE')

      const after = await allRows(simulator, id)

      expect(
        after.flatMap(({ orderId, attempts }, index) =>
          attempts > before[index].attempts ? [orderId] : []
        )
      ).toEqual([invoiced])
      expect(await page.sent()).toBe(4)
    },
    LONG_MS
  )

  test(
    'flow 16: is saved as a file that equals the API, in which a formula is text',
    async () => {
      const { orderIds } = await simulator.seedMany(3, 'X')
      const page = await open('?view=many')
      const list = orderIds.map((id) => `${id},=1+1`).join('\n')

      await page.field('Order ids, one a line').fill(list)
      await page.press('Check 3 orders')
      await page.page.waitForURL(/batch=/)
      await page.seeVerdict('Waiting for your start.')

      const id = String(new URL(page.page.url()).searchParams.get('batch'))

      await start(page, '3')
      await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)

      const [download] = await Promise.all([
        page.page.waitForEvent('download'),
        page.press('Download CSV'),
      ])

      const text = readFileSync(await download.path(), 'utf8')
      const [header, ...lines] = text.replace('\uFEFF', '').split('\r\n')
      const rows = await allRows(simulator, id)

      expect(text.startsWith('\uFEFF')).toBe(true)
      expect(header).toBe(
        'row,orderId,reason,state,explanation,attempts,value,currency,orderStatus,date,receipt,canceledAt,updatedAt'
      )
      expect(lines.map((line) => line.split(',').slice(0, 4))).toEqual(
        rows.map(({ row, orderId, state }) => [
          String(row),
          orderId,
          `"'=1+1"`,
          state,
        ])
      )
    },
    LONG_MS
  )

  test(
    'of the same list is made once: the page asks whether to open it or to check it as new',
    async () => {
      const { orderIds } = await simulator.seedMany(2, 'K')
      const page = await open('?view=many', { moveClock: true })
      const id = await checked(page, orderIds)

      await page.page.clock.setSystemTime(Date.now() + 60_000)
      await page.page.goBack()
      await page.press('Check 2 orders')
      await page.see(/You checked this list at/)
      await page.press('Open it')
      await page.page.waitForURL(new RegExp(`batch=${id}`))
      expect(
        (await ask(simulator, '{ cancellationBatches { items { id } } }')).data
          ?.cancellationBatches
      ).toEqual({ items: [{ id }] })
      expect(await page.sent()).toBe(0)
    },
    LONG_MS
  )
})
