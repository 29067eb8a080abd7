import React from 'react'
import type { FunctionComponent } from 'react'

import { searchOf } from '../lib/places'
import type { Place } from '../lib/places'
import { usePlace } from '../lib/usePlace'

interface Props {
  place: Place
  className?: string
  isShown?: boolean
}

/** A link to a place of this page: it can be copied and opened in another tab. Following it only reads. */
export const PlaceLink: FunctionComponent<Props> = ({
  place,
  className,
  isShown = false,
  children,
}) => {
  const { go } = usePlace()

  return (
    <a
      className={className}
      href={searchOf(place) || '?'}
      aria-current={isShown ? 'page' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        go(place)
      }}
    >
      {children}
    </a>
  )
}
