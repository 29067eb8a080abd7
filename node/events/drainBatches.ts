import { appLogger } from '../appLogger'
import { reported } from '../directives/publicError'
import type { EventContext } from '../globals'
import { drain } from '../services/batch/worker/drain'
import { systemClock } from '../systemClock'

/** Event `drain-batches`: works on the batches that wait, in the name of the app. */
export async function drainBatches({ clients, vtex }: EventContext) {
  const logger = appLogger(vtex.logger)

  try {
    await drain({
      ...systemClock,
      logger,
      store: clients.batches,
      journals: clients.journals,
      oms: clients.oms.actingAs(vtex.authToken),
      wake: () => clients.wake.drainBatches(),
      settings: () => clients.storeSettings.read(),
    })
  } catch (error) {
    // The runtime logs a thrown error whole, with its message and stack.
    throw reported(error, { operation: 'drainBatches' }, logger)
  }
}
