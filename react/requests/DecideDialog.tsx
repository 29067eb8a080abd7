import React, { useState } from 'react'
import type { FunctionComponent } from 'react'

import { Dialog } from '../components/Dialog'
import { FirstField } from '../components/FirstField'
import { ReasonField } from '../components/ReasonField'
import { useSay } from '../lib/useSay'
import { CreateNote } from '../many/CreateNote'
import { NO_OPTIONS } from '../many/draft'
import { useCreateBatch } from '../many/useCreateBatch'
import type { Request } from './RequestTable'

export type Decision = 'ACCEPT' | 'DENY'

interface Props {
  decision: Decision
  requests: Request[]
  /** How many of the selected ones are not decided so. */
  leftOut: number
  onKeep: () => void
}

/** Makes a batch that checks several requests. Nothing is decided before its start. */
export const DecideDialog: FunctionComponent<Props> = ({
  decision,
  requests,
  leftOut,
  onKeep,
}) => {
  const say = useSay()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const creating = useCreateBatch()
  const count = requests.length

  const check = (asNew: boolean) => {
    const lacksReason = decision === 'DENY' && reason.trim() === ''

    setMissing(lacksReason)
    if (lacksReason) return

    void creating.create(
      {
        ...NO_OPTIONS,
        name: say(`batch.dialog.START.${decision}.confirm`, { count }),
        action: decision,
        reason,
        orders: requests.map(({ orderId }) => ({ orderId, reason: null })),
      },
      asNew
    )
  }

  return (
    <Dialog
      title={say(`requests.dialog.${decision}.title`, { count })}
      keepLabel={say('requests.dialog.keep')}
      confirmLabel={say('requests.dialog.check', { count })}
      isSending={creating.isSending}
      onKeep={onKeep}
      onConfirm={() => check(false)}
    >
      <FirstField>
        <p>{say('many.nothing-yet-decided')}</p>
        {leftOut > 0 && (
          <p>{say('requests.dialog.left-out', { count: leftOut })}</p>
        )}
        <ReasonField
          id="oc-reason"
          value={reason}
          isRequired={decision === 'DENY'}
          errorMessage={isMissing ? say('dialog.wrong.reason') : undefined}
          helpText={say(`dialog.${decision}.reason-help`)}
          onChange={setReason}
        />
        <CreateNote
          creating={creating}
          count={count}
          onAsNew={() => check(true)}
        />
      </FirstField>
    </Dialog>
  )
}
