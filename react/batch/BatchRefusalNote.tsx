import React from 'react'
import type { FunctionComponent } from 'react'

import { useSay } from '../lib/useSay'
import type { Say } from '../lib/useSay'
import type {
  BatchOrderAction,
  BatchRefusedFragment,
  BatchState,
} from '../typings/operations'
import { stateKey } from './batchView'

interface Props {
  refusal: BatchRefusedFragment
  /** The number of orders that the page has sent with it. */
  given?: number
  /** What the batch does with its orders. */
  action?: BatchOrderAction
}

/** Why nothing was done to a batch: a headline by its code, and the reason. */
export const BatchRefusalNote: FunctionComponent<Props> = ({
  refusal: { code, detail, message, subject },
  given = 0,
  action = 'CANCEL',
}) => {
  const say = useSay()
  const values = { subject: subjectOf(say, subject, action), given }

  return (
    <div role="alert" className="oc-note">
      <p className="b">{say.or(`batchRefusal.${code}`, message, values)}</p>
      <p>{say.or(`batchDetail.${detail}`, message, values)}</p>
    </div>
  )
}

/** What a refusal names: a number of things, the state of a batch in the operator's words, or a name as it is. */
function subjectOf(
  say: Say,
  subject: string | null,
  action: BatchOrderAction
): string | number {
  if (subject === null) return ''
  if (/^\d+$/.test(subject)) return Number(subject)

  return say.has(`batchState.${subject}`)
    ? say(
        stateKey(
          'batchState',
          { state: subject as BatchState, action },
          say.has
        )
      )
    : subject
}
