import { useEffect, useState } from 'react'

/** Gives the time, once a second while it is needed; an epoch time. */
export function useNow(isNeeded: boolean): number {
  const [nowMs, setNowMs] = useState(() => Date.now())

  useEffect(() => {
    if (!isNeeded) return undefined

    setNowMs(Date.now())

    const timer = window.setInterval(() => setNowMs(Date.now()), 1_000)

    return () => window.clearInterval(timer)
  }, [isNeeded])

  return nowMs
}
