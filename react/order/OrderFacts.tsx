import React, { useState } from 'react'
import type { FunctionComponent, ReactNode } from 'react'
import { Button } from 'vtex.styleguide'

import { Dialog } from '../components/Dialog'
import { Facts } from '../components/Facts'
import { daysUntil } from '../lib/daysUntil'
import { stuckOf } from '../lib/explain'
import { useFormats } from '../lib/useFormats'
import { readDraft, replaceDraft } from '../many/draft'
import { usePlace } from '../lib/usePlace'
import { useSay } from '../lib/useSay'
import type { Case } from './caseView'
import { isUnread, stateView } from './caseView'
import { OpenOrder } from './NextStepLine'
import { OrderLink } from './OrderLink'

/** What the operator decides with: status, money, purchase, what was done. */
export const OrderFacts: FunctionComponent<{ case_: Case }> = ({ case_ }) => {
  const say = useSay()
  const { money, day, time } = useFormats()
  const {
    cancellation,
    request,
    value,
    currency,
    payment,
    createdAt,
    history,
  } = case_

  const isRead = !isUnread(cancellation)
  const { stuck, denial } = cancellation
  const amount = money(value, currency)

  return (
    <>
      <Facts
        facts={
          [
            [
              say('fact.stuck'),
              stuck &&
                [
                  stuckOf(say, stuck),
                  stuck.since &&
                    say('fact.stuck-since', { time: time(stuck.since) }),
                  stuck.knownIssue &&
                    say('fact.known-issue', { number: stuck.knownIssue }),
                ]
                  .filter(Boolean)
                  .join(' '),
            ],
            [
              say('fact.status'),
              isRead && <Status key="status" case_={case_} />,
            ],
            [
              say('fact.request'),
              request &&
                [
                  say.or(
                    `requestedBy.${request.requestedBy}`,
                    say('requestedBy.UNKNOWN')
                  ),
                  request.requestedAt && time(request.requestedAt),
                  request.reason && `“${request.reason}”`,
                ]
                  .filter(Boolean)
                  .join(', '),
            ],
            [
              say('fact.decide-by'),
              request?.decideBy &&
                say('fact.days', {
                  date: day(request.decideBy),
                  days: daysUntil(request.decideBy),
                }),
            ],
            [
              say('fact.denied'),
              denial &&
                [
                  denial.date && time(denial.date),
                  denial.reason && `“${denial.reason}”`,
                ]
                  .filter(Boolean)
                  .join(', '),
            ],
            [
              say('fact.money'),
              (amount || payment) &&
                [
                  amount,
                  payment && say.or(`payment.${payment.state}`, payment.state),
                ]
                  .filter(Boolean)
                  .join('. '),
            ],
            [say('fact.placed'), createdAt && time(createdAt)],
            [
              say('fact.siblings'),
              isRead && <Siblings key="siblings" case_={case_} />,
            ],
            [
              say('fact.history'),
              (isRead || history !== null) && (
                <History key="history" case_={case_} />
              ),
            ],
          ].filter(([, fact]) => Boolean(fact)) as Array<[string, ReactNode]>
        }
      />
      <Receipt case_={case_} />
    </>
  )
}

const Status: FunctionComponent<{ case_: Case }> = ({
  case_: { cancellation, orderId },
}) => {
  const say = useSay()

  return (
    <span className="oc-line">
      <span>{cancellation.orderStatus ?? say('fact.no-status')}</span>
      <OpenOrder orderId={orderId} />
    </span>
  )
}

/** The other orders of the purchase; “Check the whole purchase” fills them all in on Many orders. */
const Siblings: FunctionComponent<{ case_: Case }> = ({
  case_: { orderId, siblings },
}) => {
  const say = useSay()
  const { go } = usePlace()
  const { money } = useFormats()

  const [isAsking, setAsking] = useState(false)

  if (siblings === null) return <>{say('fact.not-read')}</>
  if (siblings.length === 0) return <>{say('fact.no-siblings')}</>

  const replace = () => {
    replaceDraft([orderId, ...siblings.map((one) => one.orderId)].join('\n'))
    go({ screen: 'many' })
  }

  const check = () => {
    if (readDraft().text.trim() === '') replace()
    else setAsking(true)
  }

  return (
    <>
      <ul className="oc-plain">
        {siblings.map(({ orderId: id, state, value, currency }) => (
          <li key={id}>
            <OrderLink orderId={id} />
            {`: ${[
              say(`state.${stateView({ state }).key}`),
              money(value, currency),
            ]
              .filter(Boolean)
              .join(', ')}`}
          </li>
        ))}
      </ul>
      <Button variation="tertiary" size="small" onClick={check}>
        {say('fact.check-purchase')}
      </Button>
      {isAsking && (
        <Dialog
          title={say('many.replace.title')}
          keepLabel={say('many.replace.keep')}
          confirmLabel={say('many.replace.confirm')}
          onKeep={() => setAsking(false)}
          onConfirm={replace}
        >
          <p>{say('many.replace.body')}</p>
        </Dialog>
      )}
    </>
  )
}

/** What this app did to the order, the newest first. */
const History: FunctionComponent<{ case_: Case }> = ({
  case_: { history },
}) => {
  const say = useSay()
  const { time } = useFormats()
  const { go } = usePlace()

  if (history === null) return <>{say('fact.not-read')}</>
  if (history.length === 0) return <>{say('fact.no-history')}</>

  return (
    <ol className="oc-plain">
      {history.map(({ cacheId, action, outcome, by, at, reason, batchId }) => (
        <li key={cacheId}>
          {say('fact.event', {
            time: time(at),
            by,
            did: say.or(`did.${action}`, action),
          })}
          {reason ? ` “${reason}” ` : ' '}
          {say.or(`outcome.${outcome}`, say('outcome.UNSETTLED'))}{' '}
          {batchId && (
            <Button
              variation="tertiary"
              size="small"
              onClick={() =>
                go({ screen: 'batch', id: batchId, show: null, page: 1 })
              }
            >
              {say('fact.its-batch')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}

/** OMS's date and receipt, for an operator who asks VTEX. */
const Receipt: FunctionComponent<{ case_: Case }> = ({
  case_: {
    cancellation: { date, receipt, canceledAt, reason },
  },
}) => {
  const say = useSay()

  if (!date && !receipt && !canceledAt && !reason) return null

  return (
    <details className="mt4">
      <summary>{say('fact.details')}</summary>
      <Facts
        facts={[
          [say('fact.reason'), reason],
          [say('fact.date'), date],
          [say('fact.receipt'), receipt],
          [say('fact.canceled-at'), canceledAt],
        ]}
      />
    </details>
  )
}
