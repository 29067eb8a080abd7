import React, {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { FunctionComponent } from 'react'

import { placeOf, searchOf } from './places'
import type { Place } from './places'

interface Places {
  place: Place
  /** Goes to a place, so that Back returns. */
  go: (place: Place) => void
  /** Changes the place without a step for Back. */
  replace: (place: Place) => void
  /** Puts a dialog over the page: Back closes it. Returns what closes it from within. */
  cover: (closed: () => void) => () => void
}

const PlaceContext = createContext<Places | null>(null)

/** Gives the place that the page shows, and the ways to another. */
export function usePlace(): Places {
  const places = useContext(PlaceContext)

  if (!places) throw new Error('A component stands outside of PlaceProvider.')

  return places
}

/** Keeps the place in the address of the page and of the Admin around it. */
export const PlaceProvider: FunctionComponent = ({ children }) => {
  const [place, setPlace] = useState(() => placeOf(firstSearch()))
  const covering = useRef<(() => void) | null>(null)

  useEffect(() => {
    // A deep link stood in the address of the Admin alone.
    window.history.replaceState(null, '', addressOf(place))
    mirror(place)
  }, [place])

  useEffect(() => {
    const moved = () => {
      const closed = covering.current

      covering.current = null
      closed?.()
      setPlace((shown) => {
        const named = placeOf(window.location.search)

        return searchOf(named) === searchOf(shown) ? shown : named
      })
    }

    window.addEventListener('popstate', moved)

    return () => window.removeEventListener('popstate', moved)
  }, [])

  const go = useCallback((next: Place) => {
    const isCovered = covering.current !== null

    covering.current = null
    // A dialog that leads on gives up its own step: Back returns to what it covered.
    if (isCovered) window.history.replaceState(null, '', addressOf(next))
    else window.history.pushState(null, '', addressOf(next))
    setPlace(next)
  }, [])

  const replace = useCallback((next: Place) => {
    window.history.replaceState(null, '', addressOf(next))
    setPlace(next)
  }, [])

  const cover = useCallback((closed: () => void) => {
    window.history.pushState(null, '', window.location.href)
    covering.current = closed

    return () => {
      // After Back it is closed already.
      if (covering.current === closed) window.history.back()
    }
  }, [])

  const places = useMemo(
    () => ({ place, go, replace, cover }),
    [place, go, replace, cover]
  )

  return (
    <PlaceContext.Provider value={places}>{children}</PlaceContext.Provider>
  )
}

/** The page's own query, or, when the Admin opens it in its frame, the Admin's. */
function firstSearch(): string {
  return window.location.search || (outer()?.location.search ?? '')
}

/** Writes the address of a place for another tab: there the page stands in the Admin, as it does here. */
export function hrefOf(place: Place): string {
  const { pathname } = (outer() ?? window).location

  return `${pathname}${searchOf(place)}`
}

function addressOf(place: Place): string {
  return `${window.location.pathname}${searchOf(place)}`
}

/** Shows the place in the address of the Admin around the page, too, so that it can be copied. */
function mirror(place: Place) {
  const around = outer()

  if (!around) return

  const { pathname } = around.location

  // The Admin's own router keeps its state with the address.
  around.history.replaceState(
    around.history.state,
    '',
    `${pathname}${searchOf(place)}`
  )
}

/** The window of the Admin around the page; null without one, or where the browser does not let the page look. */
function outer(): Window | null {
  try {
    return window.parent !== window && window.parent.location.pathname
      ? window.parent
      : null
  } catch {
    return null
  }
}
