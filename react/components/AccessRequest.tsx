import React from 'react'
import type { FunctionComponent } from 'react'

import { useAccess } from '../lib/useAccess'
import { useSay } from '../lib/useSay'
import { CopyButton } from './CopyButton'

/** Says which resources the operator lacks, with a text that asks an administrator for them. */
export const AccessRequest: FunctionComponent<{ resources: string[] }> = ({
  resources,
}) => {
  const say = useSay()
  const { access } = useAccess()
  const names = resources.map((resource) => say(`resource.${resource}`))
  const list = names.join(', ')

  return (
    <div className="oc-note">
      <p>{say('access.ask', { resources: list })}</p>
      <CopyButton
        label={say('access.copy')}
        text={say('access.request', {
          resources: resources
            .map((resource, index) => `${names[index]} (${resource})`)
            .join(', '),
          caller: access?.caller ?? '–',
          account: access?.account ?? '–',
        })}
      />
    </div>
  )
}
