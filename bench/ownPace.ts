import { controlBatch } from '../node/services/batch/api/controlBatch'
import { createBatch } from '../node/services/batch/api/createBatch'
import { aBatchInput } from '../node/testing/batches/aBatchInput'
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

  void start(platform, account)
  await platform.time.run(() => account.isDone())

  return account.result()
}

async function start(platform: VirtualPlatform, account: Account) {
  const ports = platform.callerPorts()
  const { batch } = await createBatch(
    ports,
    aBatchInput([...platform.oms.orders.keys()], { checkFirst: false })
  )

  account.begin()
  void account.runOtherClients()
  await controlBatch(ports, {
    id: batch?.manifest.id ?? '',
    action: 'START',
    expectedOrders: batch?.counts.PENDING ?? null,
  })
}
