import React from 'react'
import type { FunctionComponent } from 'react'

import { Notices } from '../components/Explained'
import { headlineOf, reasonsOf } from '../lib/explain'
import { useFormats } from '../lib/useFormats'
import { useSay } from '../lib/useSay'
import type { Row } from './useRows'

/** What to do about one row: why it was refused or stopped, and what else to know. */
export const RowAdvice: FunctionComponent<{ row: Row }> = ({ row }) => {
  const say = useSay()
  const { money, local } = useFormats()
  const { cancellation, orderId, currency, outlook, state } = row

  if (!cancellation) return <>{say.or(`outlook.${outlook}`, outlook)}</>

  const { refusal, stuck, notices } = cancellation

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
      {stuck && <p>{say.or(`stuck.${stuck.kind}`, stuck.advice)}</p>}
      {!refusal && !stuck && state === 'PENDING' && (
        <span>{say.or(`outlook.${outlook}`, outlook)}</span>
      )}
      <Notices notices={notices} />
    </>
  )
}
