import type { SimulatedOrder } from './order'

/** What a client's call can change on an order. */
const CHANGING = [
  'status',
  'lastChange',
  'value',
  'workflowIsInError',
  'allowCancellation',
  'invoicedDate',
  'cancelReason',
  'cancellationData',
  'cancellationRequests',
  'packageAttachment',
  'changesAttachment',
]

/**
 * Shows an order that was seeded with a whole document: the document as it is, with what
 * has changed since in its place. Other orders are shown as they are built.
 */
export function overSource(
  order: SimulatedOrder,
  build: (order: SimulatedOrder) => Record<string, unknown>
): unknown {
  const now = build(order)

  if (!order.source) return now

  const { document, asSeeded } = order.source

  if (!isObject(document)) return document

  const then = build(asSeeded)
  const changed = CHANGING.filter(
    (field) => JSON.stringify(now[field]) !== JSON.stringify(then[field])
  )

  return {
    ...document,
    ...Object.fromEntries(
      changed.map((field) => [
        field,
        merged(document[field], { now: now[field], then: then[field] }),
      ])
    ),
  }
}

/** Adds new packages and new changes to those that the document has, which stay as they are. */
function merged(
  own: unknown,
  { now, then }: { now: unknown; then: unknown }
): unknown {
  for (const list of ['packages', 'changesData']) {
    if (isObject(now) && Array.isArray(now[list])) {
      const known = isObject(then) ? listIn(then, list).length : 0
      const kept = isObject(own) ? own : {}

      return {
        ...now,
        ...kept,
        [list]: [...listIn(kept, list), ...listIn(now, list).slice(known)],
      }
    }
  }

  return now
}

function listIn(holder: Record<string, unknown>, name: string): unknown[] {
  const list = holder[name]

  return Array.isArray(list) ? list : []
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
