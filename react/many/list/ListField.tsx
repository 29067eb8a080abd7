import React, { useEffect, useRef, useState } from 'react'
import type { ClipboardEvent, FunctionComponent } from 'react'
import { Button, Textarea } from 'vtex.styleguide'

import { useSay } from '../../lib/useSay'

interface Props {
  text: string
  onChange: (text: string) => void
}

/** With more lines in a field, a browser on a slow computer stands still for a moment at each change. */
const MOST_LINES = 2_000

/** Holds the list: in a field, or, where it is long, as its number of lines until the operator asks for them. */
export const ListField: FunctionComponent<Props> = ({ text, onChange }) => {
  const say = useSay()
  const [isWanted, setIsWanted] = useState(false)
  const lines = linesOf(text)

  if (lines > MOST_LINES && !isWanted) {
    return (
      <LongList
        lines={lines}
        onShow={() => setIsWanted(true)}
        onEmpty={() => onChange('')}
      />
    )
  }

  /** Keeps a long list out of the field before the browser puts it there. */
  const paste = (event: ClipboardEvent) => {
    const pasted = pastedInto(event)

    if (isWanted || linesOf(pasted) <= MOST_LINES) return

    event.preventDefault()
    onChange(pasted)
  }

  return (
    <div onPaste={paste}>
      <Textarea
        id="oc-list"
        label={say('many.list')}
        value={text}
        rows={8}
        resize="vertical"
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}

interface LongListProps {
  lines: number
  onShow: () => void
  onEmpty: () => void
}

/** Stands for a list that is too long for the field. */
const LongList: FunctionComponent<LongListProps> = ({
  lines,
  onShow,
  onEmpty,
}) => {
  const say = useSay()
  const sentence = useRef<HTMLParagraphElement>(null)

  // The field in which the operator stood is gone.
  useEffect(() => {
    if (document.activeElement === document.body) sentence.current?.focus()
  }, [])

  return (
    <div className="oc-fields">
      <p ref={sentence} tabIndex={-1}>
        {say('many.long', { lines })}
      </p>
      <div className="oc-line">
        <Button size="small" variation="secondary" onClick={onShow}>
          {say('many.long.show')}
        </Button>
        <Button size="small" variation="tertiary" onClick={onEmpty}>
          {say('many.long.empty')}
        </Button>
      </div>
    </div>
  )
}

function linesOf(text: string): number {
  return text.split('\n').length
}

/** What the field will hold after a paste. */
function pastedInto({ clipboardData, target }: ClipboardEvent): string {
  const { value, selectionStart, selectionEnd } = target as HTMLTextAreaElement

  return (
    value.slice(0, selectionStart) +
    clipboardData.getData('text') +
    value.slice(selectionEnd)
  )
}
