import React, { useEffect, useRef } from 'react'
import type { FormEvent, FunctionComponent, ReactNode } from 'react'
import { Button, EXPERIMENTAL_Modal as Modal } from 'vtex.styleguide'

import { usePlace } from '../lib/usePlace'

export interface DialogProps {
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
  const { cover } = usePlace()
  const keep = () => {
    // What is on its way cannot be kept back: its outcome closes the dialog.
    if (!isSending) onKeep()
  }

  const latest = useRef({ keep, isSending })

  latest.current = { keep, isSending }

  useEffect(() => {
    const before = document.activeElement

    const back = () => {
      if (latest.current.isSending) uncover.current = cover(back)
      else latest.current.keep()
    }

    const uncover = { current: cover(back) }

    return () => {
      uncover.current()
      // What is told after a send takes the focus from here.
      if (before instanceof HTMLElement && document.contains(before))
        before.focus()
    }
  }, [cover])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (confirmLabel !== null) onConfirm()
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
        <div className="oc-buttons oc-dialog-buttons">
          {!isSending && (
            <Button variation="tertiary" onClick={onKeep}>
              {keepLabel}
            </Button>
          )}
          {confirmLabel !== null && (
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
        {children}
      </form>
    </Modal>
  )
}
