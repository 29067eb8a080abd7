import React, { createContext, useCallback, useContext, useState } from 'react'
import type { FunctionComponent } from 'react'

type Announce = (text: string) => void

const AnnounceContext = createContext<Announce>(() => undefined)

/** Gives the one voice of the page for screen readers. */
export const useAnnounce = () => useContext(AnnounceContext)

/** Holds the page's only live region: two that change at once would talk over each other. */
export const Announcer: FunctionComponent = ({ children }) => {
  const [said, setSaid] = useState('')
  const announce = useCallback((text: string) => setSaid(text), [])

  return (
    <AnnounceContext.Provider value={announce}>
      <div role="status" className="oc-hidden">
        {said}
      </div>
      {children}
    </AnnounceContext.Provider>
  )
}
