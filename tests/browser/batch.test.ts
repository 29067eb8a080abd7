import { readFileSync } from 'fs'

import { allRows, readBatch, untilBatch } from '../support/batches'
import { ask } from '../support/graphql'
import { checkList, LONG_MS, startBatch } from './support/batchScreen'
import { describeInBrowser, useBrowser } from './support/browser'

describeInBrowser('a batch on the page', () => {
  const { simulator, open } = useBrowser()

  test(
    'flow 11: of 500 orders shows the sums of the check, starts only with the right count, and cancels as many',
    async () => {
      const paid = await simulator.seedMany(440, 'P')
      const handled = await simulator.seedMany(20, 'H', { status: 'handling' })
      const invoiced = await simulator.seedMany(40, 'I', {
        status: 'invoiced',
        packages: [{ type: 'Output', invoiceNumber: '1' }],
      })

      const page = await open('?view=many', { moveClock: true })
      const ids = [...paid.orderIds, ...handled.orderIds, ...invoiced.orderIds]
      const id = await checkList(page, simulator, ids)
      const { batch } = await readBatch(simulator, id)
      const sumOf = (outlook: string) =>
        (batch?.groups.find((group) => group.outlook === outlook)?.sums[0]
          .value ?? 0) / 100

      const money = new Intl.NumberFormat('en-US', {
        style: 'currency',
        currency: 'BRL',
      })

      expect(await page.tableRows()).toEqual([
        ['Will be canceled', '440', money.format(sumOf('WILL_CANCEL'))],
        [
          'Will ask first (handling)',
          '20',
          money.format(sumOf('WILL_REQUEST')),
        ],
        ['Invoiced', '40', money.format(sumOf('INVOICED'))],
      ])

      await startBatch(page, '500')
      await page.see('Type 460 to go on.')
      expect(page.count('ControlBatch')).toBe(0)
      expect(await page.sent()).toBe(0)

      await page.dialog().getByLabel(/^Type/).fill('4,60')
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
    'flow 16: is saved as a file that equals the API, in which a formula is text',
    async () => {
      // A batch of these ends, and its rows stay as they are.
      const { orderIds: handled } = await simulator.seedMany(2, 'X', {
        status: 'handling',
      })

      const { orderIds: invoiced } = await simulator.seedMany(1, 'I', {
        status: 'invoiced',
        packages: [{ type: 'Output', invoiceNumber: '1' }],
      })

      const page = await open('?view=many', { moveClock: true })
      const id = await checkList(
        page,
        simulator,
        [...handled, ...invoiced].map((orderId) => `${orderId},=1+1`)
      )

      await startBatch(page, '2')
      await untilBatch(simulator, id, ({ state }) => state === 'DONE')

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
      expect(rows.map(({ state }) => state)).toEqual([
        'AWAITING_DECISION',
        'AWAITING_DECISION',
        'REFUSED',
      ])
      expect(lines.map((line) => line.split(','))).toEqual(
        rows.map(({ row, value, cancellation, ...of }) => [
          String(row),
          of.orderId,
          cancellation?.reason ? `"'${cancellation.reason}"` : '',
          of.state,
          of.state === 'REFUSED' ? 'Already invoiced. Return it first.' : '',
          String(of.attempts),
          ((value ?? 0) / 100).toFixed(2),
          of.currency,
          cancellation?.orderStatus,
          cancellation?.date ?? '',
          cancellation?.receipt ?? '',
          '',
          of.updatedAt,
        ])
      )
      expect(rows[0].cancellation?.reason).toBe('=1+1')
    },
    LONG_MS
  )

  test(
    'of the same list is made once: the page asks whether to open it or to check it as new',
    async () => {
      const { orderIds } = await simulator.seedMany(2, 'K')
      const page = await open('?view=many', { moveClock: true })
      const id = await checkList(page, simulator, orderIds)

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
