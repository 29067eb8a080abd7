import * as batchRow from '../../../domain/batch/row'
import * as pendingSend from '../../../domain/journal/pendingSend'
import * as verdict from '../../../domain/cancellation/verdict'
import { FAULTY } from '../../../testing/batches/conditions'
import { firstViolation } from '../../../testing/batches/seeds'
import { useSmallShards } from '../../../testing/batches/smallShards'
import * as readBack from './readBack'

/**
 * Each test takes out one part of the protocol, and the faults of the other tests must then
 * find a violation. That shows what the part is good for, and that those tests can fail.
 */
useSmallShards()

/** Two replicas at a time, a slow VBase, and one that does not report stale etags. */
const CROWDED = {
  ...FAULTY,
  ignoresEtags: true,
  doubleEvents: 1,
  fileMs: 300,
}

/** How many seeds a test tries at most; the first violation ends it. */
const SEEDS = 400

describe('a violation is found', () => {
  it('when a cancel whose outcome is unknown is sent again, whatever the order shows', async () => {
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

  it('when no operator reads the batch, so that nothing wakes a dead lane', async () => {
    expect(
      await firstViolation(SEEDS, { ...FAULTY, isWatched: false })
    ).toMatch('not finished')
  })

  it('when any 200 counts as a receipt', async () => {
    expect(
      await firstViolation(SEEDS, { ...FAULTY, trustsAny200: true })
    ).toMatch(/\(handled\) is AWAITING_DECISION, and at OMS handling/)
  })

  it('when the rows of a shard that a replica left behind count as never sent', async () => {
    jest.spyOn(batchRow, 'recovered').mockImplementation((row) => row)

    expect(await firstViolation(SEEDS, FAULTY)).toMatch(
      /is REFUSED, and at OMS cancellation-requested after 1 sends/
    )
  })

  it('when reads of an order are answered from memory after the first', async () => {
    expect(
      await firstViolation(1, { ...FAULTY, remembersReads: true })
    ).toMatch(/seed 1: /)
  })

  it('when a file that VBase says is missing counts as one that never was', async () => {
    expect(
      await firstViolation(SEEDS, { ...FAULTY, checksMissing: false })
    ).toMatch(/seed \d+: /)
  })

  it('when the order is read before what was sent must have settled', async () => {
    jest.replaceProperty(pendingSend as { SETTLE_MS: number }, 'SETTLE_MS', 0)
    jest.replaceProperty(
      batchRow as { ROW_SETTLE_MS: number },
      'ROW_SETTLE_MS',
      0
    )

    expect(await firstViolation(SEEDS, FAULTY)).toMatch('sent twice')
  })

  it('when VBase ignores etags and the claim of the lane is not read back', async () => {
    jest.spyOn(readBack, 'isStillOwn').mockResolvedValue(true)

    // Rows of one owner are then written over by the other.
    expect(await firstViolation(SEEDS, CROWDED)).toMatch(
      /is ACCEPTED, and at OMS canceled/
    )
  })

  it('when a call for a single order does not give way to what a batch has open', async () => {
    expect(
      await firstViolation(SEEDS, {
        ...FAULTY,
        rivals: 30,
        singlesAskBatches: false,
      })
    ).toMatch('sent twice')
  })

  it('when the clocks of replicas are up to three minutes apart, far beyond the grace of a lease', async () => {
    expect(await firstViolation(SEEDS, { ...FAULTY, skewMs: 90_000 })).toMatch(
      'sent twice'
    )
  })
})

describe('nothing goes wrong', () => {
  it.each([
    ['when VBase ignores etags', { ignoresEtags: true }],
    ['when it is slow beside that, and events come twice', CROWDED],
    [
      'when another operator cancels most of its orders one by one',
      { rivals: 30 },
    ],
    ['when clocks are up to 20 seconds apart', { skewMs: 10_000 }],
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
