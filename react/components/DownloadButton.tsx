import React, { useRef, useState } from 'react'
import type { FunctionComponent } from 'react'
import { Button } from 'vtex.styleguide'

import { useSay } from '../lib/useSay'

interface Props {
  label: string
  /** The name of the file. */
  name: string
  /** Makes the file; null where it could not be made, or was stopped. `isStopped` tells when to leave off. */
  content: (isStopped: () => boolean) => Promise<string | null>
}

/** Saves a text as a file. While it is made, the button stops it. */
export const DownloadButton: FunctionComponent<Props> = ({
  label,
  name,
  content,
}) => {
  const say = useSay()
  const [isMaking, setMaking] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const isStopped = useRef(false)

  const press = async () => {
    if (isMaking) {
      isStopped.current = true

      return
    }

    isStopped.current = false
    setFailed(false)
    setMaking(true)

    // The writer of files comes with the first one; without a connection it does not.
    const text = await content(() => isStopped.current).catch(() => null)

    setMaking(false)
    if (text !== null) save(name, text)
    else setFailed(!isStopped.current)
  }

  return (
    <>
      <Button variation="tertiary" size="small" onClick={press}>
        {isMaking ? say('download.stop') : label}
      </Button>
      {hasFailed && (
        <span role="alert" className="oc-error">
          {say('download.failed')}
        </span>
      )}
    </>
  )
}

function save(name: string, text: string) {
  const link = document.createElement('a')

  link.href = URL.createObjectURL(
    new Blob([text], { type: 'text/csv;charset=utf-8' })
  )
  link.download = name
  link.click()
  window.setTimeout(() => URL.revokeObjectURL(link.href), 0)
}
