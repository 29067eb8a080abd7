import React from 'react'
import type { FunctionComponent } from 'react'

import { PlaceLink } from '../components/PlaceLink'
import { Table } from '../components/Table'
import { useFormats } from '../lib/useFormats'
import { usePlace } from '../lib/usePlace'
import { useSay } from '../lib/useSay'
import { readLeftOut } from '../many/leftOut'
import type { BatchHead, Group } from './batchView'
import { showOutlook } from './filters'

/** A check that is older is said to be. */
const OLD_MS = 15 * 60_000

/** What the check has found, by class, with sums. */
export const Check: FunctionComponent<{
  batch: BatchHead
  groups: Group[]
}> = ({ batch, groups }) => {
  const say = useSay()
  const { count, money, time } = useFormats()
  const { go } = usePlace()
  const { id, counts, checked, checkedAt, state } = batch
  const toCheck = counts.total - counts.skipped
  const leftOut = readLeftOut(id)
  const isOld =
    checkedAt !== null && Date.now() - Date.parse(checkedAt) > OLD_MS

  return (
    <>
      {state === 'CHECKING' && (
        <p>
          {say('check.read', { checked: count(checked), all: count(toCheck) })}
        </p>
      )}
      {leftOut > 0 && (
        <p className="oc-line">
          <span>{say('check.left-out', { count: leftOut })}</span>
          <PlaceLink className="oc-link" place={{ screen: 'many' }}>
            {say('check.left-out.list')}
          </PlaceLink>
        </p>
      )}
      {isOld && checkedAt && (
        <p>{say('check.old', { time: time(checkedAt) })}</p>
      )}
      {groups.length > 0 && (
        <Table
          caption={say('check.caption')}
          columns={[
            say('check.outlook'),
            say('check.orders'),
            say('check.worth'),
          ]}
          rows={groups.map(({ outlook, count: orders, sums, unvalued }) => ({
            key: outlook,
            cells: [
              <button
                key="show"
                type="button"
                className="oc-link"
                onClick={() =>
                  go({
                    screen: 'batch',
                    id,
                    show: showOutlook(outlook),
                    page: 1,
                  })
                }
              >
                {say.or(`outlook.${outlook}`, outlook)}
              </button>,
              count(orders),
              [
                ...sums.map(({ value, currency }) => money(value, currency)),
                ...(unvalued > 0 && sums.length > 0
                  ? [say('check.unvalued', { count: unvalued })]
                  : []),
              ].join(' + ') || '–',
            ],
          }))}
        />
      )}
    </>
  )
}
