import React from 'react'
import type { FunctionComponent } from 'react'
import { Alert } from 'vtex.styleguide'

import type { Problem } from '../lib/problem'
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
  const { seconds, time } = useFormats()
  const nowMs = useNow(nextAtMs !== null)
  const left = nextAtMs === null ? null : seconds((nextAtMs - nowMs) / 1_000)
  const since =
    readAtMs === null
      ? ''
      : ` ${say('problem.as-of', { time: time(readAtMs) })}`

  if (problem === 'forbidden') return <AccessRequest resources={resources} />

  const text =
    left === null
      ? say(`problem.${problem}`)
      : `${say(`problem.${problem}`)} ${say('problem.next-try', {
          seconds: left,
        })}`

  return (
    <div className="mb5">
      <Alert
        type={problem === 'offline' ? 'warning' : 'error'}
        action={
          problem === 'logged-out'
            ? undefined
            : { label: say('problem.retry'), onClick: onRetry }
        }
      >
        {`${text}${since}`}
      </Alert>
    </div>
  )
}
