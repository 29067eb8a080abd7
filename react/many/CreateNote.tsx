import React from 'react'
import type { FunctionComponent } from 'react'
import { Button } from 'vtex.styleguide'

import { BatchRefusalNote } from '../batch/BatchRefusalNote'
import { useFormats } from '../lib/useFormats'
import { useSay } from '../lib/useSay'
import type { Create } from './useCreateBatch'

/** Says why no batch was made, or that the same list was checked before. */
export const CreateNote: FunctionComponent<{
  creating: Create
  /** How many orders the list has. */
  count: number
  onAsNew: () => void
}> = ({ creating: { problem, refusal, known, open }, count, onAsNew }) => {
  const say = useSay()
  const { time } = useFormats()

  return (
    <>
      {problem && (
        <p role="alert" className="oc-error">
          {say(
            problem === 'unanswered' ? 'many.unanswered' : `problem.${problem}`
          )}
        </p>
      )}
      {refusal && <BatchRefusalNote refusal={refusal} given={count} />}
      {known && (
        <div className="oc-line">
          <span>
            {say('many.known', {
              time: known.createdAt ? time(known.createdAt) : '–',
            })}
          </span>
          <Button
            variation="secondary"
            size="small"
            onClick={() => open(known.id)}
          >
            {say('many.open-it')}
          </Button>
          <Button variation="secondary" size="small" onClick={onAsNew}>
            {say('many.check-as-new')}
          </Button>
        </div>
      )}
    </>
  )
}
