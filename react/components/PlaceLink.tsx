import React from 'react'
import type { FunctionComponent } from 'react'

import type { Place } from '../lib/places'
import { hrefOf, usePlace } from '../lib/usePlace'

interface Props {
  place: Place
  className?: string
  isShown?: boolean
  /** Keeps this place where it is. */
  opensTab?: boolean
}

/** A link to a place of this page: it can be copied and opened in another tab. Following it only reads. */
export const PlaceLink: FunctionComponent<Props> = ({
  place,
  className,
  isShown = false,
  opensTab = false,
  children,
}) => {
  const { go } = usePlace()

  return (
    <a
      className={className}
      href={hrefOf(place)}
      target={opensTab ? '_blank' : undefined}
      rel={opensTab ? 'noopener noreferrer' : undefined}
      aria-current={isShown ? 'page' : undefined}
      onClick={(event) => {
        if (opensTab || event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        go(place)
      }}
    >
      {children}
    </a>
  )
}
