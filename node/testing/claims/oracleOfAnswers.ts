import type { CancellationState } from '../../domain/vocabulary'
import type { ShopOrder } from '../shop/shopOrder'
import type { VirtualShop } from '../shop/virtualShop'
import type { Told } from './operations'
import type { CallMade, ClaimsRun } from './runClaims'

/** A caller's client waits 30 s, of which @auth takes a part. */
const ANSWER_WITHIN_MS = 27_000

const CANCELED = ['cancel', 'canceled']
const REQUESTED = ['cancellation-requested', ...CANCELED]

/** The statuses of which an order must have had one before an answer with a state; none: any will do. */
const STATUSES: Partial<Record<CancellationState, string[]>> = {
  AWAITING_DECISION: ['cancellation-requested'],
  ACCEPTED: CANCELED,
  CANCELED: ['canceled'],
}

/** An answer, with what OMS knew when it was given. */
interface Answer extends Told {
  order: ShopOrder
  shop: VirtualShop
  endedMs: number
}

/** Tells for each kind whether what the caller wanted was done, so that no refusal is right. */
const IS_DONE: Record<Told['kind'], (answer: Answer) => boolean> = {
  cancel: (answer) => hasBeen(answer, REQUESTED) || isSent(answer),
  accept: (answer) => hasBeen(answer, CANCELED) || isSent(answer),
  deny: (answer) => answer.order.deniedByOthersMs.length > 0 || isSent(answer),
  return: (answer) => sendsBefore(answer).some(({ isApplied }) => isApplied),
}

const nameOf = ({ name, by, orderId, error }: CallMade) =>
  `${name} of ${orderId} by ${by}${error === null ? '' : ` (${error})`}`

/** Finds answers that did not come, came late, or were wrong. */
export function wrongAnswers({ shop, calls, lastCalls }: ClaimsRun): string[] {
  return [...calls, ...lastCalls]
    .filter(({ replica }) => !replica.isDead)
    .flatMap((call) =>
      call.endedMs === null
        ? [`${nameOf(call)} was not answered`]
        : [
            ...lateness(call, call.endedMs),
            ...untruths(shop, call, call.endedMs).map(
              (what) => `${nameOf(call)} ${what}`
            ),
            ...concealed(shop, call).map((what) => `${nameOf(call)} ${what}`),
          ]
    )
}

function lateness(call: CallMade, endedMs: number): string[] {
  const tookMs = Math.round(endedMs - call.startedMs)

  return call.name !== 'row' && tookMs > ANSWER_WITHIN_MS
    ? [`${nameOf(call)} was answered after ${tookMs} ms`]
    : []
}

function untruths(
  shop: VirtualShop,
  { told, orderId }: CallMade,
  endedMs: number
): string[] {
  const order = shop.order(orderId)

  return told
    .map((one) => ({ ...one, order, shop, endedMs }))
    .flatMap((answer) => untruthOf(answer) ?? [])
}

function untruthOf(answer: Answer): string | null {
  const { kind, state, receipt, refusal, shop } = answer
  const statuses = state ? STATUSES[state] : undefined

  if (receipt !== null && !shop.sends.some((one) => one.receipt === receipt)) {
    return `got a receipt that OMS never gave`
  }

  if (statuses && !hasBeen(answer, statuses) && !isRaced(answer)) {
    return `heard of the state ${state}, which the order never had`
  }

  return refusal === null && !IS_DONE[kind](answer)
    ? `heard that its ${kind} was done`
    : null
}

/** Tells whether another operator denied a request while an accept of it was on its way: OMS then takes that for a new request, and no app can know. */
function isRaced({ shop, order }: Answer): boolean {
  return shop.sends.some(
    ({ orderId, kind, isApplied, statusBefore }) =>
      orderId === order.orderId &&
      kind === 'accept' &&
      isApplied &&
      statusBefore !== 'cancellation-requested' &&
      order.deniedByOthersMs.length > 0
  )
}

function hasBeen({ order, endedMs }: Answer, statuses: string[]): boolean {
  return order.history.some(
    ({ status, atMs }) => atMs <= endedMs && statuses.includes(status ?? '')
  )
}

/** Tells whether a send was made whose outcome may be unknown. */
function isSent(answer: Answer): boolean {
  return sendsBefore(answer).length > 0
}

function sendsBefore({ shop, order, kind, endedMs }: Answer) {
  return shop.sends.filter(
    (send) =>
      send.orderId === order.orderId &&
      send.kind === kind &&
      send.sentAtMs <= endedMs
  )
}

/** Finds the sends of a call that OMS confirmed, and of which its caller did not hear. */
function concealed({ sends }: VirtualShop, { by, told }: CallMade): string[] {
  return sends
    .filter((send) => send.by === by && send.reply === 'received')
    .filter(
      ({ kind, receipt }) =>
        !told.some(
          (one) =>
            one.refusal === null && (kind === 'deny' || one.receipt === receipt)
        )
    )
    .map(({ kind }) => `did not hear that its ${kind} was received`)
}
