import { fitted } from '../directives/fitted'
import { showRows } from '../services/batch/api/showBatch'
import type { CancellationBatchResolvers } from '../typings/schema'
import { keyOf, rowQuery } from './rowQueries'

/** Field `orders` of a batch: a page of rows that the root field has read. */
export const batchOrders: CancellationBatchResolvers['orders'] = (...call) => {
  const [{ id, pages }, args, , info] = call
  const page = pages?.get(keyOf(rowQuery(args)))

  if (!page) throw new Error('A page of rows was not read.')

  return fitted(showRows({ id }, page), info.returnType)
}
