import { createHash, randomUUID } from 'crypto'

import { callerToken } from '../callerToken'
import type { Context } from '../globals'
import type { CallerPorts } from '../services/batch/ports'

/** The length of a batch's id. */
const HASH_LENGTH = 32

/** What a use case on batches needs, for a caller. */
export function batchPorts(ctx: Context): CallerPorts {
  const token = callerToken(ctx)
  const { clients, vtex } = ctx

  return {
    store: clients.batches,
    wake: () => clients.wake.drainBatches(),
    logger: vtex.logger,
    now: () => performance.now(),
    epochMs: () => Date.now(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    newId: randomUUID,
    caller: () => clients.vtexId.ownerOf(token),
    mayCancel: (login) => clients.grants.isGranted(login, 'CancelAction'),
    hash: (text) =>
      createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH),
    account: vtex.account,
  }
}
