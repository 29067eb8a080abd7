import { createHash } from 'crypto'

import { appLogger } from '../appLogger'
import { callerToken } from '../callerToken'
import type { Context } from '../globals'
import type { CallerPorts } from '../services/batch/ports'
import { systemClock } from '../systemClock'

/** The length of a batch's id. */
const HASH_LENGTH = 32

/** Makes what a use case on batches needs, for the caller of a request. */
export function batchPorts(ctx: Context): CallerPorts {
  const token = callerToken(ctx)
  const { clients, vtex } = ctx
  let owner: Promise<string | null> | undefined

  return {
    ...systemClock,
    logger: appLogger(vtex.logger),
    store: clients.batches,
    wake: () => clients.wake.drainBatches(),
    settings: () => clients.storeSettings.read(),
    // VTEX ID is asked once a call, although a call may need the name twice.
    caller: () => {
      owner ??= clients.vtexId.ownerOf(token)

      return owner
    },
    mayCancel: (login) => clients.grants.isGranted(login, 'CancelAction'),
    mayReadRows: (login) => clients.grants.isGranted(login, 'ListOrders'),
    hash: (text) =>
      createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH),
    account: vtex.account,
  }
}
