import {
  changedNothing,
  CLOCKS_DIFFER_MS,
  onRequest,
  ownDenial,
} from '../journal/journal'
import type { ActionKind, Journal, JournalEntry } from '../journal/journal'
import { settledBy, unseenReturn } from '../journal/pendingSend'
import { EXTENTS } from '../goods/extent'
import { goodsOf } from '../goods/goods'
import type { Goods } from '../goods/goods'
import { SIDES, sideOf } from '../order/order'
import type { Order } from '../order/order'
import { openRequest } from '../order/requests'
import type { OpenRequest } from '../order/requests'
import { PHASES, ruleOfStatus } from '../order/statusRules'
import { progressOf } from './progress'
import type { Progress } from './progress'

/** Everything about an order that decides what may be sent for it, read once. */
export interface Facts {
  goods: Goods
  request: OpenRequest | null
  progress: Progress
  /** A return that this app has sent, or may have sent, and that the order does not show. */
  sentReturn: JournalEntry | null
  case: Case
}

/** The facts in the few words that the decision tables know; every word that each may have. */
export const AXES = {
  phase: PHASES,
  side: SIDES,
  /** How much of the order is invoiced, and how much of that came back. */
  invoiced: EXTENTS,
  returned: EXTENTS,
  /**
   * What a return invoice of all that did not come back would be. `SENT`: this app has sent
   * one, or may have, and the order does not show it.
   */
  rest: ['RETURNABLE', 'ABOVE_ORDER', 'SENT', 'UNKNOWN'],
  /**
   * The open request: of another side, with an id or without one, or of this store itself.
   * `DENIED_HERE`: none is open, and this app has denied the last one.
   */
  request: ['NONE', 'OTHERS', 'UNNAMED', 'OWN', 'DENIED_HERE'],
  /** It has not moved for two hours, or OMS says that it is in error. */
  stopped: ['NO', 'YES'],
} as const

export type Case = { [Axis in keyof typeof AXES]: (typeof AXES)[Axis][number] }

/** The names of all facts that the tables know, in the order in which they are shown. */
export const AXIS_NAMES = [
  'phase',
  'side',
  'invoiced',
  'returned',
  'rest',
  'request',
  'stopped',
] as const satisfies ReadonlyArray<keyof Case>

/** The actions that change an order at OMS, as the decision tables name them. */
export type Action = ActionKind

/** Reads the facts of an order as it is now. `nowMs` is an epoch time. */
export function factsOf(
  order: Order,
  around: { journal: Journal; nowMs: number }
): Facts {
  const goods = goodsOf(order)
  const request = openRequest(order)
  const progress = progressOf(order, around)
  const sentReturn = unseenReturn(around.journal, order)

  return {
    goods,
    request,
    progress,
    sentReturn,
    case: {
      phase: ruleOfStatus(order.status).phase,
      side: sideOf(order),
      invoiced: goods.invoiced,
      returned: goods.returned,
      rest: restWord(goods, sentReturn),
      request: requestWord(order, request, around.journal),
      stopped: progress.isOld || progress.isInError ? 'YES' : 'NO',
    },
  }
}

function restWord(
  { rest }: Goods,
  sentReturn: JournalEntry | null
): Case['rest'] {
  return sentReturn && rest.kind !== 'UNKNOWN' ? 'SENT' : rest.kind
}

function requestWord(
  order: Order,
  request: OpenRequest | null,
  journal: Journal
): Case['request'] {
  if (!request) return ownDenial(journal) ? 'DENIED_HERE' : 'NONE'
  if (isOwn(order, request, journal)) return 'OWN'

  return request.id === null ? 'UNNAMED' : 'OTHERS'
}

/**
 * Tells whether the open request is this store's own, by the journal or by what OMS says.
 * On an own-store order a request counts as own unless OMS says that the shopper made it:
 * a wrong denial leaves the order stuck for good. A seller's order has another side, so
 * there only OMS's word that the seller asked makes it own.
 */
function isOwn(
  order: Order,
  { requestedByUser, date }: OpenRequest,
  journal: Journal
): boolean {
  if (isMadeHere(order, { date }, journal)) return true

  switch (sideOf(order)) {
    case 'OWN_STORE':
      return requestedByUser !== true

    case 'SELLER':
      return order.cancellation?.requestedBySeller === true

    default:
      return false
  }
}

/** Tells whether this app has made the open request, or may have, as its journal says. */
export function isMadeHere(
  order: Order,
  { date }: Pick<OpenRequest, 'date'>,
  journal: Journal
): boolean {
  return (
    onRequest(journal, order).some(({ kind }) => kind === 'cancel') ||
    isMadeByAccept(journal, date)
  )
}

/** Tells whether an accept of this app has made the request: it does where another client denies the request before between the app's read and its accept. */
function isMadeByAccept({ entries }: Journal, date: string | null): boolean {
  const madeMs = Date.parse(date ?? '')

  return entries.some(
    (entry) =>
      entry.kind === 'accept' &&
      !changedNothing(entry) &&
      madeMs >= entry.startedAtMs - CLOCKS_DIFFER_MS &&
      madeMs < settledBy(entry)
  )
}
