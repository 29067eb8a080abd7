import React, { useState } from 'react'
import type { FunctionComponent } from 'react'
import { Input } from 'vtex.styleguide'

import { Dialog } from '../components/Dialog'
import { FirstField } from '../components/FirstField'
import { useFormats } from '../lib/useFormats'
import { useSay } from '../lib/useSay'
import type { BatchAction } from '../typings/operations'
import { typedNumber, workOf } from './batchView'
import type { BatchHead, Group } from './batchView'

interface Props {
  action: BatchAction
  batch: BatchHead
  groups: Group[]
  isSending: boolean
  onKeep: () => void
  /** Called with the number of orders that the operator has seen; null for none. */
  onConfirm: (expectedOrders: number | null) => void
}

/** Says what a batch will do, and asks whether it shall. The start wants the number of orders typed. */
export const BatchDialog: FunctionComponent<Props> = ({
  action,
  batch,
  groups,
  isSending,
  onKeep,
  onConfirm,
}) => {
  const say = useSay()
  const { count } = useFormats()
  const [begun] = useState(batch)
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const { counts, startedAt } = batch
  const isStart = action === 'START'
  const isDiscard = action === 'ABORT' && startedAt === null
  // One order is not a number that is overlooked.
  const mustType = isStart && counts.pending > 1
  const hasChanged = !isSending && hasEnded(action, batch, begun)
  const base = isDiscard
    ? 'batch.dialog.discard'
    : `batch.dialog.${action}${isStart ? `.${batch.action}` : ''}`

  const confirm = () => {
    if (mustType && typedNumber(typed) !== counts.pending) setWrong(true)
    else onConfirm(expectedOf(action, batch))
  }

  return (
    <Dialog
      title={say(`${base}.title`, {
        count:
          action === 'RETRY' ? counts.refused + counts.unknown : counts.pending,
      })}
      keepLabel={say(`${base}.keep`)}
      confirmLabel={
        hasChanged ? null : say(`${base}.confirm`, { count: counts.pending })
      }
      isDanger={action === 'START' || action === 'ABORT'}
      isSending={isSending}
      onKeep={onKeep}
      onConfirm={confirm}
    >
      {hasChanged ? (
        <p role="alert" className="b">
          {say('batch.dialog.changed')}
        </p>
      ) : (
        <FirstField>
          {isStart && <StartFacts batch={batch} groups={groups} />}
          {!isStart && (
            <p>
              {say(`${base}.body`, {
                sent: workOf(batch).settled,
                left: counts.pending,
                retryable: batch.retryable,
              })}
            </p>
          )}
          {mustType && (
            <Input
              id="oc-count"
              label={say('batch.dialog.type', { count: count(counts.pending) })}
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              errorMessage={
                isWrong
                  ? say('batch.dialog.wrong', { count: count(counts.pending) })
                  : undefined
              }
              onChange={({ target }) => {
                setTyped(target.value)
                setWrong(false)
              }}
            />
          )}
        </FirstField>
      )}
    </Dialog>
  )
}

/** Tells whether the question no longer stands, since a colleague was faster. */
function hasEnded(
  action: BatchAction,
  { actions, state, startedAt }: BatchHead,
  begun: BatchHead
): boolean {
  if (!actions.includes(action)) return true

  // A stop is one at every moment of the work, but not of a check.
  return action === 'ABORT'
    ? (startedAt === null) !== (begun.startedAt === null)
    : state !== begun.state
}

function expectedOf(action: BatchAction, { counts }: BatchHead): number | null {
  switch (action) {
    case 'START':
      return counts.pending

    case 'RETRY':
      return counts.refused + counts.unknown

    default:
      return null
  }
}

/** What the check has found of the orders that will be worked on, and of those that stay out. */
const StartFacts: FunctionComponent<{ batch: BatchHead; groups: Group[] }> = ({
  batch,
  groups,
}) => {
  const say = useSay()
  const { money, count } = useFormats()
  const of = (outlook: string) =>
    groups.find((group) => group.outlook === outlook)

  const working = groups.filter(({ outlook }) => outlook.startsWith('WILL_'))
  const promised = working.reduce((sum, group) => sum + group.count, 0)
  const asked = of('WILL_REQUEST')?.count ?? 0
  const { total, pending } = batch.counts
  const left = total - pending
  const unjudged = Math.max(0, pending - promised)

  return (
    <>
      {working.map(({ outlook, count: orders, sums }) => (
        <p key={outlook}>
          {`${say.or(`outlook.${outlook}`, outlook)}: ${[
            count(orders),
            ...sums.map(({ value, currency }) => money(value, currency)),
          ].join(', ')}`}
        </p>
      ))}
      {asked > 0 && (
        <p>
          {say(
            batch.acceptOwnRequests
              ? 'batch.dialog.accepted-too'
              : 'batch.dialog.only-asks',
            { count: asked }
          )}
        </p>
      )}
      {unjudged > 0 && (
        <p>{say('batch.dialog.unjudged', { count: unjudged })}</p>
      )}
      {left > 0 && <p>{say('batch.dialog.stay-out', { count: left })}</p>}
      <p>
        {batch.reason
          ? say('batch.dialog.reason', { reason: batch.reason })
          : say('batch.dialog.no-reason')}
      </p>
      <p>{say('batch.dialog.fresh')}</p>
    </>
  )
}
