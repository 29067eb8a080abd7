import React from 'react'
import type { FunctionComponent } from 'react'
import { Dropdown, Textarea } from 'vtex.styleguide'

import { useAccess } from '../lib/useAccess'
import { useSay } from '../lib/useSay'

/** The API takes no longer reason. */
const MOST = 1_000

interface Props {
  id: string
  value: string
  isRequired?: boolean
  errorMessage?: string
  helpText?: string
  onChange: (reason: string) => void
}

/** Takes a reason: one of the store's own, or any text. */
export const ReasonField: FunctionComponent<Props> = ({
  id,
  value,
  isRequired = false,
  errorMessage,
  helpText,
  onChange,
}) => {
  const say = useSay()
  const { access } = useAccess()
  const reasons = access?.reasons ?? []

  return (
    <>
      {reasons.length > 0 && (
        <div className="mb4">
          <Dropdown
            id={`${id}-list`}
            label={say('reason.list')}
            placeholder={say('reason.choose')}
            value={reasons.includes(value) ? value : ''}
            options={reasons.map((reason) => ({
              value: reason,
              label: reason,
            }))}
            onChange={(_event, chosen) => onChange(chosen)}
          />
        </div>
      )}
      <Textarea
        id={id}
        label={say(isRequired ? 'reason.label' : 'reason.optional')}
        value={value}
        rows={2}
        resize="vertical"
        maxLength={String(MOST)}
        characterCountdownText={say('reason.left', {
          count: MOST - value.length,
        })}
        errorMessage={errorMessage}
        helpText={helpText}
        onChange={({ target }) => onChange(target.value)}
      />
    </>
  )
}
