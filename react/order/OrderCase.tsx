import React, { useEffect, useState } from 'react'
import type { FunctionComponent } from 'react'

import { useAnnounce } from '../components/Announcer'
import { Notices, Refusal } from '../components/Explained'
import { ColorTag } from '../components/StateTag'
import { Title } from '../components/Title'
import { Waiting } from '../components/Waiting'
import { useFormats } from '../lib/useFormats'
import { useOnline } from '../lib/useOnline'
import type { Read } from '../lib/useReading'
import { useSay } from '../lib/useSay'
import type { CaseQuery, OrderAction } from '../typings/operations'
import { ActionDialog } from './ActionDialog'
import { stateView } from './caseView'
import type { Case } from './caseView'
import { NextStepLine } from './NextStepLine'
import { OrderButtons } from './OrderButtons'
import { OrderFacts } from './OrderFacts'
import type { Outcome } from './useOrderSend'
import { useSent } from './useSent'
import { useVerdict } from './useVerdict'

/** What is shown is too old to act on from then on. */
const STALE_MS = 2 * 60_000

interface Props {
  case_: Case
  reading: Read<CaseQuery>
  /** What was pressed on another screen: its dialog opens at once, if it is allowed. */
  asked?: OrderAction
  /** Changes with each act of the operator that leads here: the verdict takes the focus. */
  focusOn: number
  onAsking: (isAsking: boolean) => void
}

/** One order: verdict first, then what to do, then the facts. */
export const OrderCase: FunctionComponent<Props> = ({
  case_: read,
  reading,
  asked: pressed,
  focusOn,
  onAsking,
}) => {
  const say = useSay()
  const announce = useAnnounce()
  const { time } = useFormats()
  const isOnline = useOnline()
  const [asked, setAsked] = useState<OrderAction | null>(
    pressed && read.actions.includes(pressed) ? pressed : null
  )

  const [sends, setSends] = useState(0)
  const { again, isReading, readAtMs, askedAtMs } = reading
  const sent = useSent(read, askedAtMs)
  const case_ = sent.cancellation
    ? { ...read, cancellation: sent.cancellation }
    : read

  const { cancellation, orderId, currency } = case_
  const isUntold = sent.isUnsettled && sent.cancellation === null
  const { key, color } = stateView(isUntold ? UNTOLD : cancellation)
  const told = useVerdict(case_)
  const verdict = isUntold ? say(`order.${sent.progress}`) : told

  // A read that failed after a send does not speak of the send.
  const refusal = isUntold ? sent.refusal : sent.refusal ?? cancellation.refusal

  useEffect(() => announce(verdict), [announce, verdict])
  useEffect(() => onAsking(asked !== null), [asked, onAsking])

  /** An action begins with a fresh read where what is shown is old. */
  const ask = async (action: OrderAction) => {
    const mustRead = isStale(readAtMs)
    const fresh = mustRead ? await again() : null

    if (mustRead && !fresh?.cancellationCase.actions.includes(action)) return

    sent.forget()
    setAsked(action)
    void again()
  }

  /** After every send the order is read: only a read says what became of it. */
  const note = (outcome: Outcome | null) => {
    sent.note(outcome)
    setAsked(null)
    setSends((count) => count + 1)
    void again()
  }

  return (
    <article aria-busy={isReading}>
      <div className="oc-line">
        <ColorTag color={color}>{say(`state.${key}`)}</ColorTag>
        <strong className="oc-id">{orderId}</strong>
        {readAtMs !== null && (
          <span className="c-muted-1">
            {say('order.as-of', { time: time(readAtMs) })}
            {isReading && isStale(readAtMs) && `. ${say('order.again')}`}
          </span>
        )}
      </div>
      <Title focusOn={focusOn + sends}>{verdict}</Title>
      {sent.isUnsettled && isReading && <Waiting text={say('order.reading')} />}
      {refusal && (
        <Refusal refusal={refusal} orderId={orderId} currency={currency} />
      )}
      {!sent.isUnsettled && <NextStepLine case_={case_} reading={reading} />}
      <OrderButtons
        case_={case_}
        isReady={isOnline && !sent.isUnsettled && !reading.problem}
        onAsk={ask}
      />
      <Notices notices={cancellation.notices} />
      <OrderFacts case_={case_} />
      {asked && (
        <ActionDialog
          action={asked}
          case_={case_}
          onKeep={() => setAsked(null)}
          onSent={note}
        />
      )}
    </article>
  )
}

/** What is known of an order right after a send that told nothing. */
const UNTOLD = { state: 'UNKNOWN' }

function isStale(readAtMs: number | null): boolean {
  return readAtMs === null || Date.now() - readAtMs > STALE_MS
}
