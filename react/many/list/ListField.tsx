import React, { forwardRef, useEffect, useMemo, useRef, useState } from 'react'
import type { ClipboardEvent, FunctionComponent } from 'react'
import { Button, Textarea } from 'vtex.styleguide'

import { useSay } from '../../lib/useSay'

interface Props {
  text: string
  onChange: (text: string) => void
}

/** With more lines in a field, a browser on a slow computer stands still for a moment at each change. */
const MOST_LINES = 2_000

const FIELD_ID = 'oc-list'

/** Holds the list: in a field, or, where a long one comes from elsewhere, as its number of lines until the operator asks for them. */
export const ListField: FunctionComponent<Props> = ({ text, onChange }) => {
  const say = useSay()
  /** What the operator has typed, or asked to see: it stays in the field, however long. */
  const [wanted, setWanted] = useState<string | null>(null)
  const lines = useMemo(() => linesOf(text), [text])
  const isFolded = lines > MOST_LINES && text !== wanted
  const sentence = useRef<HTMLParagraphElement>(null)
  /** Set where the operator's own act takes away the element that has the focus. */
  const losesFocus = useRef(false)

  useEffect(() => {
    if (!losesFocus.current) return

    losesFocus.current = false
    if (isFolded) sentence.current?.focus()
    else document.getElementById(FIELD_ID)?.focus()
  }, [isFolded])

  if (isFolded) {
    const unfold = (shown: string) => {
      losesFocus.current = true
      setWanted(shown)
      if (shown !== text) onChange(shown)
    }

    return (
      <LongList
        ref={sentence}
        lines={lines}
        onShow={() => unfold(text)}
        onEmpty={() => unfold('')}
      />
    )
  }

  /** Keeps a long list out of the field before the browser puts it there. */
  const paste = (event: ClipboardEvent) => {
    const pasted = pastedInto(event)

    // A long list that stands in the field is one that the operator works on.
    if (pasted === null || lines > MOST_LINES) return
    if (linesOf(pasted) <= MOST_LINES) return

    event.preventDefault()
    losesFocus.current = true
    onChange(pasted)
  }

  const type = (typed: string) => {
    setWanted(typed)
    onChange(typed)
  }

  return (
    <div onPaste={paste}>
      <Textarea
        id={FIELD_ID}
        label={say('many.list')}
        value={text}
        rows={8}
        resize="vertical"
        onChange={({ target }) => type(target.value)}
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
const LongList = forwardRef<HTMLParagraphElement, LongListProps>(
  function LongList({ lines, onShow, onEmpty }, sentence) {
    const say = useSay()

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
)

function linesOf(text: string): number {
  const lines = text.split(/\r\n|\r|\n/)

  // A last end of line begins no further one.
  return lines[lines.length - 1] === '' ? lines.length - 1 : lines.length
}

/** What the field will hold after a paste; null where something else has the focus. */
function pastedInto({ clipboardData, target }: ClipboardEvent): string | null {
  if (!(target instanceof HTMLTextAreaElement)) return null

  const { value, selectionStart, selectionEnd } = target

  return (
    value.slice(0, selectionStart) +
    clipboardData.getData('text') +
    value.slice(selectionEnd)
  )
}
