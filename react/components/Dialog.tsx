import React, { useEffect, useRef } from 'react'
import type { FormEvent, FunctionComponent, ReactNode } from 'react'
import { Button, EXPERIMENTAL_Modal as Modal } from 'vtex.styleguide'

import { useOnline } from '../lib/useOnline'
import { usePlace } from '../lib/usePlace'
import { useSay } from '../lib/useSay'

interface DialogProps {
  title: string
  /** What leaves all as it is. */
  keepLabel: string
  /** Names what the confirmation does; null where it is not offered. */
  confirmLabel: string | null
  isDanger?: boolean
  isSending?: boolean
  onKeep: () => void
  onConfirm: () => void
  children: ReactNode
}

/**
 * Asks before something is sent. The overlay does nothing; Esc and Back keep all as it is, until it is
 * sent. One at a time: the styleguide gives its title a fixed id.
 */
export const Dialog: FunctionComponent<DialogProps> = ({
  title,
  keepLabel,
  confirmLabel,
  isDanger = false,
  isSending = false,
  onKeep,
  onConfirm,
  children,
}) => {
  const say = useSay()
  const { cover } = usePlace()
  const isOnline = useOnline()
  const buttons = useRef<HTMLDivElement>(null)
  // Read while it is first drawn: the styleguide moves the focus before any effect.
  const before = useRef(document.activeElement)
  const mayConfirm = confirmLabel !== null && isOnline

  const keep = () => {
    // What is on its way cannot be kept back: its outcome closes the dialog.
    if (!isSending) onKeep()
  }

  const latest = useRef({ keep, isSending })

  latest.current = { keep, isSending }

  useEffect(() => {
    const opener = before.current

    const back = () => {
      if (latest.current.isSending) uncover.current = cover(back)
      else latest.current.keep()
    }

    const uncover = { current: cover(back) }

    return () => {
      uncover.current()
      // What is told after a send takes the focus from here.
      if (opener instanceof HTMLElement && document.contains(opener))
        opener.focus()
    }
  }, [cover])

  useEffect(() => {
    // The button that had the focus is gone: without one, Esc would not reach the dialog.
    if (!isSending && document.activeElement === document.body)
      buttons.current?.querySelector('button')?.focus()
  }, [isSending, mayConfirm])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (mayConfirm) onConfirm()
  }

  return (
    <Modal
      isOpen
      title={title}
      onClose={keep}
      closeOnOverlayClick={false}
      showCloseIcon={false}
      responsiveFullScreen
      size="medium"
      bottomBar={
        <div ref={buttons} className="oc-buttons oc-dialog-buttons">
          {!isSending && (
            <Button variation="tertiary" onClick={onKeep}>
              {keepLabel}
            </Button>
          )}
          {mayConfirm && (
            <Button
              variation={isDanger ? 'danger' : 'primary'}
              isLoading={isSending}
              onClick={onConfirm}
            >
              {confirmLabel}
            </Button>
          )}
        </div>
      }
    >
      <form onSubmit={submit} className="oc-dialog">
        {!isOnline && <p role="alert">{say('problem.offline')}</p>}
        {children}
      </form>
    </Modal>
  )
}
