import React from 'react'
import type { FunctionComponent } from 'react'
import { Checkbox } from 'vtex.styleguide'

import { Table } from '../components/Table'
import { daysUntil } from '../lib/daysUntil'
import { useFormats } from '../lib/useFormats'
import { useSay } from '../lib/useSay'
import { OrderLink } from '../order/OrderLink'
import type { RequestsQuery } from '../typings/operations'

export type Request = RequestsQuery['cancellationRequests']['items'][number]

/** From so many days on the time left is urgent. */
const URGENT_DAYS = 5

interface Props {
  items: Request[]
  chosen: string[]
  onChoose: (orderIds: string[]) => void
}

/** The requests of one page, each with what it is decided by. */
export const RequestTable: FunctionComponent<Props> = ({
  items,
  chosen,
  onChoose,
}) => {
  const say = useSay()
  const { money, time } = useFormats()

  const choose = (orderId: string, isChosen: boolean) =>
    onChoose(
      isChosen
        ? [...chosen, orderId]
        : chosen.filter((other) => other !== orderId)
    )

  return (
    <Table
      caption={say('requests.title')}
      columns={[
        say('requests.choose'),
        say('requests.order'),
        say('requests.money'),
        say('requests.by'),
        say('requests.reason'),
        say('requests.when'),
        say('requests.left'),
      ]}
      rows={items.map(
        ({
          orderId,
          value,
          currency,
          requestedBy,
          reason,
          requestedAt,
          decideBy,
          actions,
        }) => ({
          key: orderId,
          cells: [
            actions.length > 0 ? (
              <Checkbox
                key="choose"
                id={`oc-choose-${orderId}`}
                name="request"
                value={orderId}
                label={
                  <span className="oc-hidden">
                    {say('requests.choose-one', { id: orderId })}
                  </span>
                }
                checked={chosen.includes(orderId)}
                onChange={({ target }) => choose(orderId, target.checked)}
              />
            ) : (
              '–'
            ),
            <OrderLink key="order" orderId={orderId} />,
            money(value, currency) ?? '–',
            [
              say.or(`requestedBy.${requestedBy}`, say('requestedBy.UNKNOWN')),
              requestedBy === 'OWN_STORE' && say('requests.own'),
            ]
              .filter(Boolean)
              .join('. '),
            reason ?? '–',
            requestedAt ? time(requestedAt) : '–',
            <DaysLeft key="left" decideBy={decideBy} />,
          ],
        })
      )}
    />
  )
}

/** How many days are left until VTEX decides by itself. */
const DaysLeft: FunctionComponent<{ decideBy: string | null }> = ({
  decideBy,
}) => {
  const say = useSay()

  if (!decideBy) return <>–</>

  const days = daysUntil(decideBy)

  return (
    <span className={days <= URGENT_DAYS ? 'oc-urgent' : undefined}>
      {say('requests.days', { days })}
    </span>
  )
}
