import React from 'react'
import type { FunctionComponent } from 'react'

import { headlineOf, reasonsOf } from '../lib/explain'
import { useFormats } from '../lib/useFormats'
import { useSay } from '../lib/useSay'
import type {
  CancellationFragment,
  RefusedFragment,
} from '../typings/operations'

interface Props {
  refusal: RefusedFragment
  orderId: string
  currency?: string | null
}

/** Why the app did nothing, or would do nothing: a headline, and the reason in full. */
export const Refusal: FunctionComponent<Props> = ({
  refusal,
  orderId,
  currency = null,
}) => {
  const say = useSay()
  const { money, local } = useFormats()
  const reasons = reasonsOf(say, refusal, {
    orderId,
    money: (cents) => money(cents, currency),
    local,
  })

  return (
    <div className="oc-note">
      <p className="b">{headlineOf(say, refusal)}</p>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </div>
  )
}

type Notice = Omit<CancellationFragment['notices'][number], 'code'> & {
  code: string
}

/** The notices whose sentence takes its subject as a number of things. */
const COUNTING = [
  'JOURNALS_UNREAD',
  'MORE_HISTORY',
  'MORE_SIBLINGS',
  'MORE_SIBLINGS_LIVE',
]

/** What else to know, a line each. `count` is what a notice of a batch counts. */
export const Notices: FunctionComponent<{
  notices: Notice[]
  group?: 'notice' | 'batchNotice'
  count?: number
}> = ({ notices, group = 'notice', count = 0 }) => {
  const say = useSay()
  const { local } = useFormats()

  if (notices.length === 0) return null

  return (
    <ul className="oc-notices">
      {notices.map(({ code, message, subject }) => (
        <li key={`${code} ${subject}`}>
          {say.or(`${group}.${code}`, message, {
            subject: COUNTING.includes(code)
              ? Number(subject)
              : local(subject ?? ''),
            count,
          })}
        </li>
      ))}
    </ul>
  )
}
