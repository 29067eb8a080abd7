import React, { useEffect, useRef, useState } from 'react'
import type { FunctionComponent } from 'react'
import { PageBlock } from 'vtex.styleguide'

import { useAnnounce } from '../components/Announcer'
import { NoList } from '../components/NoList'
import { Notices } from '../components/Explained'
import { ProblemNote } from '../components/ProblemNote'
import { ColorTag } from '../components/StateTag'
import { Title } from '../components/Title'
import { Waiting } from '../components/Waiting'
import BATCH from '../graphql/Batch.graphql'
import { useAccess } from '../lib/useAccess'
import { useAsk } from '../lib/useAsk'
import { useFormats } from '../lib/useFormats'
import { useReading } from '../lib/useReading'
import { useSay } from '../lib/useSay'
import type { BatchQuery, BatchQueryVariables } from '../typings/operations'
import { BatchControls } from './BatchControls'
import { BatchFacts } from './BatchFacts'
import { BatchRefusalNote } from './BatchRefusalNote'
import { BatchRows } from './BatchRows'
import {
  colorOf,
  isAtWork,
  isBeforeStart,
  nextLookMs,
  stateKey,
} from './batchView'
import type { Group } from './batchView'
import { Check } from './Check'
import { Progress, useSettled } from './Progress'
import { useBatchSentence } from './useBatchSentence'

/** A hidden page asks once a minute while the batch works: asking revives a dead replica. */
const HIDDEN_MS = 60_000

interface Props {
  id: string
  show: string | null
  page: number
}

/** The screen of one batch: its check, then its progress, and its rows. */
export const BatchScreen: FunctionComponent<Props> = ({ id, show, page }) => {
  const say = useSay()
  const { read } = useAsk()
  const { time } = useFormats()
  const [focusOn, setFocusOn] = useState(1)
  const groups = useRef<Group[] | null>(null)
  const needsGroups = useRef(true)

  const { access } = useAccess()
  const reading = useReading<BatchQuery>(
    access?.mayList === false ? null : id,
    {
      ask: () =>
        read<BatchQuery, BatchQueryVariables>(BATCH, {
          id,
          withGroups: needsGroups.current,
        }),
      waitMs: ({ cancellationBatch: { batch } }) =>
        batch && nextLookMs(batch, Date.now()),
      hiddenWaitMs: ({ cancellationBatch: { batch } }) =>
        batch && isAtWork(batch) ? HIDDEN_MS : null,
    }
  )

  const { data, problem, isReading, nextAtMs, readAtMs, again } = reading
  const { batch = null, refusal = null } = data?.cancellationBatch ?? {}
  const sentence = useBatchSentence(batch)

  useAnnouncements(batch?.state ?? null, sentence, useSettled(batch))

  useEffect(() => {
    if (!batch) return

    // What the check promised stays while the batch works; only the check itself moves it.
    needsGroups.current = isBeforeStart(batch)
    groups.current = batch.groups ?? groups.current
  }, [batch])

  if (access?.mayList === false) return <NoList />

  return (
    <PageBlock variation="full">
      {problem && (
        <ProblemNote
          problem={problem}
          nextAtMs={nextAtMs}
          readAtMs={readAtMs}
          resources={['ListOrders']}
          onRetry={again}
        />
      )}
      {isReading && !data && <Waiting text={say('batch.reading')} />}
      {refusal && <BatchRefusalNote refusal={refusal} />}
      {batch && (
        <>
          <div className="oc-line">
            <strong>{batch.name ?? say('batch.unnamed')}</strong>
            <ColorTag color={colorOf(batch.state)}>
              {say(stateKey('batchState', batch, say.has))}
            </ColorTag>
            {readAtMs !== null && (
              <span className="c-muted-1">
                {say('order.as-of', { time: time(readAtMs) })}
              </span>
            )}
          </div>
          <Title focusOn={focusOn}>{sentence}</Title>
          {isBeforeStart(batch) ? (
            <Check
              batch={batch}
              groups={batch.groups ?? groups.current ?? []}
            />
          ) : (
            batch.startedAt !== null && <Progress batch={batch} />
          )}
          <Notices
            notices={batch.notices}
            group="batchNotice"
            count={batch.counts.pending}
          />
          <BatchControls
            batch={batch}
            groups={batch.groups ?? groups.current ?? []}
            isReady={problem === null}
            onDone={() => setFocusOn((count) => count + 1)}
            again={again}
          />
          <BatchFacts batch={batch} />
          <BatchRows batch={batch} show={show} page={page} />
        </>
      )}
    </PageBlock>
  )
}

/** Says a new state at once, and progress each 15 seconds at most. */
function useAnnouncements(
  state: string | null,
  sentence: string,
  progress: string
) {
  const announce = useAnnounce()
  const said = useRef({ state: '', atMs: 0 })

  useEffect(() => {
    if (state === null) return

    const isNew = said.current.state !== state

    if (!isNew && Date.now() - said.current.atMs < 15_000) return

    said.current = { state, atMs: Date.now() }
    announce(isNew ? sentence : progress)
  }, [announce, state, sentence, progress])
}
