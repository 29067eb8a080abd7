import { useCallback, useRef, useState } from 'react'

import type { Problem } from './problem'
import type { Answer } from './useAsk'
import { useIsShown } from './useIsShown'

export interface Send<Input, Data> {
  isSending: boolean
  /** Why no answer came to the last send. */
  problem: Problem | null
  /** Sends; resolves to the answer. While one is on its way, further ones are dropped: a double click sends once. */
  send: (input: Input) => Promise<Answer<Data> | null>
  forget: () => void
}

/** Sends at most one thing at a time. */
export function useSend<Input, Data>(
  make: (input: Input) => Promise<Answer<Data>>
): Send<Input, Data> {
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const isBusy = useRef(false)
  const isShown = useIsShown()
  const latest = useRef(make)

  latest.current = make

  const send = useCallback(
    async (input: Input) => {
      if (isBusy.current) return null

      isBusy.current = true
      setSending(true)
      setProblem(null)

      const answer = await latest.current(input)

      isBusy.current = false
      if (isShown.current) {
        setSending(false)
        setProblem(answer.kind === 'problem' ? answer.problem : null)
      }

      return answer
    },
    [isShown]
  )

  const forget = useCallback(() => setProblem(null), [])

  return { isSending, problem, send, forget }
}
