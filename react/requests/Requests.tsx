import React, { useEffect, useState } from 'react'
import type { FunctionComponent } from 'react'
import { Button, Checkbox, PageBlock } from 'vtex.styleguide'

import { AccessRequest } from '../components/AccessRequest'
import { NoList } from '../components/NoList'
import { Notices, Refusal } from '../components/Explained'
import { Paging } from '../components/Paging'
import { ProblemNote } from '../components/ProblemNote'
import { Title } from '../components/Title'
import { Waiting } from '../components/Waiting'
import REQUESTS from '../graphql/Requests.graphql'
import { useAccess } from '../lib/useAccess'
import { useAsk } from '../lib/useAsk'
import { useCursors } from '../lib/useCursors'
import { useFormats } from '../lib/useFormats'
import { usePlace } from '../lib/usePlace'
import { useReading } from '../lib/useReading'
import { useSay } from '../lib/useSay'
import type {
  RequestsQuery,
  RequestsQueryVariables,
} from '../typings/operations'
import { DecideDialog } from './DecideDialog'
import type { Decision } from './DecideDialog'
import { RequestTable } from './RequestTable'
import type { Request } from './RequestTable'

const PAGE = 25

/** The open requests that this store decides: one opens its order, several become a batch. */
export const Requests: FunctionComponent = () => {
  const say = useSay()
  const { day } = useFormats()
  const { go } = usePlace()
  const { read } = useAsk()
  const { access } = useAccess()
  const { after, onPrevious, onNext } = useCursors()
  const [chosen, setChosen] = useState<string[]>([])
  const [asked, setAsked] = useState<Decision | null>(null)
  const reading = useReading<RequestsQuery>(
    access?.mayList ? `requests ${after}` : null,
    {
      ask: () =>
        read<RequestsQuery, RequestsQueryVariables>(REQUESTS, {
          first: PAGE,
          after,
        }),
      waitMs: () => null,
    }
  )

  const { data, problem, isReading, nextAtMs, readAtMs, again } = reading
  const page = data?.cancellationRequests

  // What was chosen on another page, or is gone, is not decided unseen.
  useEffect(() => setChosen([]), [page])

  if (access?.mayList === false) return <NoList />

  const items = page?.items ?? []
  const selected = items.filter(({ orderId }) => chosen.includes(orderId))
  const choosable = items.filter(({ actions }) => actions.length > 0)

  const decide = (decision: Decision) => {
    const [only] = allowed(selected, decision)

    if (selected.length === 1)
      go({ screen: 'order', orderId: only.orderId, asked: decision })
    else setAsked(decision)
  }

  return (
    <PageBlock variation="full">
      <Title>{say('requests.title')}</Title>
      <div className="oc-line">
        <span>
          {page?.total != null &&
            `${say('requests.total', { count: page.total })} `}
          {say('requests.late')}
        </span>
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
          resources={['ListOrders', 'OMSViewer']}
          onRetry={again}
        />
      )}
      {access?.mayCancel === false && (
        <>
          <p>{say('access.view-only')}</p>
          <AccessRequest resources={['CancelAction']} />
        </>
      )}
      {isReading && !data && <Waiting text={say('requests.reading')} />}
      {page?.refusal && <Refusal refusal={page.refusal} orderId="" />}
      {page && <Notices notices={page.notices} />}
      {page && page.dropped > 0 && (
        <p>{say('requests.dropped', { count: page.dropped })}</p>
      )}
      {page && page.unread > 0 && (
        <p>{say('requests.unread', { count: page.unread })}</p>
      )}
      {page?.since && <p>{say('requests.since', { date: day(page.since) })}</p>}
      {page && items.length === 0 && !page.refusal && (
        <p>{say(page.nextCursor ? 'requests.none-here' : 'requests.none')}</p>
      )}
      {items.length > 0 && choosable.length > 0 && (
        <div className="oc-selection">
          <Checkbox
            id="oc-all"
            name="all"
            value="all"
            label={say('requests.selected', {
              selected: selected.length,
              all: items.length,
            })}
            checked={selected.length === choosable.length}
            partial={selected.length > 0 && selected.length < choosable.length}
            onChange={({ target }) =>
              setChosen(
                target.checked ? choosable.map(({ orderId }) => orderId) : []
              )
            }
          />
          {(['ACCEPT', 'DENY'] as const)
            .filter((decision) => allowed(selected, decision).length > 0)
            .map((decision) => (
              <Button
                key={decision}
                variation={decision === 'ACCEPT' ? 'primary' : 'secondary'}
                size="small"
                onClick={() => decide(decision)}
              >
                {say(`requests.${decision}`, {
                  count: allowed(selected, decision).length,
                })}
              </Button>
            ))}
        </div>
      )}
      {items.length > 0 && (
        <RequestTable items={items} chosen={chosen} onChoose={setChosen} />
      )}
      {page && (
        <Paging onPrevious={onPrevious} onNext={onNext(page.nextCursor)} />
      )}
      {asked && (
        <DecideDialog
          decision={asked}
          requests={allowed(selected, asked)}
          leftOut={selected.length - allowed(selected, asked).length}
          onKeep={() => setAsked(null)}
        />
      )}
    </PageBlock>
  )
}

/** Those of the selected requests that the app lets this operator decide so. */
function allowed(requests: Request[], decision: Decision): Request[] {
  return requests.filter(({ actions }) => actions.includes(decision))
}
