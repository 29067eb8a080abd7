import React from 'react'
import type { FunctionComponent } from 'react'

import { useSay } from '../lib/useSay'
import type { Say } from '../lib/useSay'
import type { BatchRefusedFragment } from '../typings/operations'

interface Props {
  refusal: BatchRefusedFragment
  /** The number of orders that the page has sent with it. */
  given?: number
}

/** Why nothing was done to a batch: a headline by its code, and the reason. */
export const BatchRefusalNote: FunctionComponent<Props> = ({
  refusal: { code, detail, message, subject },
  given = 0,
}) => {
  const say = useSay()
  const values = { subject: subjectOf(say, subject), given }

  return (
    <div role="alert" className="oc-note">
      <p className="b">{say.or(`batchRefusal.${code}`, message, values)}</p>
      <p>{say.or(`batchDetail.${detail}`, message, values)}</p>
    </div>
  )
}

/** What a refusal names: a number of things, the state of a batch in the operator's words, or a name as it is. */
function subjectOf(say: Say, subject: string | null): string | number {
  if (subject === null) return ''
  if (/^\d+$/.test(subject)) return Number(subject)

  return say.or(`batchState.${subject}`, subject)
}
