import type {
  BatchOrderState,
  BatchOutlook,
  BatchRowsQueryVariables,
} from '../typings/operations'

/** Which rows are shown, as `show` in the address names them: a state, an outlook, those with notices, or an order. */
export type Filter = Pick<
  BatchRowsQueryVariables,
  'states' | 'outlooks' | 'hasNotices' | 'orderId'
>

export const WITH_NOTICES = 'NOTICES'

const OUTLOOK = 'outlook-'
const ORDER = 'order-'

export const showOutlook = (outlook: string) => `${OUTLOOK}${outlook}`
export const showOrder = (orderId: string) => `${ORDER}${orderId}`

/** Reads a filter; null shows all. A name that the API does not know is refused by it. */
export function filterOf(show: string | null): Filter {
  if (!show) return {}
  if (show === WITH_NOTICES) return { hasNotices: true }
  if (show.startsWith(ORDER)) return { orderId: show.slice(ORDER.length) }

  return show.startsWith(OUTLOOK)
    ? { outlooks: [show.slice(OUTLOOK.length) as BatchOutlook] }
    : { states: [show as BatchOrderState] }
}
