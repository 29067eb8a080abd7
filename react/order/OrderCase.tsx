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
import type {
  CaseQuery,
  OrderAction,
  RefusedFragment,
} from '../typings/operations'
import { ActionDialog } from './ActionDialog'
import { stateView } from './caseView'
import type { Case } from './caseView'
import { NextStepLine } from './NextStepLine'
import { OrderButtons } from './OrderButtons'
import { OrderFacts } from './OrderFacts'
import { useVerdict } from './useVerdict'

/** What is shown is too old to act on from then on. */
const STALE_MS = 2 * 60_000

interface Props {
  case_: Case
  reading: Read<CaseQuery>
  onAsking: (isAsking: boolean) => void
}

/** One order: verdict first, then what to do, then the facts. */
export const OrderCase: FunctionComponent<Props> = ({
  case_,
  reading,
  onAsking,
}) => {
  const say = useSay()
  const announce = useAnnounce()
  const { time } = useFormats()
  const isOnline = useOnline()
  const [asked, setAsked] = useState<OrderAction | null>(null)
  const [refused, setRefused] = useState<RefusedFragment | null>(null)
  const [isUnanswered, setUnanswered] = useState(false)
  const [focusOn, setFocusOn] = useState(1)
  const { again, isReading, readAtMs } = reading
  const { cancellation, orderId, currency } = case_
  const { key, color } = stateView(cancellation)
  const verdict = useVerdict(case_)

  useEffect(() => announce(verdict), [announce, verdict])
  useEffect(() => onAsking(asked !== null), [asked, onAsking])

  /** An action begins with a fresh read where what is shown is old. */
  const ask = async (action: OrderAction) => {
    const isStale = readAtMs === null || Date.now() - readAtMs > STALE_MS
    const fresh = isStale ? await again() : null

    if (isStale && !fresh?.cancellationCase.actions.includes(action)) return

    setRefused(null)
    setAsked(action)
    if (!isStale) void again()
  }

  const close = () => {
    setAsked(null)
    setFocusOn((count) => count + 1)
  }

  /** After every send the order is read: only a read says what became of it. */
  const sent = async (refusal: RefusedFragment | null) => {
    close()
    setRefused(refusal)
    await again()
  }

  const unanswered = async () => {
    close()
    setUnanswered(true)
    await again()
    setUnanswered(false)
  }

  return (
    <article aria-busy={isReading}>
      <div className="oc-line">
        <ColorTag color={color}>{say(`state.${key}`)}</ColorTag>
        <strong className="oc-id">{orderId}</strong>
        {readAtMs !== null && (
          <span className="c-muted-1">
            {say('order.as-of', { time: time(readAtMs) })}
          </span>
        )}
      </div>
      <Title focusOn={focusOn}>{verdict}</Title>
      {isUnanswered && <Waiting text={say('order.unanswered')} />}
      {refused && (
        <Refusal refusal={refused} orderId={orderId} currency={currency} />
      )}
      {!refused && cancellation.refusal && (
        <Refusal
          refusal={cancellation.refusal}
          orderId={orderId}
          currency={currency}
        />
      )}
      <NextStepLine case_={case_} reading={reading} />
      <OrderButtons
        case_={case_}
        isReady={isOnline && !isUnanswered && !reading.problem}
        onAsk={ask}
      />
      <Notices notices={cancellation.notices} />
      <OrderFacts case_={case_} />
      {asked && (
        <ActionDialog
          action={asked}
          case_={case_}
          onKeep={() => setAsked(null)}
          onSent={sent}
          onUnanswered={unanswered}
        />
      )}
    </article>
  )
}
