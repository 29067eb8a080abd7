import React, { useEffect, useRef } from 'react'
import type { FunctionComponent } from 'react'

interface Props {
  level?: 2 | 3
  /** Moves the focus here whenever it changes to a new value; a poll never changes it. */
  focusOn?: number
  id?: string
}

/** A heading: the styleguide's titles are none for a screen reader. */
export const Title: FunctionComponent<Props> = ({
  level = 2,
  focusOn = 0,
  id,
  children,
}) => {
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    if (focusOn > 0) heading.current?.focus()
  }, [focusOn])

  const common = { ref: heading, tabIndex: -1, id }

  return level === 2 ? (
    <h2 {...common} className="t-heading-4 mt0 mb3 oc-focus">
      {children}
    </h2>
  ) : (
    <h3 {...common} className="t-heading-5 mt0 mb3 oc-focus">
      {children}
    </h3>
  )
}
