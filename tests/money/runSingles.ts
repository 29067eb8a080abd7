import { followAdvice } from './advice'
import { Choices } from './choices'
import { OPERATIONS, orderHistory } from './history'
import type { OrderHistory, Step } from './history'
import { effectsOfRefused, judgeAnswer } from './oracleOfAnswers'
import { judgeSends } from './oracleOfSends'
import { ask } from './operations'
import type { Told } from './operations'
import { perform } from './others'
import type { Outcome } from './outcome'
import type { MoneyWorld } from './world'

const ORDER_ID = '1390000000001-01'

/** Nothing that was sent takes effect, or becomes visible, later than this. */
const ALL_SETTLED_MS = 11 * 60_000

/** Runs the history of one order, with the calls of single mutations. */
export async function runSingles(world: MoneyWorld): Promise<Outcome> {
  const choices = new Choices(world.random)
  const history = orderHistory(choices, ORDER_ID)
  const all: Told[] = []
  const violations: string[] = []

  begin(world, history)

  for (const step of [...history.past, ...history.steps]) {
    // A history is a sequence.
    // eslint-disable-next-line no-await-in-loop
    const told = await take(world, history, step)

    all.push(...told)
    violations.push(...told.flatMap((one) => judgeAnswer(world, one)))
  }

  await world.time.wait(ALL_SETTLED_MS)
  world.tell('from here on no fault, and no other client')
  world.calmDown()

  violations.push(
    ...(await followAdvice(world, {
      operation: choices.pick(OPERATIONS),
      orderId: history.orderId,
      number: 'C1',
      requestedByUser: false,
    }))
  )

  const judged = judgeSends(world)

  return {
    violations: [
      ...violations,
      ...all.flatMap(effectsOfRefused),
      ...judged.violations,
    ],
    races: judged.races,
  }
}

/** Adds the orders of a history to OMS. */
export function begin(world: MoneyWorld, history: OrderHistory) {
  const { seeds, orderId, display } = history

  seeds.forEach((seed) => {
    world.oms.orders.add(seed)
    world.tell(
      `order ${seed.orderId}, ${seed.origin ?? 'Marketplace'}, ${
        seed.status
      }, worth ${seed.value} with interest ${seed.interest}: ${JSON.stringify(
        seed.items
      )}`
    )
  })
  world.tell(`callers name ${orderId}, and OMS shows it ${display.name}`)
  seeds.forEach((seed) => world.showAs(seed.orderId ?? '', display))
}

async function take(
  world: MoneyWorld,
  { orderId }: OrderHistory,
  step: Step
): Promise<Told[]> {
  switch (step.kind) {
    case 'theirs':
      perform(world, orderId, step.click)

      return []

    case 'wait':
      await world.time.wait(step.ms)

      return []

    case 'ours': {
      const { operation, number, requestedByUser, twinAfterMs } = step
      const what = { operation, orderId, number, requestedByUser }

      step.between.forEach((one) => world.clicks.plan(orderId, one))

      const twin = async () => {
        if (twinAfterMs === null) return null
        await world.time.wait(twinAfterMs)

        return ask(world, what)
      }

      const told = await Promise.all([
        ask(world, what, step.diesAfterMs),
        twin(),
      ])

      return told.filter((one): one is Told => one !== null)
    }
  }
}
