import React, { useEffect, useState } from 'react'
import type { FunctionComponent } from 'react'
import { Spinner } from 'vtex.styleguide'

import { useSay } from '../lib/useSay'

const SLOW_MS = 10_000

/** Says what the page waits for; after ten seconds, that VTEX is slow. */
export const Waiting: FunctionComponent<{ text: string }> = ({ text }) => {
  const say = useSay()
  const [isSlow, setSlow] = useState(false)

  useEffect(() => {
    const timer = window.setTimeout(() => setSlow(true), SLOW_MS)

    return () => window.clearTimeout(timer)
  }, [])

  return (
    <p className="oc-waiting">
      <Spinner size={20} />
      <span>{isSlow ? say('waiting.slow') : text}</span>
    </p>
  )
}
