import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/** Tells, in what goes on after a wait, whether the component that waited is still on the page. */
export function useIsShown(): RefObject<boolean> {
  const isShown = useRef(true)

  useEffect(
    () => () => {
      isShown.current = false
    },
    []
  )

  return isShown
}
