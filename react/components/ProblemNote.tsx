import React from 'react'
import type { FunctionComponent } from 'react'
import { Alert } from 'vtex.styleguide'

import type { Problem } from '../lib/problem'
import { useAccess } from '../lib/useAccess'
import { useFormats } from '../lib/useFormats'
import { useNow } from '../lib/useNow'
import { useSay } from '../lib/useSay'
import { AccessRequest } from './AccessRequest'

interface Props {
  problem: Problem
  /** When the page asks again by itself. */
  nextAtMs: number | null
  /** When what is shown was read. */
  readAtMs: number | null
  /** The License Manager resources to ask for. */
  resources: string[]
  onRetry: () => void
}

/** Says why nothing, or nothing newer, is shown. */
export const ProblemNote: FunctionComponent<Props> = ({
  problem,
  nextAtMs,
  readAtMs,
  resources,
  onRetry,
}) => {
  const say = useSay()
  const access = useAccess()
  const { seconds, time } = useFormats()
  const nowMs = useNow(nextAtMs !== null)
  const left = nextAtMs === null ? null : seconds((nextAtMs - nowMs) / 1_000)
  const since =
    readAtMs === null
      ? ''
      : ` ${say('problem.as-of', { time: time(readAtMs) })}`

  const retry = () => {
    // A new login, or a new role, is known by reading both.
    if (access.problem) void access.again()
    onRetry()
  }

  if (problem === 'forbidden') return <AccessRequest resources={resources} />

  return (
    <div className="mb5">
      <Alert
        type={problem === 'offline' ? 'warning' : 'error'}
        action={{ label: say('problem.retry'), onClick: retry }}
      >
        {`${say(`problem.${problem}`)}${since}`}
      </Alert>
      {/* Beside the alert, which a screen reader says anew whenever it changes. */}
      {left !== null && <p>{say('problem.next-try', { seconds: left })}</p>}
    </div>
  )
}
