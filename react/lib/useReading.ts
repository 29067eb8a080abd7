import { useCallback, useEffect, useRef, useState } from 'react'

import { NOTHING_READ, Reader } from './reader'
import type { Reading, ReaderOptions } from './reader'

export interface Read<Data> extends Reading<Data> {
  /** Reads now; resolves to the answer, or null when none came. */
  again: () => Promise<Data | null>
}

/**
 * Reads what a key names, at once and then as often as the options say.
 *
 * @param key another key begins anew; null reads nothing
 */
export function useReading<Data>(
  key: string | null,
  options: ReaderOptions<Data>
): Read<Data> {
  const [shown, setShown] = useState<{
    key: string | null
    reading: Reading<Data>
  }>({
    key: null,
    reading: NOTHING_READ,
  })

  const reader = useRef<Reader<Data> | null>(null)
  const latest = useRef(options)

  latest.current = options

  useEffect(() => {
    if (key === null) return undefined

    const own = new Reader<Data>(
      {
        ask: () => latest.current.ask(),
        waitMs: (data) => latest.current.waitMs(data),
        hiddenWaitMs: (data) => latest.current.hiddenWaitMs?.(data) ?? null,
      },
      (reading) => setShown({ key, reading })
    )

    const wake = () => own.wake()

    reader.current = own
    document.addEventListener('visibilitychange', wake)
    window.addEventListener('online', wake)
    void own.read()

    return () => {
      document.removeEventListener('visibilitychange', wake)
      window.removeEventListener('online', wake)
      own.stop()
      reader.current = null
    }
  }, [key])

  const again = useCallback(
    async () => (await reader.current?.read()) ?? null,
    []
  )

  return {
    // What was read for another key is not shown for this one.
    ...(shown.key === key ? shown.reading : NOTHING_READ),
    again,
  }
}
