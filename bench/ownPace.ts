import { controlBatch } from '../node/services/batch/controlBatch'
import { createBatch } from '../node/services/batch/createBatch'
import { CALM } from '../node/testing/batches/conditions'
import { VirtualPlatform } from '../node/testing/batches/virtualPlatform'
import { Account } from './account'
import type { PaceResult } from './account'
import type { Scenario } from './scenarios'

/** Runs the app's engine under a virtual clock, from START to the last accepted cancel. */
export async function ownPace(
  scenario: Scenario,
  seed: number
): Promise<PaceResult> {
  const platform = new VirtualPlatform(seed, {
    ...CALM,
    orders: scenario.orders,
    isMixed: false,
  })

  const account = new Account(scenario, platform.time, platform.random)

  platform.oms.limit = (kind) => {
    const refused = kind === 'send' ? account.refuses() : null

    return (
      refused && {
        kind: 'answered',
        status: 429,
        body: {},
        headers:
          refused.waitSeconds === null
            ? {}
            : { 'retry-after': String(refused.waitSeconds) },
      }
    )
  }

  start(platform, account)
  await platform.time.run(() => account.isDone())

  return account.result()
}

async function start(platform: VirtualPlatform, account: Account) {
  const ports = platform.callerPorts()
  const { batch } = await createBatch(ports, {
    idempotencyKey: 'bench',
    name: null,
    reason: null,
    requestedByUser: false,
    checkFirst: false,
    acceptOwnRequests: false,
    maxRefusals: null,
    maxPerMinute: null,
    orders: [...platform.oms.orders.keys()].map((orderId) => ({
      orderId,
      reason: null,
    })),
  })

  account.begin()
  account.runOtherClients()
  await controlBatch(ports, {
    id: batch?.manifest.id ?? '',
    action: 'START',
    expectedOrders: batch?.counts.PENDING ?? null,
  })
}
