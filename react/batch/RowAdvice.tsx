import React from 'react'
import type { FunctionComponent } from 'react'

import { Notices } from '../components/Explained'
import { headlineOf, reasonsOf, stuckOf } from '../lib/explain'
import { useFormats } from '../lib/useFormats'
import { useSay } from '../lib/useSay'
import type { Row } from './useRows'

/** What to do about one row: why it was refused or stopped, and what else to know. */
export const RowAdvice: FunctionComponent<{ row: Row }> = ({ row }) => {
  const say = useSay()
  const { money, local } = useFormats()
  const { cancellation, orderId, currency, outlook, state } = row

  if (!cancellation) return <>{say.or(`outlook.${outlook}`, outlook)}</>

  const { refusal, stuck, notices, nextStep } = cancellation

  return (
    <>
      {refusal && (
        <details>
          <summary>{headlineOf(say, refusal)}</summary>
          {reasonsOf(say, refusal, {
            orderId,
            money: (cents) => money(cents, currency),
            local,
          }).map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
        </details>
      )}
      {nextStep === 'DECIDE_REQUEST' && state !== 'PENDING' && (
        <p>
          {say(
            // A row that waits for a decision has asked for it itself.
            state === 'AWAITING_DECISION' || refusal?.code === 'OWN_REQUEST'
              ? 'next.DECIDE_REQUEST_OWN'
              : 'next.DECIDE_REQUEST'
          )}
        </p>
      )}
      {stuck && <p>{stuckOf(say, stuck)}</p>}
      {!refusal && !stuck && state === 'PENDING' && (
        <span>{say.or(`outlook.${outlook}`, outlook)}</span>
      )}
      <Notices
        notices={notices.filter(
          // Beside “Accepted” it would call the order canceled.
          ({ code }) => code !== 'FRESHLY_CANCELED'
        )}
      />
    </>
  )
}
