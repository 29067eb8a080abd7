import type { BatchOrderAction } from '../../node/domain/vocabulary'
import { followAdvice } from './advice'
import { Choices } from './choices'
import { betweenOf, orderHistory } from './history'
import type { OrderHistory } from './history'
import { effectsOfRefused, judgeAnswer } from './oracleOfAnswers'
import { judgeRow } from './oracleOfRows'
import { judgeSends } from './oracleOfSends'
import { ask } from './operations'
import type { Told } from './operations'
import { CLICKS, perform } from './others'
import { operate } from './operator'
import type { Outcome } from './outcome'
import { begin } from './runSingles'
import type { MoneyWorld } from './world'

const ALL_SETTLED_MS = 11 * 60_000

/** What happens beside the batch happens within this time. */
const BESIDE_MS = 150_000

/** Runs one batch that does something to its orders, to its end, while other clients and single calls act on them. */
export async function runBatch(
  world: MoneyWorld,
  action: BatchOrderAction
): Promise<Outcome> {
  world.batchAction = action

  const choices = new Choices(world.random)
  const histories = await prepared(world, choices)
  const singles = beside(world, choices, histories)
  const { end, rows } = await operate(world, choices, histories)
  const told = await singles
  const violations = told.flatMap((one) => judgeAnswer(world, one))

  await world.time.wait(ALL_SETTLED_MS)
  world.tell('from here on no fault, and no other client')
  world.calmDown()

  return {
    violations: [
      ...violations,
      ...(['DONE', 'ABORTED'].includes(end.state)
        ? []
        : [`the batch has not ended: ${end.state}`]),
      ...histories
        .filter(
          ({ orderId }) => !rows.some((one) => one.input.orderId === orderId)
        )
        .map(({ orderId }) => `${orderId} has no row`),
      ...rows.flatMap((row) => judgeRow(world, row)),
      ...told.flatMap(effectsOfRefused),
      ...(await followAdvice(world, {
        operation: 'cancel',
        orderId: choices.pick(histories).orderId,
        number: 'C1',
        requestedByUser: false,
      })),
      ...judgeSends(world).violations,
    ],
    races: judgeSends(world).races,
  }
}

/** Adds the orders, lets their past happen, and plans what others do between the calls for them. */
async function prepared(
  world: MoneyWorld,
  choices: Choices
): Promise<OrderHistory[]> {
  const histories = Array.from({ length: choices.from(3, 5) }, (_, index) =>
    orderHistory(choices, `139000000000${index + 1}-01`)
  )

  await Promise.all(
    histories.map(async (history) => {
      begin(world, history)

      for (const step of history.past) {
        if (step.kind === 'theirs') perform(world, history.orderId, step.click)
        // What happened before happened in this order.
        // eslint-disable-next-line no-await-in-loop
        if (step.kind === 'wait') await world.time.wait(step.ms)
      }

      betweenOf(choices, 12).forEach((one) =>
        world.clicks.plan(history.orderId, one)
      )
    })
  )

  return histories
}

/** Lets other clients click, and callers of single mutations call, while the batch runs. */
async function beside(
  world: MoneyWorld,
  choices: Choices,
  histories: OrderHistory[]
): Promise<Told[]> {
  const told = await Promise.all(
    Array.from({ length: choices.from(0, 4) }, async () => {
      const { orderId } = choices.pick(histories)

      await world.time.wait(choices.random() * BESIDE_MS)
      if (choices.is(0.4)) {
        perform(world, orderId, choices.pick(CLICKS))

        return null
      }

      return ask(world, {
        operation: choices.pick([
          'cancel',
          'return',
          'accept',
          'deny',
        ] as const),
        orderId,
        number: 'A1',
        requestedByUser: false,
      })
    })
  )

  return told.filter((one): one is Told => one !== null)
}
