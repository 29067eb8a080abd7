import React from 'react'
import type { FunctionComponent } from 'react'
import { Button } from 'vtex.styleguide'

import { useSay } from '../lib/useSay'

/** The ways to the page before and the one after, null where there is none, around what is said of the shown one. */
export const Paging: FunctionComponent<{
  onPrevious: (() => void) | null
  onNext: (() => void) | null
}> = ({ onPrevious, onNext, children }) => {
  const say = useSay()

  if (!onPrevious && !onNext) return null

  return (
    <div className="oc-line">
      {onPrevious && (
        <Button variation="tertiary" size="small" onClick={onPrevious}>
          {say('page.previous')}
        </Button>
      )}
      {children}
      {onNext && (
        <Button variation="tertiary" size="small" onClick={onNext}>
          {say('page.next')}
        </Button>
      )}
    </div>
  )
}
