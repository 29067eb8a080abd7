import { readBatch, untilBatch } from '../support/batches'
import { checkList, LONG_MS, startBatch } from './support/batchScreen'
import { describeInBrowser, useBrowser } from './support/browser'

describeInBrowser('a batch that is disturbed, paused or stopped', () => {
  const { simulator, open } = useBrowser({ replicas: 2 })

  test(
    'flow 12: survives a reload, a second tab and a killed replica, and sends no further cancel',
    async () => {
      const { orderIds } = await simulator.seedMany(60, 'R')
      const page = await open('?view=many')
      const id = await checkList(page, orderIds)

      await startBatch(page, '60')
      await page.see(/of 60 settled/)
      // A call to a replica that dies fails, and the browser says so.
      page.expectsFailures = true
      await page.page.reload()
      await page.see(/of 60 settled/)

      const second = await open(`?batch=${id}`)

      second.expectsFailures = true
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
      const id = await checkList(page, orderIds)
      const other = await open(`?batch=${id}`, { as: 'api-key' })

      await startBatch(page, '300')
      await page.press('Pause')
      await page.seeVerdict('By olga@acme.example')
      await other.seeVerdict('By olga@acme.example')

      await other.press('Stop for good…')
      await other.pressInDialog('Stop for good')
      await other.see(/vtexappkey-acme-SIMULATED stopped it for good/)
      await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)

      const { batch } = await readBatch(simulator, id)
      const sent = await page.sent()

      expect(batch?.state).toBe('ABORTED')
      expect(batch?.counts.notAttempted).toBe(300 - sent)
      await simulator.advance(60)
      await readBatch(simulator, id)
      expect(await page.sent()).toBe(sent)
    },
    LONG_MS
  )
})
