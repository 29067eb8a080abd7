import React from 'react'
import type { FunctionComponent } from 'react'

import { PlaceLink } from '../components/PlaceLink'

/** A link to an order on this page. */
export const OrderLink: FunctionComponent<{ orderId: string }> = ({
  orderId,
}) => (
  <PlaceLink className="oc-link oc-id" place={{ screen: 'order', orderId }}>
    {orderId}
  </PlaceLink>
)
