import React from 'react'
import type { FunctionComponent } from 'react'
import { useIntl } from 'react-intl'

import { DownloadButton } from '../components/DownloadButton'
import { headlineOf } from '../lib/explain'
import { useAsk } from '../lib/useAsk'
import { useSay } from '../lib/useSay'
import type { Say } from '../lib/useSay'
import { csvOf } from '../many/list/readText'
import type { BatchHead } from './batchView'
import { filterOf } from './filters'
import { walkRows } from './useRows'
import type { Row } from './useRows'

/** Named in English whatever the language: a list that comes back is known by them. */
const COLUMNS = [
  'row',
  'orderId',
  'reason',
  'state',
  'explanation',
  'attempts',
  'value',
  'currency',
  'orderStatus',
  'date',
  'receipt',
  'canceledAt',
  'updatedAt',
]

/** Saves rows as files: those that are shown, and the refused ones as a list that can be checked again. */
export const Exports: FunctionComponent<{
  batch: BatchHead
  show: string | null
}> = ({ batch, show }) => {
  const say = useSay()
  const ask = useAsk()
  const { locale } = useIntl()
  const { id, counts } = batch
  const delimiter = locale.startsWith('en') ? ',' : ';'

  const save = async (
    wanted: string | null,
    cellsOf: (row: Row) => Array<string | number>,
    { columns, isStopped }: { columns: string[]; isStopped: () => boolean }
  ) => {
    const walk = await walkRows(
      ask,
      { id, filter: filterOf(wanted) },
      isStopped
    )

    // A file that lacks rows would be taken for all of them.
    if (walk.kind !== 'answered' || walk.data.hasMore || walk.data.refusal)
      return null

    return csvOf([columns, ...walk.data.items.map(cellsOf)], delimiter)
  }

  return (
    <div className="oc-line">
      <DownloadButton
        label={say(show === null ? 'rows.download-all' : 'rows.download-shown')}
        name={`batch-${id.slice(0, 8)}.csv`}
        content={(isStopped) =>
          save(show, (row) => lineOf(say, row, delimiter), {
            columns: COLUMNS,
            isStopped,
          })
        }
      />
      {counts.refused > 0 && (
        <DownloadButton
          label={say('rows.download-refused')}
          name={`refused-${id.slice(0, 8)}.csv`}
          content={(isStopped) =>
            save('REFUSED', ({ orderId }) => [orderId], {
              columns: ['orderId'],
              isStopped,
            })
          }
        />
      )}
    </div>
  )
}

/** Writes an amount as spreadsheets read it: where files have semicolons, numbers have a comma. */
function amountOf(cents: number | null, delimiter: string): string {
  if (cents === null) return ''

  const amount = (cents / 100).toFixed(2)

  return delimiter === ';' ? amount.replace('.', ',') : amount
}

function lineOf(say: Say, row: Row, delimiter: string): Array<string | number> {
  const { cancellation } = row

  return [
    row.row,
    row.orderId,
    cancellation?.reason ?? '',
    row.state,
    cancellation?.refusal ? headlineOf(say, cancellation.refusal) : '',
    row.attempts,
    amountOf(row.value, delimiter),
    row.currency ?? '',
    cancellation?.orderStatus ?? '',
    cancellation?.date ?? '',
    cancellation?.receipt ?? '',
    cancellation?.canceledAt ?? '',
    row.updatedAt ?? '',
  ]
}
