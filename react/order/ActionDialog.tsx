import React, { useState } from 'react'
import type { FunctionComponent } from 'react'
import { Checkbox, Input } from 'vtex.styleguide'

import { Dialog } from '../components/Dialog'
import { Refusal } from '../components/Explained'
import { FirstField } from '../components/FirstField'
import { ReasonField } from '../components/ReasonField'
import { HARMLESS } from '../lib/problem'
import { useFormats } from '../lib/useFormats'
import { useSay } from '../lib/useSay'
import type { OrderAction, RefusedFragment } from '../typings/operations'
import { signatureOf } from './caseView'
import type { Case } from './caseView'
import { useOrderSend } from './useOrderSend'
import type { OrderInput, Outcome } from './useOrderSend'
import { wrongInput } from './wrongInput'

interface Props {
  action: OrderAction
  case_: Case
  onKeep: () => void
  /** Called with what the app answered; null when no answer came: it may have been sent. */
  onSent: (outcome: Outcome | null) => void
}

const EMPTY = {
  reason: '',
  requestedByUser: false,
  invoiceNumber: '',
  issuanceDate: '',
}

/** Says what an action does to this order, and asks whether to send it. */
export const ActionDialog: FunctionComponent<Props> = ({
  action,
  case_,
  onKeep,
  onSent,
}) => {
  const say = useSay()
  const { money } = useFormats()
  const { orderId, value, currency, cancellation } = case_
  // Where a part came back already, only the rest is returned.
  const refund = money(cancellation.refusal?.sums?.rest ?? value, currency)
  const [begun] = useState(() => signatureOf(case_))
  const [typed, setTyped] = useState('')
  const [isTried, setTried] = useState(false)
  const [invalid, setInvalid] = useState<RefusedFragment | null>(null)
  const [input, setInput] = useState<OrderInput>({
    ...EMPTY,
    orderId,
    invoiceNumber: action === 'RETURN' ? lastNumber(case_) : '',
  })

  const { isSending, problem, send } = useOrderSend(action)
  const wrong = wrongInput(action, { ...input, typed })
  const hasChanged = signatureOf(case_) !== begun && !isSending

  const change = (changes: Partial<OrderInput>) =>
    setInput((before) => ({ ...before, ...changes }))

  const confirm = async () => {
    setTried(true)
    setInvalid(null)
    if (wrong) return

    const answer = await send(input)

    if (answer === null) return
    if (answer.kind !== 'answered') {
      // What was typed stays where nothing was done.
      if (!HARMLESS.includes(answer.problem)) onSent(null)
    } else if (answer.data.refusal?.code === 'INVALID_INPUT')
      setInvalid(answer.data.refusal)
    else onSent(answer.data)
  }

  const error = (field: string) =>
    isTried && wrong === field
      ? say(`dialog.wrong.${field}`, { id: orderId })
      : undefined

  return (
    <Dialog
      title={
        action === 'RETURN' && refund === null
          ? say('dialog.RETURN.title-unknown', { id: orderId })
          : say(`dialog.${action}.title`, { id: orderId, money: refund ?? '' })
      }
      keepLabel={say(`dialog.${action}.keep`)}
      confirmLabel={hasChanged ? null : say(`dialog.${action}.confirm`)}
      isDanger={action !== 'ACCEPT'}
      isSending={isSending}
      onKeep={onKeep}
      onConfirm={confirm}
    >
      {hasChanged ? (
        <p role="alert" className="b">
          {say('dialog.changed')}
        </p>
      ) : (
        <FirstField>
          {problem && <p role="alert">{say(`problem.${problem}`)}</p>}
          {invalid && <Refusal refusal={invalid} orderId={orderId} />}
          <Consequences action={action} case_={case_} />
          {action === 'RETURN' && (
            <>
              <Input
                id="oc-invoice-number"
                label={say('dialog.RETURN.number')}
                value={input.invoiceNumber}
                autoComplete="off"
                errorMessage={error('invoiceNumber')}
                onChange={({ target }) =>
                  change({ invoiceNumber: target.value })
                }
              />
              <Input
                id="oc-issuance-date"
                type="date"
                label={say('dialog.RETURN.date')}
                value={input.issuanceDate}
                onChange={({ target }) =>
                  change({ issuanceDate: target.value })
                }
              />
            </>
          )}
          {action !== 'ACCEPT' && (
            <ReasonField
              id="oc-reason"
              value={input.reason}
              isRequired={action === 'DENY'}
              errorMessage={error('reason')}
              helpText={say(`dialog.${action}.reason-help`)}
              onChange={(reason) => change({ reason })}
            />
          )}
          {action === 'CANCEL' && (
            <Checkbox
              id="oc-shopper"
              name="shopper"
              value="shopper"
              label={say('dialog.CANCEL.shopper')}
              checked={input.requestedByUser}
              onChange={({ target }) =>
                change({ requestedByUser: target.checked })
              }
            />
          )}
          {action === 'RETURN' && (
            <Input
              id="oc-typed-id"
              label={say('dialog.RETURN.typed', { id: orderId })}
              value={typed}
              autoComplete="off"
              errorMessage={error('typed')}
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
        </FirstField>
      )}
    </Dialog>
  )
}

/** What will happen, a line each. */
const Consequences: FunctionComponent<{ action: OrderAction; case_: Case }> = ({
  action,
  case_,
}) => {
  const say = useSay()
  const { money } = useFormats()
  const { value, currency, makesRequest, keepsStock, siblings } = case_
  const amount = money(value, currency)
  const others = (siblings ?? []).filter(({ state }) => state !== 'CANCELED')
  const isCancel = action === 'CANCEL'

  const lines = [
    isCancel && amount,
    isCancel && makesRequest
      ? say('dialog.CANCEL.asks')
      : say(`dialog.${action}.body`),
    isCancel && keepsStock && say('dialog.CANCEL.stock'),
    isCancel &&
      others.length > 0 &&
      say('dialog.CANCEL.others', { count: others.length }),
  ].filter(Boolean)

  return (
    <>
      {lines.map((line) => (
        <p key={String(line)}>{line}</p>
      ))}
    </>
  )
}

/** The number of the last return that this app may have sent: repeating it finds that one, and sends no second. */
function lastNumber({ history }: Case): string {
  return (
    history?.find(
      ({ action, outcome }) =>
        action === 'RETURN' && !['REFUSED', 'NOT_SENT'].includes(outcome)
    )?.invoiceNumber ?? ''
  )
}
