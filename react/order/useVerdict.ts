import { useSay } from '../lib/useSay'
import { isFresh, isUnread, stateView } from './caseView'
import type { Case } from './caseView'

/** Gives the sentence that says how far the cancellation of an order has come. */
export function useVerdict({ cancellation, request }: Case): string {
  const say = useSay()
  const { key } = stateView(cancellation)

  if (isUnread(cancellation)) return say('verdict.NOT_READ')

  if (key === 'AWAITING_DECISION_SELF') {
    const maker = request?.requestedBy ?? 'UNKNOWN'

    return maker === 'OWN_STORE'
      ? say('verdict.AWAITING_DECISION_OWN')
      : say('verdict.AWAITING_DECISION_SELF', {
          who: say.or(`requestedBy.${maker}`, say('requestedBy.UNKNOWN')),
        })
  }

  return key === 'CANCELED' && isFresh(cancellation)
    ? say('verdict.CANCELED_FRESH')
    : say(`verdict.${key}`)
}
