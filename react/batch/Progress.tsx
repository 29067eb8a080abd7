import React from 'react'
import type { FunctionComponent } from 'react'
import { Progress as Bar } from 'vtex.styleguide'

import { useFormats } from '../lib/useFormats'
import { useSay } from '../lib/useSay'
import { percentOf, workOf } from './batchView'
import type { BatchHead } from './batchView'

/** How far a batch has come. Accepted is never counted as canceled. */
export const Progress: FunctionComponent<{ batch: BatchHead }> = ({
  batch,
}) => {
  const say = useSay()
  const { count } = useFormats()
  const { counts, estimatedSecondsLeft, pacePerMinute, action } = batch
  const { all, settled } = workOf(batch)
  const percent = percentOf(batch)
  const settledText = say('progress.settled', {
    settled: count(settled),
    all: count(all),
  })

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
