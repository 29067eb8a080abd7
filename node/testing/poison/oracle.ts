import { ASKED, wrongsOfHarmed, wrongsOfNeighbour } from './oracleOfBatches'
import type { PoisonRun } from './runPoison'
import type { SingleCall } from './singles'

/** Finds what a run did against one promise. */
type Promised = (run: PoisonRun) => string[]

/** A caller waits no longer for one order. */
const ANSWER_WITHIN_MS = 29_000

/** The kinds of orders that a cancel can change. */
const CANCELABLE = ['paid', 'handled', 'canceled-by-others']

/** What a caller may be told where replicas die and answers get lost. */
const FAULTS = [
  'OMS_UNAVAILABLE',
  'RATE_LIMITED',
  'STORAGE_UNAVAILABLE',
  'CONFLICT',
  // The order was canceled by others, and does not show it yet.
  'NOT_CANCELLABLE',
]

/** A batch beside a spoilt file is unharmed; the harmed one says so, and ends. */
const batches: Promised = (run) =>
  run.batches.flatMap((batch) =>
    batch.id === run.harmed.batchId
      ? wrongsOfHarmed(run, batch).map((what) => `harmed ${batch.key} ${what}`)
      : wrongsOfNeighbour(run, batch).map(
          (what) => `neighbour ${batch.key} ${what}`
        )
  )

/** At no time are more orders shown as canceled than are. */
const lies: Promised = (run) =>
  run.batches.flatMap(({ key, lies: told }) =>
    told.map((lie) => `${key}: ${lie}`)
  )

/** No order is canceled twice, and nothing is sent without a fresh read. */
const sends: Promised = ({ platform: { oms } }) => [
  ...[...oms.orders.values()]
    .filter(({ effects }) => effects.length > 1)
    .map(({ id, effects }) => `${id} was sent twice: ${effects.join(' ')}`),
  ...oms.unjustified.map((id) => `${id} was sent without a fresh read`),
]

function wrongAnswer(
  { orderId, answer, tookMs, statusThen }: SingleCall,
  { harmed, platform, isRough }: PoisonRun
): string | null {
  const { state, refusal } = answer
  const kind = platform.oms.orders.get(orderId)?.kind ?? ''
  const saysAsked = ['ACCEPTED', 'CANCELED', 'AWAITING_DECISION'].includes(
    state
  )

  const isFault =
    isRough && (FAULTS.includes(refusal?.code ?? '') || state === 'UNKNOWN')

  const mayFail = isFault || harmed.orderId === orderId

  if (saysAsked && !ASKED.includes(statusThen))
    return `is told ${state}, and is ${statusThen}`
  if (tookMs > ANSWER_WITHIN_MS) return `is answered after ${tookMs} ms`

  return CANCELABLE.includes(kind) && !saysAsked && !mayFail
    ? `is told ${state} ${refusal?.code ?? ''}`
    : null
}

/** A call for a single order is answered right, whatever became of any batch. */
const singles: Promised = (run) =>
  run.singles.flatMap((call) => {
    const why = wrongAnswer(call, run)

    return why === null ? [] : `single ${call.orderId} ${why}`
  })

/** No worker fails on what it reads. */
const workers: Promised = ({ bugs }) => bugs.map((bug) => `a bug: ${bug}`)

/** A batch is said to be set aside once, and once more after each try of its operator to go on with it. */
const logs: Promised = ({ logged, batches: all }) =>
  all.flatMap(({ id, key, tried, creates }) => {
    const times = logged.filter(
      ({ problem, batchId }) => problem === 'batch set aside' && batchId === id
    ).length

    return times <= creates + tried.length
      ? []
      : `${key} is set aside ${times} times`
  })

/** What lasts is listed. No reader can tell that a list of the index was longer. */
const lists: Promised = ({
  batches: all,
  listed,
  harmed,
  plan: { target, way },
}) =>
  target.startsWith('index') && way === 'has a list of another length'
    ? []
    : all
        // Without its manifest a batch does not exist.
        .filter(({ id }) => target !== 'manifest' || id !== harmed.batchId)
        .filter(({ id, end }) => end !== null && !listed.includes(id))
        .map(({ key }) => `${key} is not listed`)

/** In the end nothing is left to do, and no replica is woken any more. */
const rest: Promised = ({ isAtRest, platform: { handlers } }) =>
  isAtRest ? [] : [`the lane never rests: ${handlers} workers`]

const EVERYTHING = [batches, lies, sends, singles, workers, logs, lists, rest]

/** Lists what a run did that must never happen. */
export function harmsOf(run: PoisonRun): string[] {
  return EVERYTHING.flatMap((promised) => promised(run))
}
