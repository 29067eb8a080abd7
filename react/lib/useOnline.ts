import { useEffect, useState } from 'react'

/** Tells whether the browser has a connection. */
export function useOnline(): boolean {
  const [isOnline, setOnline] = useState(window.navigator.onLine)

  useEffect(() => {
    const update = () => setOnline(window.navigator.onLine)

    window.addEventListener('online', update)
    window.addEventListener('offline', update)

    return () => {
      window.removeEventListener('online', update)
      window.removeEventListener('offline', update)
    }
  }, [])

  return isOnline
}
