import React, { useEffect, useRef, useState } from 'react'
import type { FormEvent, FunctionComponent } from 'react'
import { Button, Input, PageBlock } from 'vtex.styleguide'

import { ProblemNote } from '../components/ProblemNote'
import { Waiting } from '../components/Waiting'
import CASE from '../graphql/Case.graphql'
import { useAsk } from '../lib/useAsk'
import { usePlace } from '../lib/usePlace'
import { useReading } from '../lib/useReading'
import { useSay } from '../lib/useSay'
import type {
  CaseQuery,
  CaseQueryVariables,
  OrderAction,
} from '../typings/operations'
import { nextLookMs } from './caseView'
import { OrderCase } from './OrderCase'

/** While a dialog asks, the order is looked at so often: it may change meanwhile. */
const ASKING_MS = 10_000

/** The screen of one order: what became of it, and what may be done. */
export const OneOrder: FunctionComponent<{
  orderId: string | null
  asked?: OrderAction
}> = ({ orderId, asked }) => {
  const say = useSay()
  const { read } = useAsk()
  const [isAsking, setAsking] = useState(false)
  /** How often this order was seen in this state. */
  const looks = useRef({ orderId, state: '', count: 0 })
  const reading = useReading<CaseQuery>(orderId, {
    ask: () =>
      read<CaseQuery, CaseQueryVariables>(CASE, { orderId: orderId ?? '' }),
    waitMs: ({ cancellationCase }) => {
      const { state } = cancellationCase.cancellation
      const isSame =
        looks.current.orderId === orderId && looks.current.state === state

      looks.current = {
        orderId,
        state,
        count: isSame ? looks.current.count + 1 : 1,
      }

      return isAsking
        ? ASKING_MS
        : nextLookMs(cancellationCase, looks.current.count)
    },
  })

  const { data, problem, isReading, nextAtMs, readAtMs, again } = reading
  /** The acts of the operator that lead to a verdict, which then takes the focus. */
  const [acts, setActs] = useState(1)
  const hasFailed = useRef(false)

  // A read that succeeds by itself later finds the operator elsewhere.
  if (problem && !data) hasFailed.current = true

  const readAgain = () => {
    hasFailed.current = false
    void again().then(() => setActs((count) => count + 1))
  }

  return (
    <PageBlock variation="full">
      <OrderField orderId={orderId} onSame={readAgain} />
      {problem && (
        <ProblemNote
          problem={problem}
          nextAtMs={nextAtMs}
          readAtMs={readAtMs}
          resources={['OMSViewer']}
          onRetry={readAgain}
        />
      )}
      {isReading && !data && <Waiting text={say('order.reading')} />}
      {data && (
        <OrderCase
          key={orderId ?? ''}
          case_={data.cancellationCase}
          asked={asked}
          reading={reading}
          focusOn={hasFailed.current ? 0 : acts}
          onAsking={setAsking}
        />
      )}
    </PageBlock>
  )
}

/** The field for an order id. Reading the same one again looks again. */
const OrderField: FunctionComponent<{
  orderId: string | null
  onSame: () => void
}> = ({ orderId, onSame }) => {
  const say = useSay()
  const { go } = usePlace()
  const [text, setText] = useState(orderId ?? '')
  const [isMissing, setMissing] = useState(false)

  useEffect(() => setText(orderId ?? ''), [orderId])

  const submit = (event: FormEvent) => {
    event.preventDefault()

    const wanted = text.trim()

    setMissing(wanted === '')
    if (wanted === '') return
    if (wanted === orderId) onSame()
    else go({ screen: 'order', orderId: wanted })
  }

  return (
    <form className="oc-order-field" onSubmit={submit}>
      <Input
        id="oc-order-id"
        label={say('order.id')}
        value={text}
        autoComplete="off"
        errorMessage={isMissing ? say('order.id-missing') : undefined}
        onChange={({ target }) => setText(target.value)}
      />
      <Button type="submit" variation="secondary">
        {say('order.read')}
      </Button>
    </form>
  )
}
