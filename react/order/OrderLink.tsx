import React from 'react'
import type { FunctionComponent } from 'react'

import { usePlace } from '../lib/usePlace'

/** A link to an order on this page. Following it only reads. */
export const OrderLink: FunctionComponent<{ orderId: string }> = ({
  orderId,
}) => {
  const { go } = usePlace()

  return (
    <a
      className="oc-link oc-id"
      href={`?order=${encodeURIComponent(orderId)}`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        go({ screen: 'order', orderId })
      }}
    >
      {orderId}
    </a>
  )
}
