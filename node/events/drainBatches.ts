import { randomUUID } from 'crypto'

import type { EventContext } from '../globals'
import { drain } from '../services/batch/worker/drain'

/** Event `drain-batches`: works on the batches that wait, in the name of the app. */
export async function drainBatches({ clients, vtex }: EventContext) {
  await drain({
    store: clients.batches,
    journals: clients.journals,
    oms: clients.oms.actingAs(vtex.authToken),
    wake: () => clients.wake.drainBatches(),
    logger: vtex.logger,
    now: () => performance.now(),
    epochMs: () => Date.now(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    random: Math.random,
    newId: randomUUID,
  })
}
