import React from 'react'
import type { FunctionComponent } from 'react'
import { Button, PageBlock } from 'vtex.styleguide'

import { colorOf, needYou, stateKey } from '../batch/batchView'
import { NoList } from '../components/NoList'
import { Paging } from '../components/Paging'
import { PlaceLink } from '../components/PlaceLink'
import { ProblemNote } from '../components/ProblemNote'
import { ColorTag } from '../components/StateTag'
import { Table } from '../components/Table'
import { Title } from '../components/Title'
import { Waiting } from '../components/Waiting'
import BATCHES from '../graphql/Batches.graphql'
import { useAccess } from '../lib/useAccess'
import { useAsk } from '../lib/useAsk'
import { useCursors } from '../lib/useCursors'
import { useFormats } from '../lib/useFormats'
import { useReading } from '../lib/useReading'
import { useSay } from '../lib/useSay'
import type { BatchesQuery, BatchesQueryVariables } from '../typings/operations'

const PAGE = 20

/** The batches of this store, the newest first. */
export const History: FunctionComponent = () => {
  const say = useSay()
  const { count, time } = useFormats()
  const { read } = useAsk()
  const { access } = useAccess()
  const { after, onPrevious, onNext } = useCursors()
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

  if (access?.mayList === false) return <NoList />

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
              <PlaceLink
                key="name"
                className="oc-link"
                place={{ screen: 'batch', id: batch.id, show: null, page: 1 }}
              >
                {batch.name ?? say('batch.unnamed')}
              </PlaceLink>,
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
      {page && (
        <Paging onPrevious={onPrevious} onNext={onNext(page.nextCursor)} />
      )}
    </PageBlock>
  )
}
