import type { GraphQLResolveInfo } from 'graphql'

import type { Context } from '../globals'
import { refuse, STORAGE_UNAVAILABLE } from '../services/batch/api/batchAnswer'
import type { BatchAnswer } from '../services/batch/api/batchAnswer'
import { refusedRows } from '../services/batch/api/grants'
import { readRows } from '../services/batch/api/readRows'
import type {
  RowPage,
  RowQuery,
  ShardBudget,
} from '../services/batch/api/readRows'
import { showAnswer } from '../services/batch/api/showBatch'
import type { ShownAnswer, ShownBatch } from '../services/batch/api/showBatch'
import type { BatchPorts, CallerPorts } from '../services/batch/ports'
import { batchPorts } from './batchPorts'
import { unknownCursor } from './pages'
import { keyOf, rowQueriesOf } from './rowQueries'

/**
 * How many files of rows all pages of an answer read together, beside one for each page.
 * Of a batch of 10,000 rows, which has 50, a page with a filter may end early.
 */
const SHARDS_OF_AN_ANSWER = 40

/**
 * Answers with one batch and the rows that the request asks for. All of it is read before
 * anything is answered, so that no answer mixes errors with data. A mutation that asks for
 * rows is refused before it does anything where its caller may not read them; a query
 * needs no check here, because @auth has made it.
 */
export async function answerOne(
  ctx: Context,
  info: GraphQLResolveInfo,
  act: (ports: CallerPorts) => Promise<BatchAnswer>
): Promise<ShownAnswer> {
  const ports = batchPorts(ctx)
  const queries = rowQueriesOf(info)
  const isMutation = info.operation.operation === 'mutation'
  const refused =
    isMutation && queries.length > 0 ? await refusedRows(ports) : null

  if (refused) return showAnswer(refuse(refused))

  const answer = showAnswer(await act(ports))
  const batches = answer.batch ? [answer.batch] : []

  // A mutation is done by now: behind a cursor that leads too far it shows no row.
  if (!isMutation) checkCursors(batches, queries)

  return (await addRows(ports, batches, queries))
    ? answer
    : showAnswer(STORAGE_UNAVAILABLE)
}

/** Refuses a cursor that leads beyond the last row of a batch: no page has given it. */
export function checkCursors(batches: ShownBatch[], queries: RowQuery[]) {
  const furthest = Math.max(0, ...queries.map(({ after }) => after))

  if (batches.some(({ stored }) => furthest > stored.manifest.total)) {
    throw unknownCursor()
  }
}

/**
 * Reads the pages of rows that a request asks for of some batches; false where one cannot
 * be read. One after the other: each needs the memory of a whole file of rows.
 */
export async function addRows(
  ports: BatchPorts,
  batches: ShownBatch[],
  queries: RowQuery[]
): Promise<boolean> {
  const budget: ShardBudget = { left: SHARDS_OF_AN_ANSWER }

  for (const batch of batches) {
    const pages = new Map<string, RowPage>()

    for (const query of queries) {
      // eslint-disable-next-line no-await-in-loop
      const page = await readRows(ports, batch.stored, { ...query, budget })

      if (!page) return false

      pages.set(keyOf(query), page)
    }

    batch.pages = pages
  }

  return true
}
