import type { Seed } from '../../simulator/services/oms/seed'
import { ask, cancelOrder } from '../../tests/support/graphql'
import type { Simulator } from '../../tests/support/simulator'
import { floorClient } from './floor'

/** The ways to cancel an order that are measured side by side. */
export type TargetName =
  | 'ordinary'
  | 'guarded'
  | 'bareWithAuth'
  | 'bareWithoutAuth'
  | 'floor'

/** One way to cancel an order. */
export interface Target {
  title: string
  simulator: Simulator
  order: Seed
  /** Resolves to true if the order's cancel was taken. */
  cancel: (orderId: string) => Promise<boolean>
  /** The longest time for calls one after the other, and for calls at once, if that is measured. */
  budgetMs: { alone: number; atOnce: number | null }
}

/** The parts of the simulated platform: one runs this app, the other one the bare app. */
export interface Platforms {
  app: Simulator
  bare: Simulator
}

const ONE_STEP: Seed = { status: 'payment-approved' }
const TWO_STEPS: Seed = { status: 'handling' }

/** Makes all targets. The floor uses the platform that runs this app. */
export function targetsOn({
  app,
  bare,
}: Platforms): Record<TargetName, Target> {
  const ours = async (orderId: string) => {
    const { refusal, receipt } = await cancelOrder(app, orderId)

    return refusal === null && receipt !== null
  }

  const resolver = (field: string) => async (orderId: string) => {
    const { data } = await ask(
      bare,
      `mutation($orderId: ID!) { done: ${field}(orderId: $orderId) }`,
      { variables: { orderId } }
    )

    return Object(data).done === true
  }

  return {
    ordinary: {
      title: 'cancelOrder, one step',
      simulator: app,
      order: ONE_STEP,
      cancel: ours,
      budgetMs: { alone: 3_000, atOnce: 1_000 },
    },
    guarded: {
      title: 'cancelOrder, two steps',
      simulator: app,
      order: TWO_STEPS,
      cancel: ours,
      budgetMs: { alone: 3_000, atOnce: null },
    },
    bareWithAuth: {
      title: 'bare resolver with @auth',
      simulator: bare,
      order: ONE_STEP,
      cancel: resolver('withAuth'),
      budgetMs: { alone: 1_500, atOnce: 1_000 },
    },
    bareWithoutAuth: {
      title: 'bare resolver without @auth',
      simulator: bare,
      order: ONE_STEP,
      cancel: resolver('withoutAuth'),
      budgetMs: { alone: 1_500, atOnce: 1_000 },
    },
    floor: {
      title: 'floor: 4 calls, no runtime',
      simulator: app,
      order: ONE_STEP,
      cancel: floorClient(app.proxyUrl),
      budgetMs: { alone: 1_500, atOnce: 1_000 },
    },
  }
}
