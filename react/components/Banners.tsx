import React from 'react'
import type { FunctionComponent } from 'react'

import { lastAnswerAtMs } from '../lib/useAsk'
import { useAccess } from '../lib/useAccess'
import { useFormats } from '../lib/useFormats'
import { useOnline } from '../lib/useOnline'
import type { Place } from '../lib/places'
import { usePlace } from '../lib/usePlace'
import { useSay } from '../lib/useSay'
import { Notices } from './Explained'
import { ProblemNote } from './ProblemNote'

/** What concerns every screen: connection, session, workspace and settings. */
export const Banners: FunctionComponent = () => {
  const say = useSay()
  const { time } = useFormats()
  const isOnline = useOnline()
  const { access, problem, nextAtMs, again } = useAccess()
  const answerAtMs = lastAnswerAtMs()
  const { place } = usePlace()

  return (
    <>
      {!isOnline && (
        <p role="alert" className="oc-note">
          {say('banner.offline', {
            time: answerAtMs === null ? '–' : time(answerAtMs),
          })}
        </p>
      )}
      {problem && isOnline && !readsItself(place) && (
        <ProblemNote
          problem={problem}
          nextAtMs={nextAtMs}
          readAtMs={null}
          resources={['OMSViewer', 'ListOrders']}
          onRetry={again}
        />
      )}
      {access && access.workspace !== 'master' && (
        <p className="oc-note">
          {say('banner.workspace', { workspace: access.workspace })}
        </p>
      )}
      {access && <Notices notices={access.notices} />}
    </>
  )
}

/** Tells whether a screen reads something at once, and says itself why it could not. */
function readsItself(place: Place): boolean {
  return (
    place.screen === 'batch' ||
    (place.screen === 'order' && place.orderId !== null)
  )
}
