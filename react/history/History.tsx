import React, { useState } from 'react'
import type { FunctionComponent } from 'react'
import { Button, PageBlock } from 'vtex.styleguide'

import { colorOf, needYou, stateKey } from '../batch/batchView'
import { AccessRequest } from '../components/AccessRequest'
import { ProblemNote } from '../components/ProblemNote'
import { ColorTag } from '../components/StateTag'
import { Table } from '../components/Table'
import { Title } from '../components/Title'
import { Waiting } from '../components/Waiting'
import BATCHES from '../graphql/Batches.graphql'
import { useAccess } from '../lib/useAccess'
import { useAsk } from '../lib/useAsk'
import { useFormats } from '../lib/useFormats'
import { usePlace } from '../lib/usePlace'
import { useReading } from '../lib/useReading'
import { useSay } from '../lib/useSay'
import type { BatchesQuery, BatchesQueryVariables } from '../typings/operations'

const PAGE = 20

/** The batches of this store, the newest first. */
export const History: FunctionComponent = () => {
  const say = useSay()
  const { count, time } = useFormats()
  const { go } = usePlace()
  const { read } = useAsk()
  const { access } = useAccess()
  // The cursors of the pages before, since one leads only forward.
  const [cursors, setCursors] = useState<Array<string | null>>([null])
  const after = cursors[cursors.length - 1]
  const reading = useReading<BatchesQuery>(
    access?.mayList ? `batches ${after}` : null,
    {
      ask: () =>
        read<BatchesQuery, BatchesQueryVariables>(BATCHES, {
          first: PAGE,
          after,
        }),
      waitMs: () => null,
    }
  )

  const { data, problem, isReading, nextAtMs, readAtMs, again } = reading
  const page = data?.cancellationBatches

  if (access?.mayList === false)
    return (
      <PageBlock variation="full">
        <AccessRequest resources={['ListOrders']} />
      </PageBlock>
    )

  return (
    <PageBlock variation="full">
      <Title>{say('history.title')}</Title>
      <div className="oc-line">
        <span>{say('history.kept', { days: access?.batchDays ?? 30 })}</span>
        <Button
          variation="tertiary"
          size="small"
          isLoading={isReading}
          onClick={again}
        >
          {say('page.refresh')}
        </Button>
      </div>
      {problem && (
        <ProblemNote
          problem={problem}
          nextAtMs={nextAtMs}
          readAtMs={readAtMs}
          resources={['ListOrders']}
          onRetry={again}
        />
      )}
      {isReading && !data && <Waiting text={say('history.reading')} />}
      {page && page.items.length === 0 && <p>{say('history.none')}</p>}
      {page && page.items.length > 0 && (
        <Table
          caption={say('history.title')}
          columns={[
            say('history.name'),
            say('history.state'),
            say('history.who'),
            say('history.when'),
            say('history.total'),
            say('history.ended'),
            say('history.need-you'),
          ]}
          rows={page.items.map((batch) => ({
            key: batch.id,
            cells: [
              <a
                key="name"
                className="oc-link"
                href={`?batch=${encodeURIComponent(batch.id)}`}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return
                  event.preventDefault()
                  go({ screen: 'batch', id: batch.id, show: null, page: 1 })
                }}
              >
                {batch.name ?? say('batch.unnamed')}
              </a>,
              <ColorTag key="state" color={colorOf(batch.state)}>
                {say(stateKey('batchState', batch, say.has))}
              </ColorTag>,
              batch.createdBy ?? '–',
              batch.createdAt ? time(batch.createdAt) : '–',
              count(batch.counts.total),
              batch.action === 'DENY'
                ? say('history.denied', { count: batch.counts.denied })
                : say('history.canceled', { count: batch.counts.canceled }),
              count(needYou(batch)),
            ],
          }))}
        />
      )}
      {page && (cursors.length > 1 || page.nextCursor !== null) && (
        <div className="oc-line">
          {cursors.length > 1 && (
            <Button
              variation="tertiary"
              size="small"
              onClick={() => setCursors((before) => before.slice(0, -1))}
            >
              {say('page.previous')}
            </Button>
          )}
          {page.nextCursor !== null && (
            <Button
              variation="tertiary"
              size="small"
              onClick={() =>
                setCursors((before) => [...before, page.nextCursor])
              }
            >
              {say('page.next')}
            </Button>
          )}
        </div>
      )}
    </PageBlock>
  )
}
