import { stuckOf } from '../lib/explain'
import { useAccess } from '../lib/useAccess'
import { useSay } from '../lib/useSay'
import type { Case } from './caseView'

/** Writes the text of a ticket to VTEX about an order that has stopped. It holds nothing personal. */
export function useTicket({ orderId, cancellation }: Case): string {
  const say = useSay()
  const { access } = useAccess()
  const { stuck, orderStatus } = cancellation

  return [
    say('ticket.order', { orderId, account: access?.account ?? '–' }),
    say('ticket.status', { status: orderStatus ?? '–' }),
    ...(stuck
      ? [
          stuckOf(say, stuck),
          ...(stuck.since ? [say('ticket.since', { since: stuck.since })] : []),
          ...(stuck.knownIssue
            ? [say('ticket.known-issue', { number: stuck.knownIssue })]
            : []),
        ]
      : []),
    ...cancellation.notices
      .filter(({ code }) => SIDES.includes(code))
      .map(({ code, subject, message }) =>
        say.or(`notice.${code}`, message, { subject: subject ?? '' })
      ),
  ].join('\n')
}

/** The notices that tell of the order on the other side of the sale. */
const SIDES = [
  'SELLERS_ORDER_LIVES',
  'MARKETPLACES_ORDER_LIVES',
  'OTHER_SIDE_UNREAD',
]
