import type { FieldNode, GraphQLResolveInfo } from 'graphql'
import { isObjectType } from 'graphql'
import { getArgumentValues } from 'graphql/execution/values'

import { SIZED_FIELDS } from '../directives/lists'
import { selectedBelow } from '../directives/selections'
import type { RowQuery } from '../services/batch/api/readRows'
import type { CancellationBatchOrdersArgs } from '../typings/schema'
import { cursorNumber, withinBounds } from './pages'

/** Finds each page of rows that a request asks for of its batches, each once. */
export function rowQueriesOf(info: GraphQLResolveInfo): RowQuery[] {
  const type = info.schema.getType('CancellationBatch')
  const field = isObjectType(type) ? type.getFields().orders : undefined

  if (!field) throw new Error('The schema has no rows.')

  const queries = orderNodes(info.fieldNodes, info).map((node) =>
    rowQuery(getArgumentValues(field, node, info.variableValues))
  )

  return [...new Map(queries.map((query) => [keyOf(query), query])).values()]
}

/** Reads the arguments of a page of rows. */
export function rowQuery({
  first,
  after,
  states,
  outlooks,
  orderId,
  withWarnings,
  hasNotices,
}: Partial<CancellationBatchOrdersArgs>): RowQuery {
  const { usual, most } = SIZED_FIELDS.orders

  return {
    first: withinBounds(first ?? usual, most),
    after: cursorNumber(after),
    states: states ?? [],
    outlooks: outlooks ?? [],
    orderId: orderId ?? null,
    withWarnings: (withWarnings ?? false) || (hasNotices ?? false),
  }
}

/** Names a page of rows among those of one request. */
export function keyOf(query: RowQuery) {
  const { first, after, states, outlooks, orderId, withWarnings } = query

  return JSON.stringify([first, after, states, outlooks, orderId, withWarnings])
}

/** Finds the fields `orders` below some nodes: no other type has a field of this name. */
function orderNodes(
  nodes: readonly FieldNode[],
  info: GraphQLResolveInfo
): FieldNode[] {
  return [...selectedBelow(nodes, info).values()].flatMap((below) =>
    below[0].name.value === 'orders' ? [below[0]] : orderNodes(below, info)
  )
}
