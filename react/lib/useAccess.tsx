import React, { createContext, useContext } from 'react'
import type { FunctionComponent } from 'react'

import ACCESS from '../graphql/Access.graphql'
import type { AccessQuery, AccessQueryVariables } from '../typings/operations'
import { useAsk } from './useAsk'
import { useReading } from './useReading'
import type { Read } from './useReading'

export type Access = AccessQuery['cancellationAccess']

const AccessContext = createContext<Read<AccessQuery> | null>(null)

/** Asks once who the operator is, what they may do and what the store has set. */
export const AccessProvider: FunctionComponent = ({ children }) => {
  const { read } = useAsk()
  const access = useReading<AccessQuery>('access', {
    ask: () => read<AccessQuery, AccessQueryVariables>(ACCESS, {}),
    waitMs: () => null,
  })

  return (
    <AccessContext.Provider value={access}>{children}</AccessContext.Provider>
  )
}

/** Gives who the operator is and what they may do; `data` is null until that is known. */
export function useAccess(): Read<AccessQuery> & { access: Access | null } {
  const read = useContext(AccessContext)

  if (!read) throw new Error('A component stands outside of AccessProvider.')

  return { ...read, access: read.data?.cancellationAccess ?? null }
}
