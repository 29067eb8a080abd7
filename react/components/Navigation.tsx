import React from 'react'
import type { FunctionComponent } from 'react'

import { searchOf } from '../lib/places'
import type { Place, Screen } from '../lib/places'
import { usePlace } from '../lib/usePlace'
import { useSay } from '../lib/useSay'

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
  const { place: shown, go } = usePlace()

  return (
    <nav aria-label={say('nav.name')} className="oc-nav">
      {LINKS.map(({ place, screens, key }) => (
        <a
          key={key}
          href={searchOf(place) || '?'}
          aria-current={screens.includes(shown.screen) ? 'page' : undefined}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            go(place)
          }}
        >
          {say(key)}
        </a>
      ))}
    </nav>
  )
}
