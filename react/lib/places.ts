import type { OrderAction } from '../typings/operations'

/** What the page shows, as its address says. */
export type Place =
  | {
      screen: 'order'
      orderId: string | null
      /** What the operator has pressed elsewhere: its dialog opens here. It stands in no address. */
      asked?: OrderAction
    }
  | { screen: 'many' }
  | { screen: 'batch'; id: string; show: string | null; page: number }
  | { screen: 'requests' }
  | { screen: 'history' }

export type Screen = Place['screen']

const VIEWS: Partial<Record<string, Place>> = {
  many: { screen: 'many' },
  requests: { screen: 'requests' },
  history: { screen: 'history' },
}

/** Reads the place from the query of an address: a batch goes before an order, an order before a view. */
export function placeOf(search: string): Place {
  const query = new URLSearchParams(search)
  const batch = query.get('batch')
  const order = query.get('order')

  if (batch) {
    return {
      screen: 'batch',
      id: batch,
      show: query.get('show'),
      page: Math.max(1, Number.parseInt(query.get('page') ?? '', 10) || 1),
    }
  }

  if (order) return { screen: 'order', orderId: order }

  return VIEWS[query.get('view') ?? ''] ?? { screen: 'order', orderId: null }
}

/** Writes a place as the query of an address; empty for the first screen. */
export function searchOf(place: Place): string {
  const query = new URLSearchParams()

  switch (place.screen) {
    case 'order':
      if (place.orderId) query.set('order', place.orderId)
      break

    case 'batch':
      query.set('batch', place.id)
      if (place.show) query.set('show', place.show)
      if (place.page > 1) query.set('page', String(place.page))
      break

    default:
      query.set('view', place.screen)
  }

  const text = query.toString()

  return text ? `?${text}` : ''
}
