import type { Known } from '../cancellation/known'
import { sharedPaymentNotices } from '../cancellation/paymentWarnings'
import { notice, notices } from '../notice/notice'
import type { Notice } from '../notice/notice'
import type { Order } from '../order/order'
import { ruleOfStatus } from '../order/statusRules'
import type { SettingsRead } from '../settings'
import { unreadGrants } from './accessNotices'
import { MAX_EVENTS } from './history'
import { MAX_SIBLINGS, siblingsOf } from './siblings'

/** What was asked beside an order, and how far it was answered. */
interface Asked {
  areGrantsUnread: boolean
  settings: SettingsRead
}

const more = (left: number, code: 'MORE_HISTORY' | 'MORE_SIBLINGS') =>
  left > 0 ? [notice(code, String(left))] : []

/** Tells what a case shows in part, or could not be read. */
export function caseNotices(
  order: Order,
  { journal, purchase, transactionStatus }: Known,
  { areGrantsUnread, settings }: Asked
): Notice[] {
  // The notices of a canceled order tell it already.
  const isToldOfPayment =
    transactionStatus !== null &&
    ruleOfStatus(order.status).state !== 'CANCELED'

  return [
    ...(isToldOfPayment ? sharedPaymentNotices(order, purchase ?? []) : []),
    ...more(
      siblingsOf(order, purchase ?? []).length - MAX_SIBLINGS,
      'MORE_SIBLINGS'
    ),
    ...more(journal.entries.length - MAX_EVENTS, 'MORE_HISTORY'),
    ...unreadGrants(areGrantsUnread),
    ...notices(settings.isRead ? [] : ['SETTINGS_UNREAD']),
  ]
}
