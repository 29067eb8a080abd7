import { appLogger } from '../appLogger'
import { reported } from '../directives/publicError'
import type { EventContext } from '../globals'
import { wakeDeadLane } from '../services/batch/wakeDeadLane'
import { systemClock } from '../systemClock'
import { atMostEvery } from './atMostEvery'

/** VTEX sends one event for each change of each order of the account. */
const LOOK_EVERY_MS = 1_000

const mayLook = atMostEvery(LOOK_EVERY_MS, systemClock.now)

/**
 * Events of `vtex.orders-broadcast` about orders that are canceled, or about to be: a reason
 * to look whether the lane is dead, and nothing else. What they say is not read.
 */
export async function orderChanged({ clients, vtex }: EventContext) {
  if (!mayLook()) return

  try {
    await wakeDeadLane({
      ...systemClock,
      store: clients.batches,
      wake: () => clients.wake.drainBatches(),
    })
  } catch (error) {
    throw reported(error, { operation: 'orderChanged' }, appLogger(vtex.logger))
  }
}
