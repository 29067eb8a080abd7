import type { ApolloError } from 'apollo-client'

/** Why no answer came to what the page asked. */
export type Problem =
  | 'logged-out'
  | 'forbidden'
  /** VTEX ID, License Manager or VBase did not answer: nothing was done. */
  | 'unavailable'
  /** The browser has no connection. */
  | 'offline'
  /** No answer that can be read: a mutation may have been carried out. */
  | 'unanswered'

/** Problems that asking again does not mend: the operator has to log in, or an administrator to grant. */
export const LASTING: Problem[] = ['logged-out', 'forbidden']

/** Problems before which the app did nothing. */
export const HARMLESS: Problem[] = ['logged-out', 'forbidden', 'unavailable']

const BY_CODE: Partial<Record<string, Problem>> = {
  UNAUTHENTICATED: 'logged-out',
  FORBIDDEN: 'forbidden',
  AUTH_UNAVAILABLE: 'unavailable',
  STORAGE_UNAVAILABLE: 'unavailable',
}

interface Errors {
  graphQLErrors?: ApolloError['graphQLErrors']
  networkError?: {
    statusCode?: number
    result?: { errors?: ApolloError['graphQLErrors'] }
  } | null
}

/** Finds out why a request of Apollo's client failed. */
export function problemOf(error: unknown, isOnline: boolean): Problem {
  const { graphQLErrors = [], networkError } = Object(error) as Errors
  const errors = [...graphQLErrors, ...(networkError?.result?.errors ?? [])]
  const known = errors
    .map(({ extensions }) => BY_CODE[String(extensions?.code)])
    .find(Boolean)

  if (known) return known

  return networkError && networkError.statusCode === undefined && !isOnline
    ? 'offline'
    : 'unanswered'
}
