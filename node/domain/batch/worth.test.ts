import * as fc from 'fast-check'

import {
  aCancellation,
  aRefusal,
  aRow,
  aSummary,
} from '../../testing/batches/rows'
import { shown } from '../refusal/refusal'
import { BATCH_ORDER_STATES, BATCH_OUTLOOKS } from '../vocabulary'
import type { BatchOutlook } from '../vocabulary'
import { MAX_BATCH_ORDERS } from './batch'
import type { BatchRow } from './batch'
import { newRow } from './row'
import { summaryOf } from './shard'
import { groupsOf, previewOf, retryableOf, worthOf } from './worth'

const OPTIONS = {
  action: 'CANCEL',
  checkFirst: true,
  acceptOwnRequests: false,
} as const

const promising = (
  outlook: BatchOutlook,
  value: number | null = null,
  currency: string | null = 'BRL'
) => aRow({ prospect: { outlook, value, currency } })

const skipped = newRow({
  orderId: 'x',
  reason: null,
  problem: { kind: 'duplicate', ofRow: 1 },
})

const groupsOfRows = (...shards: BatchRow[][]) =>
  groupsOf({ shards: shards.map((rows) => summaryOf({ rows }, OPTIONS)) })

describe('the groups of a batch', () => {
  it('have one sum for each currency, over all shards, in the order of the outlooks', () => {
    expect(
      groupsOfRows(
        [
          skipped,
          promising('INVOICED', 7),
          promising('WILL_CANCEL', 100),
          promising('WILL_CANCEL', 5, 'USD'),
        ],
        [
          promising('WILL_CANCEL', 11),
          promising('WILL_CANCEL', 0, 'ARS'),
          aRow(),
        ]
      )
    ).toEqual([
      {
        outlook: 'WILL_CANCEL',
        count: 4,
        sums: [
          { currency: 'ARS', value: 0 },
          { currency: 'BRL', value: 111 },
          { currency: 'USD', value: 5 },
        ],
        unvalued: 0,
      },
      {
        outlook: 'INVOICED',
        count: 1,
        sums: [{ currency: 'BRL', value: 7 }],
        unvalued: 0,
      },
      { outlook: 'SKIPPED', count: 1, sums: [], unvalued: 1 },
      { outlook: 'UNREAD', count: 1, sums: [], unvalued: 1 },
    ])
  })

  it('have in no sum what has no value or no currency', () => {
    expect(
      groupsOfRows([
        promising('WILL_CANCEL', 3),
        promising('WILL_CANCEL', null),
        promising('WILL_CANCEL', 4, null),
      ])
    ).toEqual([
      {
        outlook: 'WILL_CANCEL',
        count: 3,
        sums: [{ currency: 'BRL', value: 3 }],
        unvalued: 2,
      },
    ])
  })

  it('stay exact for 10,000 orders of the highest value', () => {
    const shards = Array.from({ length: 50 }, (_, shard) =>
      Array.from({ length: 200 }, (__, row) =>
        promising('WILL_CANCEL', shard + row === 0 ? 9e11 - 1 : 9e11)
      )
    )

    expect(shards.flat()).toHaveLength(MAX_BATCH_ORDERS)
    expect(groupsOfRows(...shards)[0].sums).toEqual([
      { currency: 'BRL', value: 8_999_999_999_999_999 },
    ])
  })

  it('of a shard that an earlier version summed up, know only which rows were skipped', () => {
    const counts = { PENDING: 2, SKIPPED: 1, CANCELED: 3 }

    expect(groupsOf({ shards: [aSummary({ counts, worth: null })] })).toEqual([
      { outlook: 'SKIPPED', count: 1, sums: [], unvalued: 1 },
      { outlook: 'UNREAD', count: 5, sums: [], unvalued: 5 },
    ])
  })

  const someRow = fc
    .record({
      state: fc.constantFrom(...BATCH_ORDER_STATES),
      prospect: fc.option(
        fc.record({
          outlook: fc.constantFrom(...BATCH_OUTLOOKS),
          value: fc.option(fc.integer({ min: 0, max: 9e11 })),
          currency: fc.option(fc.constantFrom('BRL', 'USD', 'CLP')),
        })
      ),
    })
    .map((more) => aRow(more))

  it('equal a recomputation from the rows after any sequence of changes of rows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(someRow, { minLength: 1, maxLength: 6 }), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.array(fc.tuple(fc.nat(), fc.nat(), someRow)),
        (shards, changes) => {
          const rows = shards.map((one) => [...one])
          const summaries = rows.map((one) => summaryOf({ rows: one }, OPTIONS))

          for (const [shard, index, row] of changes) {
            const at = shard % rows.length

            rows[at][index % rows[at].length] = row
            summaries[at] = summaryOf({ rows: rows[at] }, OPTIONS)
          }

          expect(flat(groupsOf({ shards: summaries }))).toEqual(
            recounted(rows.flat())
          )
        }
      )
    )
  })
})

/** What groups say, as a line for each sum and for what is in none. */
function flat(groups: ReturnType<typeof groupsOf>) {
  return new Map(
    groups.flatMap(({ outlook, count, sums, unvalued }) => [
      [outlook, `${count} rows, ${unvalued} in no sum`] as const,
      ...sums.map(
        ({ currency, value }) =>
          [`${outlook} ${currency}`, String(value)] as const
      ),
    ])
  )
}

/** The same, counted row by row with whole numbers of any size. */
function recounted(rows: BatchRow[]) {
  const counts = new Map<string, { count: number; unvalued: number }>()
  const sums = new Map<string, bigint>()

  for (const { state, prospect } of rows) {
    const { value = null, currency = null } = prospect ?? {}
    const outlook =
      prospect?.outlook ?? (state === 'SKIPPED' ? 'SKIPPED' : 'UNREAD')

    const isValued = value !== null && currency !== null
    const { count, unvalued } = counts.get(outlook) ?? { count: 0, unvalued: 0 }

    counts.set(outlook, {
      count: count + 1,
      unvalued: unvalued + (isValued ? 0 : 1),
    })

    if (isValued) {
      const key = `${outlook} ${currency}`

      sums.set(key, (sums.get(key) ?? 0n) + BigInt(value))
    }
  }

  return new Map([
    ...[...counts].map(
      ([outlook, { count, unvalued }]) =>
        [outlook, `${count} rows, ${unvalued} in no sum`] as const
    ),
    ...[...sums].map(([key, value]) => [key, String(value)] as const),
  ])
}

describe('the preview of a batch', () => {
  const checked = (checkedAtMs: number | null) =>
    aRow({ isChecked: true, checkedAtMs })

  const preview = (...shards: BatchRow[][]) =>
    previewOf(
      { shards: shards.map((rows) => summaryOf({ rows }, OPTIONS)) },
      OPTIONS
    )

  it('counts what it has read, and has no end before it has read every row', () => {
    expect(preview([checked(5), skipped], [aRow(), checked(9)])).toEqual({
      checked: 2,
      checkedAtMs: null,
    })
  })

  it('ends with its last read, whatever the rows do later', () => {
    expect(
      preview(
        [{ ...checked(5), state: 'CANCELED', updatedAtMs: 99 }, skipped],
        [checked(9), checked(7)],
        [skipped]
      )
    ).toEqual({ checked: 3, checkedAtMs: 9 })
  })

  it('that an earlier version made has no time, and counts where no row is left to check', () => {
    const counts = { PENDING: 2, SKIPPED: 1 }
    const made = aSummary({ counts, worth: null })

    expect(previewOf({ shards: [made] }, OPTIONS)).toEqual({
      checked: 2,
      checkedAtMs: null,
    })
    expect(
      previewOf({ shards: [{ ...made, checkDueMs: 0 }] }, OPTIONS)
    ).toEqual({ checked: 0, checkedAtMs: null })
  })

  it('is none where the batch makes none, or has no row to read', () => {
    const NONE = { checked: 0, checkedAtMs: null }

    expect(
      previewOf(
        { shards: [aSummary({ counts: { PENDING: 2 }, worth: null })] },
        { checkFirst: false }
      )
    ).toEqual(NONE)
    expect(preview([skipped])).toEqual(NONE)
  })
})

describe('the rows that a retry may help', () => {
  const refusedBy = (code: 'ORDER_INVOICED' | 'OMS_UNAVAILABLE') =>
    aRow({
      state: 'REFUSED',
      cancellation: aCancellation({ refusal: shown(aRefusal(code)) }),
    })

  it('are the unknown ones, and those whose refusal may pass', () => {
    expect(
      worthOf([
        refusedBy('ORDER_INVOICED'),
        refusedBy('OMS_UNAVAILABLE'),
        aRow({ state: 'UNKNOWN' }),
        aRow({ state: 'STUCK' }),
        aRow(),
      ]).retryable
    ).toBe(2)
  })

  it('are only the unknown ones where an earlier version summed them up', () => {
    const counts = { REFUSED: 4, UNKNOWN: 3 }

    expect(retryableOf({ shards: [aSummary({ counts, worth: null })] })).toBe(3)
  })
})
