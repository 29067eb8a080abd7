import { useEffect, useRef, useState } from 'react'

import type {
  CancellationFragment,
  RefusedFragment,
} from '../typings/operations'
import { isUnread, signatureOf } from './caseView'
import type { Case } from './caseView'
import type { Outcome } from './useOrderSend'

interface Sent {
  /**
   * True from a send until a later read has shown the order. What was read before it is no longer
   * true, and nothing may be offered.
   */
  isUnsettled: boolean
  /** How the send went. `unanswered`: it may have been carried out. `answered`: the refusal says whether it was. */
  progress: 'sent' | 'answered' | 'unanswered'
  /** What the app answered to the send; null without an answer, or where it told no state. */
  cancellation: CancellationFragment | null
  /** Why the last send did nothing, until the order changes. */
  refusal: RefusedFragment | null
  /** Notes a send: its outcome, or null where no answer came. */
  note: (outcome: Outcome | null) => void
  /** Forgets why the last send did nothing. */
  forget: () => void
}

/**
 * Keeps what was sent for an order until a read shows what became of it.
 *
 * @param askedAtMs when what is shown was asked for: only what was asked after a send tells of it
 */
export function useSent(case_: Case, askedAtMs: number | null): Sent {
  const [sent, setSent] = useState<{ outcome: Outcome | null } | null>(null)
  const [refusal, setRefusal] = useState<RefusedFragment | null>(null)
  const sentAtMs = useRef(0)
  const refusedOf = useRef<string | null>(null)
  const isNewer = askedAtMs !== null && askedAtMs >= sentAtMs.current

  useEffect(() => {
    if (sent && isNewer && !isUnread(case_.cancellation)) setSent(null)
  }, [sent, case_, isNewer])

  useEffect(() => {
    if (!refusal || !isNewer) return

    const signature = signatureOf(case_)

    // The first read after a refusal shows the order that it is about.
    refusedOf.current = refusedOf.current ?? signature
    if (refusedOf.current !== signature) setRefusal(null)
  }, [refusal, case_, isNewer])

  return {
    isUnsettled: sent !== null,
    progress: progressOf(sent?.outcome ?? null),
    cancellation: sent?.outcome?.cancellation ?? null,
    refusal,
    note: (outcome) => {
      sentAtMs.current = Date.now()
      refusedOf.current = null
      setSent({ outcome })
      setRefusal(outcome?.refusal ?? null)
    },
    forget: () => setRefusal(null),
  }
}

function progressOf(outcome: Outcome | null): Sent['progress'] {
  if (outcome === null) return 'unanswered'

  return outcome.refusal ? 'answered' : 'sent'
}
