import { createContext, useContext } from 'react'

/** What the page may ask of vtex.render-runtime. */
export const Runtime = createContext({})

export const useRuntime = () => useContext(Runtime)
