import * as batchRow from '../../../domain/batch/row'
import * as standing from '../../../domain/journal/pendingSend'
import * as verdict from '../../../domain/cancellation/verdict'
import { FAULTY } from '../../../testing/batches/conditions'
import { firstViolation } from '../../../testing/batches/seeds'
import { useSmallShards } from '../../../testing/batches/smallShards'
import * as readCheckedOrder from '../../send/readCheckedOrder'
import * as inBatch from '../api/isInBatch'
import * as readBack from './readBack'

/**
 * Each test takes out one part of the protocol, and the faults of the other tests must
 * then find a violation: or nobody would know what the part is good for, and whether
 * those tests can fail at all.
 */
useSmallShards()

/** Two replicas at a time, a slow VBase, and no word of a stale etag. */
const CROWDED = {
  ...FAULTY,
  ignoresEtags: true,
  doubleEvents: 1,
  fileMs: 300,
}

/** So many seeds may be tried; the first violation ends a test. */
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

  it('when nobody looks at the batch, so that nobody wakes a dead lane', async () => {
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

  it('when an order is read once, and its reads are answered from memory after that', async () => {
    const real = readCheckedOrder.readCheckedOrder
    const known = new Map<string, Awaited<ReturnType<typeof real>>>()

    jest
      .spyOn(readCheckedOrder, 'readCheckedOrder')
      .mockImplementation(async (oms, orderId) => {
        const read = known.get(orderId) ?? (await real(oms, orderId))

        if ('order' in read) known.set(orderId, read)

        return read
      })

    expect(await firstViolation(1, FAULTY)).toMatch(/seed 1: /)
  })

  it('when a file that VBase says is missing counts as one that never was', async () => {
    expect(
      await firstViolation(SEEDS, { ...FAULTY, checksMissing: false })
    ).toMatch(/seed \d+: /)
  })

  it('when the order is read before what was sent must have settled', async () => {
    jest.replaceProperty(standing as { SETTLE_MS: number }, 'SETTLE_MS', 0)
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

  it('when a call for a single order does not keep away from what a batch has open', async () => {
    jest.spyOn(inBatch, 'isInBatch').mockResolvedValue(false)

    expect(await firstViolation(SEEDS, { ...FAULTY, rivals: 30 })).toMatch(
      'sent twice'
    )
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
    ['when somebody cancels most of its orders one by one', { rivals: 30 }],
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
