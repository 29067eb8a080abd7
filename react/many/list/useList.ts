import { useEffect, useState } from 'react'

import { useOnline } from '../../lib/useOnline'
import { parseList } from './parseList'
import type { OrderList } from './parseList'
import { rowsOf } from './readText'

/** How long the operator pauses before the list is read: not at each key. */
const PAUSE_MS = 200

const NO_ORDERS: OrderList = { orders: [], problems: [], repeated: 0 }

/** A list that is read: null while that is under way, or where it failed. */
export interface ReadList {
  list: OrderList | null
  /** The parser, which comes with the first list, did not. */
  hasFailed: boolean
}

/** Reads the list as it is typed, and once more when the connection is back. */
export function useList(text: string): ReadList {
  const isOnline = useOnline()
  const [read, setRead] = useState<ReadList & { text: string }>({
    text: '',
    list: NO_ORDERS,
    hasFailed: false,
  })

  useEffect(() => {
    let isCurrent = true

    const timer = window.setTimeout(async () => {
      const list = await listOf(text)

      if (isCurrent) setRead({ text, list, hasFailed: list === null })
    }, PAUSE_MS)

    return () => {
      isCurrent = false
      window.clearTimeout(timer)
    }
  }, [text, isOnline])

  if (text.trim() === '') return { list: NO_ORDERS, hasFailed: false }

  return read.text === text ? read : { list: null, hasFailed: false }
}

async function listOf(text: string): Promise<OrderList | null> {
  try {
    return parseList(await rowsOf(text))
  } catch {
    return null
  }
}
