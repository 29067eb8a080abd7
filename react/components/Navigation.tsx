import React from 'react'
import type { FunctionComponent } from 'react'

import type { Place, Screen } from '../lib/places'
import { usePlace } from '../lib/usePlace'
import { useSay } from '../lib/useSay'
import { PlaceLink } from './PlaceLink'

const LINKS: Array<{ place: Place; screens: Screen[]; key: string }> = [
  {
    place: { screen: 'order', orderId: null },
    screens: ['order'],
    key: 'nav.order',
  },
  { place: { screen: 'many' }, screens: ['many', 'batch'], key: 'nav.many' },
  { place: { screen: 'requests' }, screens: ['requests'], key: 'nav.requests' },
  { place: { screen: 'history' }, screens: ['history'], key: 'nav.history' },
]

/** The four screens. Links only read. */
export const Navigation: FunctionComponent = () => {
  const say = useSay()
  const { place: shown } = usePlace()

  return (
    <nav aria-label={say('nav.name')} className="oc-nav">
      {LINKS.map(({ place, screens, key }) => (
        <PlaceLink
          key={key}
          place={place}
          isShown={screens.includes(shown.screen)}
        >
          {say(key)}
        </PlaceLink>
      ))}
    </nav>
  )
}
