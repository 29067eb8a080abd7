import type { BatchOrderState } from '../../domain/vocabulary'
import type { VirtualOrder } from '../batches/virtualOms'
import type { WatchedBatch } from './operator'
import type { PoisonRun, SingleCall } from './runPoison'

/** What must hold, whatever was done to a file: each finds what a run did against it. */
type Promised = (run: PoisonRun) => string[]

const SECOND = 1_000

/** The longest that a batch next to a spoilt file takes: without one it is 80 s, or 220 s where replicas die. */
const WITHIN_MS = 150 * SECOND
/** A lane that cannot be used is left alone for 90 s, and may claim to be held for six minutes. */
const LANE_WITHIN_MS = 600 * SECOND
const ROUGH_MORE_MS = 250 * SECOND

const ASKED = ['cancel', 'canceled', 'cancellation-requested']

/** The states of a row that each status of its order allows. */
const RIGHT: Record<
  BatchOrderState,
  (order: VirtualOrder, isHarmed: boolean) => boolean
> = {
  CANCELED: ({ status }) => status === 'canceled',
  AWAITING_DECISION: ({ status }) => status === 'cancellation-requested',
  // What was made once more finds what was sent the first time.
  REFUSED: ({ effects, status }, isHarmed) =>
    effects.length === 0 || (isHarmed && status === 'cancellation-requested'),
  NOT_ATTEMPTED: ({ effects }) => effects.length === 0,
  ACCEPTED: ({ status }, isHarmed) => isHarmed && ASKED.includes(status),
  UNKNOWN: (_order, isHarmed) => isHarmed,
  PENDING: () => false,
  SKIPPED: () => false,
  DENIED: () => false,
  STUCK: () => false,
}

function wrongRows(run: PoisonRun, batch: WatchedBatch): string[] {
  const { oms } = run.platform
  const isHarmed = run.harmed.batchId === batch.id
  const lost = batch.orderIds.filter(
    (id) => !batch.rows.some(({ input }) => input.orderId === id)
  )

  return [
    ...(isHarmed ? [] : lost.map((id) => `${id} is lost`)),
    ...(batch.rows.length === batch.orderIds.length || batch.end === null || isHarmed
      ? []
      : [`it has ${batch.rows.length} of ${batch.orderIds.length} rows`]),
    ...batch.rows.flatMap(({ input, row }) => {
      const order = oms.orders.get(input.orderId)
      const isLost = isHarmed || input.orderId === run.harmed.orderId

      return !order || RIGHT[row.state](order, isLost)
        ? []
        : [
            `${order.id} is ${row.state}, and at OMS ${order.status} after ${order.effects.length} sends`,
          ]
    }),
  ]
}

/** A batch that has no spoilt file is done, in time, with every row right. */
const neighbours: Promised = (run) =>
  run.batches
    .filter(({ id }) => id !== run.harmed.batchId)
    .flatMap((batch) => {
      const { end, endedMs, startedMs, key, said } = batch
      const isShared = run.spoiled?.key.startsWith('batches/lane') ?? false
      const hasHarmedOrder = batch.orderIds.includes(run.harmed.orderId ?? '')
      const limitMs =
        (isShared || hasHarmedOrder ? LANE_WITHIN_MS : WITHIN_MS) +
        (run.isRough ? ROUGH_MORE_MS : 0)

      const tookMs = (endedMs ?? Infinity) - startedMs

      return [
        ...(end?.state === 'DONE'
          ? []
          : [`ended as ${end?.state ?? 'nothing'}, and said ${said.join(' ')}`]),
        ...(tookMs <= limitMs ? [] : [`took ${Math.round(tookMs / SECOND)} s`]),
        ...wrongRows(run, batch),
      ].map((what) => `neighbour ${key}: ${what}`)
    })

/** The batch of the spoilt file says what is wrong where its orders are not done, ends by what its operator does, and no row of it is wrong. */
const harmedBatch: Promised = (run) =>
  run.batches
    .filter(({ id }) => id === run.harmed.batchId)
    .flatMap((batch) => {
      const { end, said, wayOut, key, rows, orderIds } = batch
      const isDone = end?.state === 'DONE' && rows.length === orderIds.length
      const isNamed = said.includes('BATCH_UNREADABLE') && end === null

      return [
        ...(end === null && !isNamed
          ? [`never ends; it said ${said.join(' ')}, and ${wayOut.join(' ')} was tried`]
          : []),
        ...(isDone || said.length > 0 ? [] : ['does not say what is wrong']),
        ...wrongRows(run, batch),
      ].map((what) => `harmed ${key}: ${what}`)
    })

const lies: Promised = ({ batches }) =>
  batches.flatMap((batch) => batch.lies.map((lie) => `${batch.key}: ${lie}`))

/** No order is canceled twice, and nothing sent without a fresh read. */
const sends: Promised = ({ platform: { oms } }) => [
  ...[...oms.orders.values()]
    .filter(({ effects }) => effects.length > 1)
    .map(({ id, effects }) => `${id} was sent twice: ${effects.join(' ')}`),
  ...oms.unjustified.map((id) => `${id} was sent without a fresh read`),
]

function wrongAnswer(
  { orderId, answer, tookMs, statusThen }: SingleCall,
  { harmed, platform }: PoisonRun
): string | null {
  const { state, refusal } = answer
  const order = platform.oms.orders.get(orderId)
  const saysDone = ['ACCEPTED', 'CANCELED', 'AWAITING_DECISION'].includes(state)

  if (saysDone && !ASKED.includes(statusThen))
    return `is told ${state}, and is ${statusThen}`
  if (tookMs > 29 * SECOND) return `took ${Math.round(tookMs / SECOND)} s`
  if (harmed.orderId === orderId) return null

  const isCancelable = ['paid', 'handled', 'canceled-by-others'].includes(
    order?.kind ?? ''
  )

  return isCancelable && !saysDone
    ? `is told ${state} ${refusal?.code ?? ''}`
    : null
}

/** A call for a single order is answered right, whatever became of any batch. */
const singles: Promised = (run) =>
  run.singles.flatMap((call) => {
    const why = wrongAnswer(call, run)

    return why && !isFaultOfOms(run, call) ? [`single ${call.orderId} ${why}`] : []
  })

/** In a rough seed OMS or VBase may give no answer. */
const isFaultOfOms = ({ isRough }: PoisonRun, { answer }: SingleCall) =>
  isRough &&
  ['OMS_UNAVAILABLE', 'RATE_LIMITED', 'STORAGE_UNAVAILABLE', 'CONFLICT'].includes(
    answer.refusal?.code ?? (answer.state === 'UNKNOWN' ? 'OMS_UNAVAILABLE' : '')
  )

/** No worker fails on what it reads. */
const workers: Promised = ({ bugs }) => bugs.map((bug) => `a bug: ${bug}`)

/** A batch is said to be set aside once, and once more after each try of its operator. */
const logs: Promised = ({ logged, batches }) =>
  batches.flatMap(({ id, key, wayOut }) => {
    const times = logged.filter(
      ({ problem, batchId }) =>
        problem === 'batch set aside' && batchId === id
    ).length

    return times <= 1 + wayOut.length ? [] : [`${key} is set aside ${times} times`]
  })

/** What lasts is listed. */
const lists: Promised = ({ batches, listed }) =>
  batches
    .filter(({ id, end }) => end !== null && !listed.includes(id))
    .map(({ key }) => `${key} is not listed`)

/** In the end nothing is left to do, and no replica is woken for it. */
const rest: Promised = ({ isAtRest, handlers }) =>
  isAtRest ? [] : [`the lane never rests: ${handlers} handlers`]

const ALL = [neighbours, harmedBatch, lies, sends, singles, workers, logs, lists, rest]

/** Lists what a run did that must never happen. */
export function harmsOf(run: PoisonRun): string[] {
  return ALL.flatMap((promised) => promised(run))
}
