import { useRef, useState } from 'react'

import CREATE from '../graphql/CreateBatch.graphql'
import type { Problem } from '../lib/problem'
import { useAsk } from '../lib/useAsk'
import { useIsShown } from '../lib/useIsShown'
import { usePlace } from '../lib/usePlace'
import { useSend } from '../lib/useSend'
import type {
  BatchHeadFragment,
  BatchRefusedFragment,
  CreateBatchMutation,
  CreateBatchMutationVariables,
} from '../typings/operations'
import { batchKey, dayOf } from './batchKey'
import type { NewBatch } from './draft'

/** A batch that was made before this press. */
type Known = Pick<BatchHeadFragment, 'id' | 'createdAt' | 'state'>

export interface Create {
  isSending: boolean
  problem: Problem | null
  refusal: BatchRefusedFragment | null
  /** Set where the same list was checked before: the operator chooses. */
  known: Known | null
  /** Makes a batch and goes to it. `asNew`: although the list was checked before. */
  create: (batch: NewBatch, asNew?: boolean) => Promise<void>
  open: (id: string) => void
  /** Forgets why no batch was made: the list is another one now. */
  forget: () => void
}

/** A batch that is older than this press by more was there before it; the clocks of browser and app differ. */
const JUST_NOW_MS = 30_000

/**
 * Makes a batch of a list, with its check. Nothing is canceled by that.
 *
 * @param onMade is called with the batch's id before the page goes there
 */
export function useCreateBatch(onMade?: (id: string) => void): Create {
  const { send } = useAsk()
  const { go } = usePlace()
  const [refusal, setRefusal] = useState<BatchRefusedFragment | null>(null)
  const [known, setKnown] = useState<Known | null>(null)

  const sending = useSend<CreateBatchMutationVariables, CreateBatchMutation>(
    (variables) => send(CREATE, variables)
  )

  const isShown = useIsShown()
  /** Tells a list that is checked as a new one apart, until an answer comes: a repeated press makes no further batch. */
  const anew = useRef<string | null>(null)

  const open = (id: string) => go({ screen: 'batch', id, show: null, page: 1 })

  const create = async (batch: NewBatch, asNew = false) => {
    const pressedMs = Date.now()

    setRefusal(null)
    setKnown(null)

    if (asNew) anew.current = anew.current ?? String(pressedMs)

    const key = await batchKey(
      batch,
      dayOf(new Date()),
      (asNew && anew.current) || ''
    )

    const answer = await sending.send({ input: inputOf(batch, key) })

    if (answer?.kind !== 'answered') return

    anew.current = null

    const { batch: made, refusal: refused } =
      answer.data.createCancellationBatch

    setRefusal(refused)
    if (!made) return

    // An operator who has gone elsewhere is not called back: the same list finds its batch.
    if (!isShown.current) return
    onMade?.(made.id)
    // Neither an older batch nor a discarded one is what this press asks for.
    if (isOlder(made, pressedMs) || made.state === 'ABORTED') setKnown(made)
    else open(made.id)
  }

  return {
    isSending: sending.isSending,
    problem: sending.problem,
    refusal,
    known,
    create,
    open,
    forget: () => {
      setRefusal(null)
      setKnown(null)
      sending.forget()
    },
  }
}

function isOlder({ createdAt }: Known, pressedMs: number): boolean {
  return createdAt !== null && Date.parse(createdAt) < pressedMs - JUST_NOW_MS
}

function inputOf(
  batch: NewBatch,
  idempotencyKey: string
): CreateBatchMutationVariables['input'] {
  const isCancel = batch.action === 'CANCEL'

  return {
    idempotencyKey,
    action: batch.action,
    name: batch.name.trim() || null,
    reason: batch.reason.trim() || null,
    requestedByUser: isCancel && batch.requestedByUser,
    acceptOwnRequests: isCancel && batch.acceptOwnRequests,
    maxPerMinute: numberOf(batch.maxPerMinute),
    maxRefusals: numberOf(batch.maxRefusals),
    checkFirst: true,
    orders: batch.orders,
  }
}

function numberOf(text: string): number | null {
  return text.trim() === '' ? null : Number.parseInt(text, 10)
}
