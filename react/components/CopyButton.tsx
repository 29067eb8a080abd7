import React, { useState } from 'react'
import type { FunctionComponent } from 'react'
import { Button } from 'vtex.styleguide'

import { useSay } from '../lib/useSay'
import { useAnnounce } from './Announcer'

/** Copies a text, and says so; where the browser does not let it, shows the text to copy by hand. */
export const CopyButton: FunctionComponent<{ label: string; text: string }> = ({
  label,
  text,
}) => {
  const say = useSay()
  const announce = useAnnounce()
  const [became, setBecame] = useState<'copied' | 'refused' | null>(null)

  const copy = async () => {
    try {
      await window.navigator.clipboard.writeText(text)
      setBecame('copied')
      announce(say('copy.copied'))
    } catch {
      setBecame('refused')
    }
  }

  return (
    <>
      <Button variation="secondary" size="small" onClick={copy}>
        {became === 'copied' ? say('copy.copied') : label}
      </Button>
      {became === 'refused' && (
        <textarea
          readOnly
          rows={6}
          className="oc-copy"
          value={text}
          aria-label={label}
        />
      )}
    </>
  )
}
