import type { DocumentNode } from 'graphql'
import { useMemo } from 'react'
import { useApolloClient } from 'react-apollo'

import { problemOf } from './problem'
import type { Problem } from './problem'

/** What came of one request to the app. */
export type Answer<Data> =
  | { kind: 'answered'; data: Data }
  | { kind: 'problem'; problem: Problem }

export interface Ask {
  /** Reads; never from the browser's memory. */
  read: <Data, Variables>(
    query: DocumentNode,
    variables: Variables
  ) => Promise<Answer<Data>>
  /** Sends once. */
  send: <Data, Variables>(
    mutation: DocumentNode,
    variables: Variables
  ) => Promise<Answer<Data>>
}

const last = { answerAtMs: null as number | null }

/** Tells when the app answered last, whatever it was asked; null before the first answer. An epoch time. */
export function lastAnswerAtMs(): number | null {
  return last.answerAtMs
}

/** Gives the two ways in which the page talks to the app. Neither throws. */
export function useAsk(): Ask {
  const client = useApolloClient()

  return useMemo(
    () => ({
      read: (query, variables) =>
        answerOf(client.query({ query, variables, fetchPolicy: 'no-cache' })),
      send: (mutation, variables) =>
        answerOf(
          client.mutate({ mutation, variables, fetchPolicy: 'no-cache' })
        ),
    }),
    [client]
  )
}

async function answerOf<Data>(
  result: Promise<{ data?: Data | null }>
): Promise<Answer<Data>> {
  try {
    const { data } = await result

    last.answerAtMs = Date.now()

    return data
      ? { kind: 'answered', data }
      : { kind: 'problem', problem: 'unanswered' }
  } catch (error) {
    return {
      kind: 'problem',
      problem: problemOf(error, window.navigator.onLine),
    }
  }
}
