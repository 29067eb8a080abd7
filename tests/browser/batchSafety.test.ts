import { createBatch, readBatch, untilBatch } from '../support/batches'
import { ageBatches, untilReplicaDies } from '../support/batchWork'
import { ageJournals } from '../support/journal'
import type { Simulator } from '../support/simulator'
import { checkList, LONG_MS, startBatch } from './support/batchScreen'
import { describeInBrowser, useBrowser } from './support/browser'

/** Longer than a lease with its grace period, and longer than a send takes to settle. */
const LONG_SECONDS = 150

const POLL_MS = 300

/** Waits until the app reads an order again that it has sent a cancel for: ten seconds after it, and after a stop, too. */
async function untilSentIsReadAgain(simulator: Simulator) {
  const readsOfSent = async () => {
    const calls = await simulator.omsCalls()
    const sent = calls.flatMap(
      (call) => /^POST (.*)\/cancel$/.exec(call)?.[1] ?? []
    )

    return calls.filter((call) => sent.some((id) => call === `GET ${id}`))
      .length
  }

  const before = await readsOfSent()

  /* eslint-disable no-await-in-loop -- each look follows the one before */
  while ((await readsOfSent()) === before) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  /* eslint-enable no-await-in-loop */
}

describeInBrowser('a batch that is disturbed, paused or stopped', () => {
  const { simulator, open } = useBrowser({ replicas: 2 })

  // A test kills one. A replica that runs is left as it is.
  beforeEach(() =>
    Promise.all([0, 1].map((index) => simulator.startReplica(index)))
  )

  test(
    'flow 12: survives a reload, a second tab and a killed replica, and sends no further cancel',
    async () => {
      const { orderIds } = await simulator.seedMany(60, 'R')
      const page = await open('?view=many', {
        moveClock: true,
        expectsFailures: true,
      })

      const id = await checkList(page, simulator, orderIds)

      await simulator.fault({
        name: 'the replica that works on the batch dies after a cancel',
        kind: 'kill',
        method: 'POST',
        path: '/cancel',
        processing: 'after',
        skip: 20,
      })
      await startBatch(page, '60')
      await page.see(/of 60 settled/)
      await page.page.reload()
      await page.see(/of 60 settled/)

      const second = await open(`?batch=${id}`, {
        moveClock: true,
        expectsFailures: true,
      })

      await second.see(/of 60 settled/)
      await untilReplicaDies(simulator)
      // First, since the next owner of the lane looks at once.
      await ageJournals(simulator, orderIds, LONG_SECONDS)
      await ageBatches(simulator, LONG_SECONDS)
      await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)
      await Promise.all([page.look(), second.look()])
      await page.see('60 of 60 settled')
      await second.see('60 of 60 settled')
      expect(await page.sent()).toBe(60)
      expect(page.count('ControlBatch') + second.count('ControlBatch')).toBe(1)
    },
    LONG_MS
  )

  test(
    'flow 13: paused in one browser is shown by name in another, and a stop ends the sends',
    async () => {
      const { orderIds: orders } = await simulator.seedMany(300, 'S')
      // They would take five minutes.
      const { batch: created } = await createBatch(simulator, {
        orders,
        maxPerMinute: 60,
      })

      const id = String(created?.id)

      await untilBatch(simulator, id, ({ state }) => state === 'READY')

      const page = await open(`?batch=${id}`)
      const other = await open(`?batch=${id}`, {
        as: 'api-key',
        moveClock: true,
      })

      await startBatch(page, '300')
      await untilBatch(simulator, id, ({ counts }) => counts.accepted > 0)
      await page.press('Pause')
      await page.seeVerdict('By olga@acme.example')
      await other.look()
      await other.seeVerdict('By olga@acme.example')

      await other.press('Stop for good…')
      await other.pressInDialog('Stop for good')
      await other.see(/vtexappkey-acme-SIMULATED stopped it for good/)
      await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)

      const { batch } = await readBatch(simulator, id)
      const sent = await page.sent()

      expect(batch?.state).toBe('ABORTED')
      expect(sent).toBeGreaterThan(0)
      expect(sent).toBeLessThan(300)
      expect(batch?.counts.notAttempted).toBe(300 - sent)
      // Several more were due by the time at which the app looks again at what it has sent.
      await untilSentIsReadAgain(simulator)
      expect(await page.sent()).toBe(sent)
    },
    LONG_MS
  )
})
