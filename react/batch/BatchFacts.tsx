import React from 'react'
import type { FunctionComponent } from 'react'

import { Facts } from '../components/Facts'
import { useFormats } from '../lib/useFormats'
import { useSay } from '../lib/useSay'
import type { BatchHead } from './batchView'

/** Who made a batch, what it was told last, and with which options. */
export const BatchFacts: FunctionComponent<{ batch: BatchHead }> = ({
  batch,
}) => {
  const say = useSay()
  const { time, count } = useFormats()
  const { createdBy, createdAt, lastControl, reason, deletedAfter } = batch
  const { maxPerMinute, maxRefusals, acceptOwnRequests, requestedByUser } =
    batch

  return (
    <Facts
      facts={[
        [
          say('batch.created'),
          createdAt &&
            say('batch.by-at', {
              who: createdBy ?? '–',
              when: time(createdAt),
            }),
        ],
        [
          say('batch.last'),
          lastControl &&
            say.or(
              lastControl.action === 'PAUSE' && !lastControl.by
                ? 'control.PAUSE_ITSELF'
                : `control.${lastControl.action}`,
              lastControl.action,
              { who: lastControl.by ?? '–', when: time(lastControl.at) }
            ),
        ],
        [say('fact.reason'), reason],
        [
          say('batch.options'),
          [
            requestedByUser && say('batch.option.shopper'),
            acceptOwnRequests && say('batch.option.own'),
            maxPerMinute !== null &&
              say('batch.option.pace', { count: count(maxPerMinute) }),
            maxRefusals !== null &&
              say('batch.option.refusals', { count: count(maxRefusals) }),
          ]
            .filter(Boolean)
            .join(', ') || null,
        ],
        [say('batch.kept'), deletedAfter && time(deletedAfter)],
      ]}
    />
  )
}
