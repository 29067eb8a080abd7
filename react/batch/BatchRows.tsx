import React from 'react'
import type { FunctionComponent } from 'react'
import { Button } from 'vtex.styleguide'

import { Paging } from '../components/Paging'
import { Table } from '../components/Table'
import { Title } from '../components/Title'
import { Waiting } from '../components/Waiting'
import { useFormats } from '../lib/useFormats'
import { usePlace } from '../lib/usePlace'
import { useSay } from '../lib/useSay'
import { OrderLink } from '../order/OrderLink'
import { BatchRefusalNote } from './BatchRefusalNote'
import type { BatchHead } from './batchView'
import { Exports } from './Exports'
import { RowAdvice } from './RowAdvice'
import { RowFilters } from './RowFilters'
import { PAGE_ROWS, useRows } from './useRows'

interface Props {
  batch: BatchHead
  show: string | null
  page: number
}

/** The rows of a batch, a page at a time. */
export const BatchRows: FunctionComponent<Props> = ({ batch, show, page }) => {
  const say = useSay()
  const { count, time } = useFormats()
  const { go } = usePlace()
  const { id, state, counts, checked } = batch
  const { data, isReading, problem, again } = useRows(id, {
    show,
    page,
    counts: JSON.stringify([state, counts, checked]),
  })

  const goTo = (to: number) => go({ screen: 'batch', id, show, page: to })

  return (
    <section aria-labelledby="oc-rows" className="mt6">
      <Title level={3} id="oc-rows">
        {say('rows.title')}
      </Title>
      <RowFilters batch={batch} show={show} />
      <Exports batch={batch} show={show} />
      {data?.refusal && <BatchRefusalNote refusal={data.refusal} />}
      {problem && (
        <div className="oc-line oc-error">
          <span>{say(`problem.${problem}`)}</span>
          <Button variation="tertiary" size="small" onClick={again}>
            {say('problem.retry')}
          </Button>
        </div>
      )}
      {isReading && !data && <Waiting text={say('rows.reading')} />}
      {data && data.items.length === 0 && <p>{say('rows.none')}</p>}
      {data && data.items.length > 0 && (
        <Table
          caption={say('rows.title')}
          columns={[
            say('rows.row'),
            say('rows.order'),
            say('rows.state'),
            say('rows.advice'),
            say('rows.when'),
          ]}
          rows={data.items.map((row) => ({
            key: row.cacheId,
            cells: [
              count(row.row),
              <OrderLink key="order" orderId={row.orderId} opensTab />,
              say.or(`row.${row.state}`, say('row.UNKNOWN')),
              <RowAdvice key="advice" row={row} />,
              row.updatedAt ? time(row.updatedAt) : '–',
            ],
          }))}
        />
      )}
      {data && (
        <Paging
          onPrevious={page > 1 ? () => goTo(page - 1) : null}
          onNext={data.hasMore ? () => goTo(page + 1) : null}
        >
          <span>
            {say('rows.range', {
              from: count((page - 1) * PAGE_ROWS + 1),
              to: count((page - 1) * PAGE_ROWS + data.items.length),
            })}
          </span>
        </Paging>
      )}
    </section>
  )
}
