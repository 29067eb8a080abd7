import React from 'react'
import type { FunctionComponent } from 'react'
import { Button } from 'vtex.styleguide'

import { AccessRequest } from '../components/AccessRequest'
import { CopyButton } from '../components/CopyButton'
import { useFormats } from '../lib/useFormats'
import { useNow } from '../lib/useNow'
import type { Read } from '../lib/useReading'
import { useSay } from '../lib/useSay'
import type { CaseQuery } from '../typings/operations'
import type { Case } from './caseView'
import { useTicket } from './useTicket'

interface Props {
  case_: Case
  reading: Pick<Read<CaseQuery>, 'again' | 'nextAtMs'>
}

/** What helps next, and when the page looks again by itself. */
export const NextStepLine: FunctionComponent<Props> = ({ case_, reading }) => {
  const say = useSay()
  const { day, seconds } = useFormats()
  const { again, nextAtMs } = reading
  const nowMs = useNow(nextAtMs !== null)
  const ticket = useTicket(case_)
  const { cancellation, request, orderId } = case_
  const left = nextAtMs === null ? null : seconds((nextAtMs - nowMs) / 1_000)

  const look = (
    <div className="oc-line">
      {left !== null && (
        <span>{say('next.CHECK_AGAIN', { seconds: left })}</span>
      )}
      <Button variation="tertiary" size="small" onClick={again}>
        {say('order.look-now')}
      </Button>
    </div>
  )

  switch (cancellation.nextStep) {
    case 'NONE':

    case 'DECIDE_REQUEST':
      return left === null ? null : look

    case 'RETRY_LATER':
      return (
        <div className="oc-line">
          <span>
            {left === null
              ? say('next.RETRY_LATER_SOON')
              : say('next.RETRY_LATER', {
                  time: say('time.seconds', { seconds: left }),
                })}
          </span>
          <Button variation="tertiary" size="small" onClick={again}>
            {say('order.try-again')}
          </Button>
        </div>
      )

    case 'CHECK_AGAIN':
      return look

    case 'RETURN_INVOICE':
      // Where the return is offered, its button says so.
      return case_.actions.includes('RETURN') ? null : (
        <p>{say('next.RETURN_INVOICE')}</p>
      )

    case 'MODIFY_ORDER':
      return (
        <div className="oc-line">
          <span>{say('next.MODIFY_ORDER')}</span>
          <OpenOrder orderId={orderId} />
        </div>
      )

    case 'WAIT_FOR_DECISION':
      return (
        <p>
          {request?.decideBy
            ? say('next.WAIT_FOR_DECISION', { date: day(request.decideBy) })
            : say('next.WAIT_FOR_DECISION_NO_DATE')}
        </p>
      )

    case 'ASK_FOR_ACCESS':
      return (
        <>
          <p>
            {say('next.ASK_FOR_ACCESS', {
              resource: say('resource.CancelAction'),
            })}
          </p>
          <AccessRequest
            resources={['OMSViewer', 'ListOrders', 'CancelAction']}
          />
        </>
      )

    case 'OPEN_TICKET':
      return (
        <div className="oc-line">
          <span>{say('next.OPEN_TICKET')}</span>
          <CopyButton label={say('order.copy-ticket')} text={ticket} />
        </div>
      )

    default:
      return null
  }
}

/** Leads to the Admin's own page of the order, outside of this page's frame. */
export const OpenOrder: FunctionComponent<{ orderId: string }> = ({
  orderId,
}) => {
  const say = useSay()

  return (
    <a
      className="oc-link"
      href={`/admin/orders/${encodeURIComponent(orderId)}`}
      target="_blank"
      rel="noopener noreferrer"
    >
      {say('order.open')}
    </a>
  )
}
