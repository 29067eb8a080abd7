import React, { useState } from 'react'
import type { FunctionComponent } from 'react'
import { Button } from 'vtex.styleguide'

import { AccessRequest } from '../components/AccessRequest'
import CONTROL from '../graphql/ControlBatch.graphql'
import { useAccess } from '../lib/useAccess'
import { useAsk } from '../lib/useAsk'
import { useOnline } from '../lib/useOnline'
import { useSay } from '../lib/useSay'
import { useSend } from '../lib/useSend'
import type {
  BatchAction,
  BatchQuery,
  BatchRefusedFragment,
  ControlBatchMutation,
  ControlBatchMutationVariables,
} from '../typings/operations'
import { BatchDialog } from './BatchDialog'
import { BatchRefusalNote } from './BatchRefusalNote'
import type { BatchHead, Group } from './batchView'

/** A pause alone does not ask: it sends nothing, and must be quick. */
const ASKING: BatchAction[] = ['START', 'RESUME', 'ABORT', 'RETRY']

/** The first is the main one. */
const ORDER: BatchAction[] = ['START', 'RESUME', 'PAUSE', 'RETRY', 'ABORT']

interface Props {
  batch: BatchHead
  groups: Group[]
  isReady: boolean
  /** Called after the app has answered. */
  onDone: () => void
  again: () => Promise<BatchQuery | null>
}

/** Exactly what the app says that the batch can be told, if the operator may. */
export const BatchControls: FunctionComponent<Props> = ({
  batch,
  groups,
  isReady,
  onDone,
  again,
}) => {
  const say = useSay()
  const { send: post } = useAsk()
  const { access } = useAccess()
  const isOnline = useOnline()
  const [asked, setAsked] = useState<BatchAction | null>(null)
  const [refused, setRefused] = useState<{
    refusal: BatchRefusedFragment
    given: number
  } | null>(null)

  const sending = useSend<ControlBatchMutationVariables, ControlBatchMutation>(
    (variables) => post(CONTROL, variables)
  )

  const { isSending, problem, send, forget } = sending

  const control = async (
    action: BatchAction,
    expectedOrders: number | null
  ) => {
    setRefused(null)

    const answer = await send({ id: batch.id, action, expectedOrders })

    if (answer === null) return

    setAsked(null)
    if (answer.kind === 'answered') {
      const { refusal } = answer.data.controlCancellationBatch

      setRefused(refusal && { refusal, given: expectedOrders ?? 0 })
    }

    await again()
    onDone()
  }

  const press = (action: BatchAction) => {
    setRefused(null)
    forget()
    if (!ASKING.includes(action)) void control(action, null)
    else {
      setAsked(action)
      void again()
    }
  }

  if (access?.mayCancel === false) {
    return (
      <>
        <p>{say('access.view-only')}</p>
        <AccessRequest resources={['CancelAction']} />
      </>
    )
  }

  const offered = ORDER.filter((action) => isOffered(batch, action))

  return (
    <>
      {problem && (
        <p role="alert" className="oc-error">
          {say(
            problem === 'unanswered' ? 'batch.unanswered' : `problem.${problem}`
          )}
        </p>
      )}
      {refused && <BatchRefusalNote {...refused} action={batch.action} />}
      {isReady && isOnline && offered.length > 0 && (
        <div className="oc-buttons mv4">
          {offered.map((action, index) => (
            <Button
              key={action}
              variation={
                action === 'ABORT'
                  ? 'danger-tertiary'
                  : index === 0 && action !== 'RETRY'
                  ? 'primary'
                  : 'secondary'
              }
              isLoading={isSending && asked === null}
              onClick={() => press(action)}
            >
              {labelOf(say, batch, action)}
            </Button>
          ))}
        </div>
      )}
      {asked && (
        <BatchDialog
          action={asked}
          batch={batch}
          groups={groups}
          isSending={isSending}
          onKeep={() => setAsked(null)}
          onConfirm={(expected) => control(asked, expected)}
        />
      )}
    </>
  )
}

/** The app says what the state allows. Nothing is offered that would be about no order. */
function isOffered(
  { actions, counts }: BatchHead,
  action: BatchAction
): boolean {
  if (!actions.includes(action)) return false
  if (action === 'START') return counts.pending > 0

  return action !== 'RETRY' || counts.refused + counts.unknown > 0
}

function labelOf(
  say: ReturnType<typeof useSay>,
  { action, counts, startedAt }: BatchHead,
  control: BatchAction
): string {
  if (control === 'START')
    return say(`batch.START.${action}`, { count: counts.pending })

  return control === 'ABORT' && startedAt === null
    ? say('batch.discard')
    : say(`batch.${control}`)
}
