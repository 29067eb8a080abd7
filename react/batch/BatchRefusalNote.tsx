import React from 'react'
import type { FunctionComponent } from 'react'

import { useAccess } from '../lib/useAccess'
import { useFormats } from '../lib/useFormats'
import { useSay } from '../lib/useSay'
import type { BatchRefusedFragment } from '../typings/operations'

/** Why nothing was done to a batch: a headline by its code, and the reason. */
export const BatchRefusalNote: FunctionComponent<{
  refusal: BatchRefusedFragment
}> = ({ refusal: { code, detail, message, subject } }) => {
  const say = useSay()
  const { count } = useFormats()
  const { access } = useAccess()
  const number = Number(subject)

  return (
    <div role="alert" className="oc-note">
      <p className="b">
        {say.or(`batchRefusal.${code}`, message, {
          days: access?.batchDays ?? 30,
        })}
      </p>
      <p>
        {say.or(`batchDetail.${detail}`, message, {
          subject:
            subject && Number.isInteger(number) ? count(number) : subject ?? '',
        })}
      </p>
    </div>
  )
}
