import { useEffect, useState } from 'react'

import { parseList } from './parseList'
import type { OrderList } from './parseList'
import { rowsOf } from './readText'

/** How long the operator pauses before the list is read: not at each key. */
const PAUSE_MS = 200

const NO_ORDERS: OrderList = { orders: [], problems: [], repeated: 0 }

/** Reads the list as it is typed; null while that is under way. */
export function useList(text: string): OrderList | null {
  const [read, setRead] = useState<{ text: string; list: OrderList }>({
    text: '',
    list: NO_ORDERS,
  })

  useEffect(() => {
    let isCurrent = true

    const timer = window.setTimeout(async () => {
      const list = parseList(await rowsOf(text))

      if (isCurrent) setRead({ text, list })
    }, PAUSE_MS)

    return () => {
      isCurrent = false
      window.clearTimeout(timer)
    }
  }, [text])

  if (text.trim() === '') return NO_ORDERS

  return read.text === text ? read.list : null
}
