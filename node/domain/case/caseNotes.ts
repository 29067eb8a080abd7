import type { Known } from '../cancellation/known'
import { sharedPaymentWarning } from '../cancellation/paymentWarnings'
import type { Order } from '../order/order'
import { ruleOfStatus } from '../order/statusRules'
import type { SettingsRead } from '../settings'
import { GRANTS_UNREAD, SETTINGS_UNREAD } from './accessWarnings'
import { MAX_EVENTS } from './history'
import { MAX_SIBLINGS, siblingsOf } from './siblings'

/** What was asked beside an order, and how far it was answered. */
interface Asked {
  areGrantsUnread: boolean
  settings: SettingsRead
}

const more = (left: number, sentence: string) =>
  left > 0 ? [`${sentence}: ${left}.`] : []

/** Says what a case shows in part, or could not be read. */
export function caseNotes(
  order: Order,
  { journal, purchase, transactionStatus }: Known,
  { areGrantsUnread, settings }: Asked
): string[] {
  // Of a canceled order its own warnings say it.
  const isToldOfPayment =
    transactionStatus !== null &&
    ruleOfStatus(order.status).state !== 'CANCELED'

  return [
    ...(isToldOfPayment ? sharedPaymentWarning(order, purchase ?? []) : []),
    ...more(
      siblingsOf(order, purchase ?? []).length - MAX_SIBLINGS,
      'The purchase has more orders than are shown'
    ),
    ...more(
      journal.entries.length - MAX_EVENTS,
      'The journal has older entries than are shown'
    ),
    ...(areGrantsUnread ? [GRANTS_UNREAD] : []),
    ...(settings.isRead ? [] : [SETTINGS_UNREAD]),
  ]
}
