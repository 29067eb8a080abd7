import { setTimeout } from 'timers/promises'

import type { VBaseSwitches } from '../../simulator/services/vbase/switches'
import { cancelOrder } from '../support/graphql'
import type { OrderAnswer } from '../support/graphql'
import { sorted } from '../support/lists'
import { useSimulator } from '../support/simulator'

const PAIRS = 50

/** The number of pairs in flight, which two processes on a small machine can handle. */
const AT_ONCE = 10

/** What both callers must be told: what OMS shows of the order after exactly one cancel, with its clock stopped. */
const CANCELING = { state: 'ACCEPTED', awaiting: null }
const REQUESTED = { state: 'AWAITING_DECISION', awaiting: 'SELF' }

interface Lists {
  lists: string
  switches: Partial<VBaseSwitches>
  /**
   * How often a caller may have to call before it is told what became of the order. Late lists
   * take a pair so long that one caller can be told to call again (UNDER_WAY, TOO_LATE).
   */
  mostCalls: number
  /** True if a second cancel may reach OMS where OMS is sure to refuse it. */
  letsSecondThrough: boolean
}

const FRESH: Lists = {
  lists: 'fresh',
  switches: {},
  mostCalls: 1,
  letsSecondThrough: false,
}

const LATE: Lists = {
  lists: '2 s late',
  switches: { listLagMs: 2_000 },
  mostCalls: 3,
  letsSecondThrough: false,
}

const OWN_FIRST: Lists = {
  lists: "late only on the other replica's files",
  switches: { listLagMs: 2_000, listsShowOwnFirst: 'yes' },
  mostCalls: 1,
  letsSecondThrough: true,
}

describe(`${PAIRS} pairs of cancels at the same moment on two replicas`, () => {
  const simulator = useSimulator(undefined, { replicas: 2 })

  const statusesOf = async (orderIds: string[]) => {
    const orders = await simulator.orders()

    return orderIds.map(
      (id) => orders.find(({ orderId }) => orderId === id)?.status
    )
  }

  /** Calls as a caller does: again after the time that a refusal names, if it says that this helps. */
  const cancelUntilTold = async (
    orderId: string,
    replica: number,
    mostCalls: number
  ): Promise<OrderAnswer> => {
    const answer = await cancelOrder(simulator, orderId, { replica })
    const { retryable, retryAfterSeconds } = answer.refusal ?? {}

    if (mostCalls === 1 || !retryable) return answer

    await setTimeout((retryAfterSeconds ?? 1) * 1_000)

    return cancelUntilTold(orderId, replica, mostCalls - 1)
  }

  /** Sends two cancels for each order. Returns the answers of both callers by order. */
  const cancelTwice = async (orderIds: string[], mostCalls: number) => {
    const answers = new Map<string, OrderAnswer[]>()
    const left = [...orderIds]

    const work = async () => {
      for (let id = left.shift(); id !== undefined; id = left.shift()) {
        const orderId = id
        const calls = [0, 1].map((replica) =>
          cancelUntilTold(orderId, replica, mostCalls)
        )

        // eslint-disable-next-line no-await-in-loop
        answers.set(orderId, await Promise.all(calls))
      }
    }

    await Promise.all(Array.from({ length: AT_ONCE }, work))

    return answers
  }

  /** Seeds the orders, cancels each twice, and returns what became of them. */
  const race = async (status: string, { switches, mostCalls }: Lists) => {
    await simulator.choose(switches)

    const { orderIds } = await simulator.seedMany(PAIRS, 'P', { status })
    const answers = await cancelTwice(orderIds, mostCalls)
    const posts = (await simulator.ledger('oms'))
      .filter(({ method }) => method === 'POST')
      .map(({ path, status: given }) => `${path.split('/').at(-2)} ${given}`)

    expect(sorted([...answers.keys()])).toEqual(orderIds)

    return {
      orderIds,
      answers,
      posts: sorted(posts),
      statuses: await statusesOf(orderIds),
    }
  }

  /**
   * Asserts that both callers of each order were told its state, and that all receipts are those
   * of one cancel. A caller to whom a list does not show the other's cancel cannot join it: where
   * OMS shows the request, that caller is refused because of it.
   */
  const expectTruth = (
    answers: Map<string, OrderAnswer[]>,
    state: object,
    refusals: unknown[] = [null]
  ) => {
    for (const [orderId, pair] of answers) {
      const receipts = pair.flatMap(({ receipt }) => receipt ?? [])

      expect(pair).toMatchObject([
        { orderId, ...state },
        { orderId, ...state },
      ])
      pair.forEach(({ refusal }) =>
        expect(refusals).toContain(refusal?.code ?? null)
      )
      expect([orderId, new Set(receipts).size]).toEqual([orderId, 1])
    }
  }

  it.each([FRESH, LATE, OWN_FIRST])(
    'apply one cancel to each order that cancels in one step, with lists $lists',
    async (lists) => {
      const { orderIds, answers, posts, statuses } = await race(
        'payment-approved',
        lists
      )

      const counted = lists.letsSecondThrough
        ? posts.filter((post) => !post.endsWith(' 409'))
        : posts

      expect(counted).toEqual(orderIds.map((id) => `${id} 200`))
      expect(statuses).toEqual(orderIds.map(() => 'cancel'))
      expectTruth(answers, CANCELING)

      await simulator.advance(60)
      expect(await statusesOf(orderIds)).toEqual(orderIds.map(() => 'canceled'))
    },
    180_000
  )

  it.each([FRESH, LATE, OWN_FIRST])(
    'send one cancel for each order that takes two steps, so none is canceled, with lists $lists',
    async (lists) => {
      const { orderIds, answers, posts, statuses } = await race(
        'handling',
        lists
      )

      expect(posts).toEqual(orderIds.map((id) => `${id} 200`))
      expect(statuses).toEqual(orderIds.map(() => 'cancellation-requested'))
      expectTruth(
        answers,
        REQUESTED,
        lists === OWN_FIRST ? [null, 'DECISION_PENDING'] : [null]
      )

      await simulator.advance(60)
      expect(await statusesOf(orderIds)).toEqual(
        orderIds.map(() => 'cancellation-requested')
      )
    },
    180_000
  )
})
