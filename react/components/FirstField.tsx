import React, { useEffect, useRef } from 'react'
import type { FunctionComponent } from 'react'

/** Moves the focus to the first field of a dialog, once; a dialog without one leaves it on the safe button. */
export const FirstField: FunctionComponent = ({ children }) => {
  const fields = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const timer = window.setTimeout(() => {
      const [first] = Array.from(
        fields.current?.querySelectorAll<HTMLElement>(
          'input, textarea, select'
        ) ?? []
      )

      first?.focus()
    }, 0)

    return () => window.clearTimeout(timer)
  }, [])

  return <div ref={fields}>{children}</div>
}
