import { untilBatch, untilRows } from '../support/batches'
import { checkList, LONG_MS, startBatch } from './support/batchScreen'
import { describeInBrowser, useBrowser } from './support/browser'

describeInBrowser('a batch that goes on', () => {
  const { simulator, open } = useBrowser()

  test(
    'flow 14: slowed by VTEX says so with its time, and goes on by itself',
    async () => {
      const { orderIds } = await simulator.seedMany(3, 'T')
      const page = await open('?view=many', { moveClock: true })
      const id = await checkList(page, simulator, orderIds)

      await simulator.fault({
        name: 'OMS takes no more cancels for now',
        method: 'POST',
        path: '/cancel',
        skip: 1,
        times: 1,
        status: 429,
        headers: { 'retry-after': '30' },
      })
      await startBatch(page, '3')
      await page.see('Slowed by VTEX')
      await page.see(/Goes on by itself at \d\d:\d\d:\d\d/)
      expect(
        Number(
          await page.page.getByRole('progressbar').getAttribute('aria-valuenow')
        )
      ).toBeLessThan(100)
      await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)
      await page.look()
      await page.see('3 of 3 settled')
      expect(await page.sent()).toBe(3 + 1)
      expect(
        (await simulator.ledger('oms')).filter(
          ({ method, path, status }) =>
            method === 'POST' && path.endsWith('/cancel') && status === 200
        )
      ).toHaveLength(3)
    },
    LONG_MS
  )

  test(
    'flow 15: tried again works only on the rows that were refused or are not known',
    async () => {
      // A cancel of each is a request that the store accepts later: the batch ends with it.
      const { orderIds } = await simulator.seedMany(4, 'V', {
        status: 'handling',
      })

      const page = await open('?view=many', { moveClock: true })
      // OMS does not know it yet.
      const late = 'V90000-01'
      const id = await checkList(page, simulator, [...orderIds, late])

      await startBatch(page, '4')
      await untilBatch(simulator, id, ({ state }) => state === 'DONE')
      await page.look()
      expect(await page.sent()).toBe(4)
      await simulator.seed({ orderId: late })
      await page.press('Try again…')
      await page.see('Try 1 order again?')
      await page.pressInDialog('Try again')
      await page.see(/olga@acme.example tried again/)

      const rows = await untilRows(
        simulator,
        id,
        (all) => all[4].state === 'ACCEPTED'
      )

      expect(rows.map(({ attempts }) => attempts)).toEqual([1, 1, 1, 1, 1])
      expect(await page.sent()).toBe(5)
    },
    LONG_MS
  )
})
