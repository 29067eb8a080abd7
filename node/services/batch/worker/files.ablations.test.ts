import * as batchControl from '../../../domain/batch/batchControl'
import * as row from '../../../domain/batch/row'
import { useSmallShards } from '../../../testing/batches/smallShards'
import { firstPoisonViolations } from '../../../testing/poison/poisonSeeds'
import * as repairProgress from '../repairProgress'

useSmallShards()

/**
 * Each test takes one guard out and expects the seeds of spoilt files to find what it kept away.
 * That shows why the guard is needed, and that the seeds can fail.
 */
const found = (from = 1) => firstPoisonViolations({ from, to: from + 199 })

describe('the seeds of spoilt files find a violation', () => {
  it('where a batch with an unreadable file of rows is not set aside: its operator is never told', async () => {
    jest.spyOn(batchControl, 'failed').mockReturnValue(null)

    expect(await found()).toContainEqual(
      expect.stringMatching(/harmed key-\d (never ends|does not say)/)
    )
  })

  it('where a row keeps a due time that cannot be: its batch never ends', async () => {
    jest.spyOn(row, 'withPossibleTimes').mockImplementation((stored) => stored)

    // A rare one: none of the first seeds spoils such a time.
    expect(await found(861)).toContainEqual(
      expect.stringMatching(/harmed key-\d never ends/)
    )
  })

  it('where an unreadable progress is not made anew: its batch never ends', async () => {
    jest
      .spyOn(repairProgress, 'repaired')
      .mockImplementation(async (_ports, batch) => batch)

    expect(await found()).toContainEqual(
      expect.stringMatching(/harmed key-\d never ends/)
    )
  })

  it('where rows that a dead worker may have sent do not count as sent: a row is refused for its own request', async () => {
    jest.spyOn(row, 'recovered').mockImplementation((stored) => stored)

    expect(await found(81)).toContainEqual(
      expect.stringMatching(/is REFUSED, and at OMS cancellation-requested/)
    )
  })
})
