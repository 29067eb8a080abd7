import { useEffect, useRef } from 'react'

import ROWS from '../graphql/BatchRows.graphql'
import { useAsk } from '../lib/useAsk'
import type { Answer, Ask } from '../lib/useAsk'
import { useReading } from '../lib/useReading'
import type { Read } from '../lib/useReading'
import type {
  BatchRefusedFragment,
  BatchRowsQuery,
  BatchRowsQueryVariables,
} from '../typings/operations'
import { filterOf } from './filters'
import type { Filter } from './filters'

type Page = NonNullable<BatchRowsQuery['cancellationBatch']['batch']>['orders']

export type Row = Page['items'][number]

interface Rows {
  items: Row[]
  hasMore: boolean
  refusal: BatchRefusedFragment | null
}

export const PAGE_ROWS = 50

/** Rows are read again at most so often while their batch works. */
const REFRESH_MS = 10_000

/** Reads the rows that are shown, and again when the counts of the batch have changed. */
export function useRows(
  id: string,
  { show, page, counts }: { show: string | null; page: number; counts: string }
): Read<Rows> {
  const ask = useAsk()
  const reading = useReading<Rows>(`${id} ${show} ${page}`, {
    ask: () => pageOf(ask, { id, filter: filterOf(show), page }),
    waitMs: () => null,
  })

  const { again, readAtMs } = reading
  const shownCounts = useRef(counts)

  useEffect(() => {
    if (shownCounts.current === counts || readAtMs === null) return undefined

    const refresh = () => {
      // A table that is out of sight is read when it is seen again.
      if (document.hidden) return

      shownCounts.current = counts
      void again()
    }

    const timer = window.setTimeout(
      refresh,
      Math.max(0, readAtMs + REFRESH_MS - Date.now())
    )

    document.addEventListener('visibilitychange', refresh)

    return () => {
      window.clearTimeout(timer)
      document.removeEventListener('visibilitychange', refresh)
    }
  }, [again, counts, readAtMs])

  return reading
}

interface Wanted {
  id: string
  filter: Filter
  page: number
}

/** Reads one page. A cursor leads only forward, so an address with a later page is reached page by page. */
async function pageOf(
  ask: Ask,
  { id, filter, page }: Wanted
): Promise<Answer<Rows>> {
  const most = page * PAGE_ROWS
  const walk = await walkRows(ask, { id, filter, most })

  if (walk.kind !== 'answered') return walk

  const { items, hasMore, refusal } = walk.data

  return {
    kind: 'answered',
    data: { items: items.slice(most - PAGE_ROWS), hasMore, refusal },
  }
}

/** The app gives so many rows at once. */
const MOST_AT_ONCE = 200

/** Reads rows from the first on until there are as many as wanted, none are left, or the operator stops it. */
export async function walkRows(
  ask: Ask,
  {
    id,
    filter,
    most = Infinity,
  }: { id: string; filter: Filter; most?: number },
  isStopped: () => boolean = () => false
): Promise<Answer<Rows>> {
  const items: Row[] = []
  let after: string | null = null

  for (;;) {
    const first = Math.min(MOST_AT_ONCE, most - items.length)

    // Each page names the next one.
    // eslint-disable-next-line no-await-in-loop
    const answer: Answer<BatchRowsQuery> = await ask.read<
      BatchRowsQuery,
      BatchRowsQueryVariables
    >(ROWS, { id, first, after, ...filter })

    if (answer.kind !== 'answered') return answer

    const { batch, refusal }: BatchRowsQuery['cancellationBatch'] =
      answer.data.cancellationBatch

    items.push(...(batch?.orders.items ?? []))
    after = batch?.orders.nextCursor ?? null

    if (after === null || items.length >= most || isStopped()) {
      return {
        kind: 'answered',
        data: { items, hasMore: after !== null, refusal },
      }
    }
  }
}
