import React from 'react'
import type { FunctionComponent } from 'react'

import { PlaceLink } from '../components/PlaceLink'

interface Props {
  orderId: string
  opensTab?: boolean
}

/** A link to an order on this page. */
export const OrderLink: FunctionComponent<Props> = ({ orderId, opensTab }) => (
  <PlaceLink
    className="oc-link oc-id"
    place={{ screen: 'order', orderId }}
    opensTab={opensTab}
  >
    {orderId}
  </PlaceLink>
)
