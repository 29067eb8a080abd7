import { untilBatch } from '../support/batches'
import { checkList, startBatch } from './support/batchScreen'
import { describeInBrowser, useBrowser } from './support/browser'
import type { AdminPage } from './support/adminPage'

const MOST_POLL_BYTES = 3_000
const MOST_GROWTH_BYTES = 5 * 1024 * 1024

const lines = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `13900${String(index).padStart(8, '0')}-01`
  ).join('\n')

/** The heap after a collection of garbage. */
const heapOf = async ({ page }: AdminPage): Promise<number> => {
  const session = await page.context().newCDPSession(page)

  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')

  const { usedSize } = await session.send('Runtime.getHeapUsage')

  await session.detach()

  return usedSize
}

describeInBrowser('flow 25: the budget of the page', () => {
  const { simulator, open } = useBrowser()

  test('a list of 10,000 lines leaves at most 100 rows in the page', async () => {
    const page = await open('?view=many')

    await page.page.locator('input[type=file]').setInputFiles({
      name: 'orders.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`${lines(10_000)}\n${'bad!\n'.repeat(1_000)}`),
    })
    await page.see('10,000 orders. 1,000 lines with a problem.')
    expect(await page.page.locator('tbody tr').count()).toBeLessThanOrEqual(100)
    // A field with as many would stop the browser for a moment at each change.
    await page.see('The list has 11,000 lines, too many to show at once.')
    expect(await page.field('Order ids, one a line').count()).toBe(0)
    await page.button('Check 10,000 orders').waitFor()
  })

  test('the answer that a page polls while a batch works has at most 3,000 bytes, and no groups', async () => {
    const { orderIds } = await simulator.seedMany(40, 'Q')
    const page = await open('?view=many', { moveClock: true })
    const polls: string[] = []

    page.page.on('response', async (response) => {
      if (!response.url().endsWith('/graphql')) return
      if (response.request().postDataJSON().operationName !== 'Batch') return
      polls.push(await response.text())
    })

    const id = await checkList(page, simulator, orderIds)

    polls.length = 0
    await startBatch(page, '40')
    await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)
    await page.look()
    await page.see('40 of 40 settled')

    const working = polls.filter((text) =>
      /"state":"(RUNNING|CONFIRMING|THROTTLED)"/.test(text)
    )

    expect(working.length).toBeGreaterThan(0)
    expect(working.filter((text) => text.length > MOST_POLL_BYTES)).toEqual([])
    expect(working[working.length - 1]).not.toContain('"groups"')
  })

  test('thirty minutes of polling, by a moved clock, leave the heap as it was', async () => {
    const { orderIds } = await simulator.seedMany(30, 'Z', { status: 'cancel' })
    const page = await open('?view=many', { moveClock: true })

    await checkList(page, simulator, orderIds)

    /** Lets the page poll for some minutes: each look is answered before the next. */
    const poll = async (minutes: number) => {
      for (let second = 0; second < minutes * 60; second += 30) {
        const answered = page.page.waitForResponse(/graphql/)

        // eslint-disable-next-line no-await-in-loop
        await page.page.clock.runFor(30_000)
        // eslint-disable-next-line no-await-in-loop
        await answered
      }
    }

    await poll(3)

    const before = await heapOf(page)
    const asked = page.count('Batch')

    await poll(30)
    expect(page.count('Batch') - asked).toBeGreaterThanOrEqual(50)
    expect((await heapOf(page)) - before).toBeLessThanOrEqual(MOST_GROWTH_BYTES)
  }, 180_000)
})
