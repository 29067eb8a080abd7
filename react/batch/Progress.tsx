import React from 'react'
import type { FunctionComponent } from 'react'
import { Progress as Bar } from 'vtex.styleguide'

import { useFormats } from '../lib/useFormats'
import { useSay } from '../lib/useSay'
import { percentOf, workOf } from './batchView'
import type { BatchHead } from './batchView'

/** Gives the sentence that says how many rows are settled; empty without a batch. */
export function useSettled(batch: BatchHead | null): string {
  const say = useSay()
  const { count } = useFormats()

  if (!batch) return ''

  const { all, settled } = workOf(batch)

  return say('progress.settled', { settled: count(settled), all: count(all) })
}

/** How far a batch has come. Accepted is never counted as canceled. */
export const Progress: FunctionComponent<{ batch: BatchHead }> = ({
  batch,
}) => {
  const say = useSay()
  const { counts, estimatedSecondsLeft, pacePerMinute, action } = batch
  const percent = percentOf(batch)
  const settledText = useSettled(batch)

  return (
    <>
      {/* The styleguide's bar turns green when it is full, and green is for what is canceled. */}
      {percent < 100 && (
        <div
          role="progressbar"
          aria-label={say('progress.name')}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
          aria-valuetext={settledText}
          className="oc-progress"
        >
          <Bar type="line" percent={percent} />
        </div>
      )}
      <p>
        <strong>{settledText}</strong>
      </p>
      <p>
        {say(action === 'DENY' ? 'progress.parts-deny' : 'progress.parts', {
          ended: action === 'DENY' ? counts.denied : counts.canceled,
          accepted: counts.accepted,
          pending: counts.pending,
        })}
      </p>
      {pacePerMinute !== null && (
        <p>
          {estimatedSecondsLeft === null
            ? say('progress.pace', { pace: Math.round(pacePerMinute) })
            : say('progress.left', {
                minutes: Math.max(1, Math.round(estimatedSecondsLeft / 60)),
                pace: Math.round(pacePerMinute),
              })}
        </p>
      )}
    </>
  )
}
