import * as batchRow from '../../../domain/batch/row'
import * as pendingSend from '../../../domain/journal/pendingSend'
import * as verdict from '../../../domain/decision/verdict'
import { FAULTY } from '../../../testing/batches/conditions'
import { firstViolation } from '../../../testing/batches/seeds'
import { useSmallShards } from '../../../testing/batches/smallShards'
import * as readBack from './readBack'

/**
 * Each test removes one part of the protocol and expects the faults of the seed tests to
 * find a violation. That shows why the part is needed, and that the seed tests can fail.
 */
useSmallShards()

/** Two replicas at a time, and a VBase that is slow and reports no stale etags. */
const CROWDED = {
  ...FAULTY,
  ignoresEtags: true,
  doubleEvents: 1,
  fileMs: 300,
}

/** The lane changes its owner so often, and so slowly, that two claims cross. */
const RESTLESS = {
  ...CROWDED,
  fileMs: 450,
  killedHandlers: 0.7,
  lostEvents: 0,
}

/** The most seeds that a test tries; the first violation ends it. */
const SEEDS = 400

describe('the seeds find a violation', () => {
  it('when the app repeats a cancel whose outcome is unknown, whatever the order shows', async () => {
    const real = verdict.verdictOf

    jest
      .spyOn(verdict, 'verdictOf')
      .mockImplementation((action, situation) =>
        situation.journal.entries.some(
          ({ completion }) => completion?.outcome === 'unsettled'
        )
          ? { kind: 'send' }
          : real(action, situation)
      )

    expect(await firstViolation(SEEDS, FAULTY)).toMatch('sent twice')
  })

  it('when no operator reads the batch, so nothing wakes a dead lane', async () => {
    expect(
      await firstViolation(SEEDS, { ...FAULTY, isWatched: false })
    ).toMatch('not finished')
  })

  it('when the app takes any 200 for a receipt', async () => {
    expect(
      await firstViolation(SEEDS, { ...FAULTY, trustsAny200: true })
    ).toMatch(/\(handled\) is AWAITING_DECISION, and at OMS handling/)
  })

  it('when the next owner treats the rows of a shard that a dead replica left open as never sent', async () => {
    jest.spyOn(batchRow, 'recovered').mockImplementation((row) => row)

    expect(await firstViolation(SEEDS, FAULTY)).toMatch(
      /is REFUSED, and at OMS cancellation-requested after 1 sends/
    )
  })

  it('when the app answers each read of an order after the first from memory', async () => {
    expect(
      await firstViolation(SEEDS, { ...FAULTY, remembersReads: true })
    ).toMatch(/seed \d+: /)
  })

  it('when the app believes VBase that a file is missing', async () => {
    expect(
      await firstViolation(SEEDS, { ...FAULTY, checksMissing: false })
    ).toMatch(/seed \d+: /)
  })

  it('when the app reads an order again before an earlier send must have settled', async () => {
    jest.replaceProperty(pendingSend as { SETTLE_MS: number }, 'SETTLE_MS', 0)
    jest.replaceProperty(
      batchRow as { ROW_SETTLE_MS: number },
      'ROW_SETTLE_MS',
      0
    )

    expect(await firstViolation(SEEDS, FAULTY)).toMatch('sent twice')
  })

  it('when VBase ignores etags and the app does not read the claim of the lane back', async () => {
    jest.spyOn(readBack, 'isStillOwn').mockResolvedValue(true)

    // Two owners then overwrite each other's rows.
    expect(await firstViolation(SEEDS, RESTLESS)).toMatch(
      /is lost|and at OMS (canceled|cancellation-requested)/
    )
  })

  it('when the clocks of replicas differ by up to three minutes, far beyond the grace of a lease', async () => {
    expect(await firstViolation(SEEDS, { ...FAULTY, skewMs: 90_000 })).toMatch(
      'sent twice'
    )
  })
})

describe('100 seeds find no violation', () => {
  it.each([
    ['when VBase ignores etags', { ignoresEtags: true }],
    ['when VBase also is slow and every event arrives twice', CROWDED],
    ['when the lane also changes its owner all the time', RESTLESS],
    [
      'when another operator cancels most orders of the batch one by one',
      { rivals: 30 },
    ],
    ['when clocks differ by up to 20 seconds', { skewMs: 10_000 }],
    [
      'when half of all calls fail and most replicas are killed',
      {
        faultySends: 0.5,
        killedHandlers: 0.6,
        faultyFiles: 0.12,
        lostEvents: 0.2,
        doubleEvents: 0.3,
      },
    ],
  ])('%s', async (_when, conditions) => {
    expect(await firstViolation(100, { ...FAULTY, ...conditions })).toBeNull()
  })
})
