import React from 'react'
import type { FunctionComponent } from 'react'
import { Checkbox, Input, RadioGroup } from 'vtex.styleguide'

import { ReasonField } from '../components/ReasonField'
import { useAccess } from '../lib/useAccess'
import { useSay } from '../lib/useSay'
import type { Draft } from './draft'

interface Props {
  draft: Draft
  onChange: (changes: Partial<Draft>) => void
}

/** How a list is canceled. */
export const BatchOptions: FunctionComponent<Props> = ({ draft, onChange }) => {
  const say = useSay()
  const { access } = useAccess()

  /** A number that the store has set stands in the empty field: it holds unless the operator names another. */
  const placeholder = (number?: number | null) =>
    number === null || number === undefined
      ? say('many.no-limit')
      : String(number)

  return (
    <div className="oc-fields">
      <Input
        id="oc-name"
        label={say('many.name')}
        value={draft.name}
        autoComplete="off"
        onChange={({ target }) => onChange({ name: target.value })}
      />
      <ReasonField
        id="oc-reason"
        value={draft.reason}
        helpText={say('many.reason-help')}
        onChange={(reason) => onChange({ reason })}
      />
      <Checkbox
        id="oc-shopper"
        name="shopper"
        value="shopper"
        label={say('many.shopper')}
        checked={draft.requestedByUser}
        onChange={({ target }) => onChange({ requestedByUser: target.checked })}
      />
      <details>
        <summary>{say('many.pace')}</summary>
        <div className="oc-fields">
          <Input
            id="oc-per-minute"
            label={say('many.per-minute')}
            inputMode="numeric"
            value={draft.maxPerMinute}
            placeholder={placeholder(access?.maxPerMinute)}
            onChange={({ target }) =>
              onChange({ maxPerMinute: digitsOf(target.value) })
            }
          />
          <Input
            id="oc-refusals"
            label={say('many.pause-after')}
            inputMode="numeric"
            value={draft.maxRefusals}
            placeholder={placeholder(access?.maxRefusals)}
            onChange={({ target }) =>
              onChange({ maxRefusals: digitsOf(target.value) })
            }
          />
          <RadioGroup
            name="own-requests"
            label={say('many.handling')}
            value={draft.acceptOwnRequests ? 'accept' : 'ask'}
            options={[
              { value: 'ask', label: say('many.handling-ask') },
              { value: 'accept', label: say('many.handling-accept') },
            ]}
            onChange={({ target }) =>
              onChange({ acceptOwnRequests: target.value === 'accept' })
            }
          />
        </div>
      </details>
    </div>
  )
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '').slice(0, 5)
}
