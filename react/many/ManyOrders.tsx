import React, { useEffect, useRef, useState } from 'react'
import type { FunctionComponent } from 'react'
import { Button, PageBlock } from 'vtex.styleguide'

import { AccessRequest } from '../components/AccessRequest'
import { useAnnounce } from '../components/Announcer'
import { Title } from '../components/Title'
import { useAccess } from '../lib/useAccess'
import { useFormats } from '../lib/useFormats'
import { useOnline } from '../lib/useOnline'
import { useSay } from '../lib/useSay'
import { BatchOptions } from './BatchOptions'
import { CreateNote } from './CreateNote'
import { readDraft, writeDraft } from './draft'
import type { Draft } from './draft'
import { forgetLeftOut, keepLeftOut } from './leftOut'
import { ListInput } from './list/ListInput'
import { LineProblems } from './list/LineProblems'
import { isLeftOut } from './list/parseList'
import { useList } from './list/useList'
import type { ReadList } from './list/useList'
import { useCreateBatch } from './useCreateBatch'

/** The first step of many orders: the list, which becomes a batch that checks every order. */
export const ManyOrders: FunctionComponent = () => {
  const say = useSay()
  const { count } = useFormats()
  const { access } = useAccess()
  const isOnline = useOnline()
  const [draft, setDraft] = useState<Draft>(readDraft)
  const [missing, setMissing] = useState<string | null>(null)
  const { list, hasFailed } = useList(draft.text)
  const text = useRef(draft.text)
  const creating = useCreateBatch((batchId) => {
    // The operator may have changed the list while its batch was made.
    if (text.current === draft.text)
      keepLeftOut({ batchId, lines: leftOutOf(list) })
  })

  const { create, isSending } = creating

  useEffect(() => writeDraft(draft), [draft])

  const change = (changes: Partial<Draft>) => {
    // What was said of the list before is not said of this one.
    setMissing(null)
    creating.forget()
    setDraft((before) => ({ ...before, ...changes }))
  }

  const changeList = (changed: string) => {
    text.current = changed
    forgetLeftOut()
    change({ text: changed })
  }

  const orders = list?.orders ?? []
  const summary = useSummary(draft.text, { list, hasFailed })
  const most = access?.maxOrders ?? Infinity

  const check = (asNew = false) => {
    const { text: _text, ...options } = draft

    if (orders.length === 0) setMissing(say('many.no-orders'))
    else if (orders.length > most)
      setMissing(
        say('many.too-many', { count: count(orders.length), most: count(most) })
      )
    else {
      setMissing(null)
      void create({ ...options, action: 'CANCEL', orders }, asNew)
    }
  }

  if (access?.mayCancel === false) {
    return (
      <PageBlock variation="full">
        <p>{say('access.view-only')}</p>
        <AccessRequest resources={['CancelAction']} />
      </PageBlock>
    )
  }

  return (
    <PageBlock variation="full">
      <Title>{say('many.title')}</Title>
      {access?.mayList === false && (
        <>
          <p>{say('access.no-list')}</p>
          <AccessRequest resources={['ListOrders']} />
        </>
      )}
      <ListInput text={draft.text} onChange={changeList} />
      {summary && <p>{summary}</p>}
      {orders.length > 0 && (
        <p>
          {say('many.own-reasons', {
            count: orders.filter(({ reason }) => reason !== null).length,
          })}
        </p>
      )}
      {list && <LineProblems problems={list.problems} />}
      <BatchOptions draft={draft} onChange={change} />
      {missing && (
        <p role="alert" className="oc-error">
          {missing}
        </p>
      )}
      <CreateNote
        creating={creating}
        count={orders.length}
        onAsNew={() => check(true)}
      />
      {isOnline && access?.mayList !== false && list !== null && (
        <div className="oc-line">
          <Button isLoading={isSending} onClick={() => check()}>
            {say('many.check', { count: orders.length })}
          </Button>
          <span>{say('many.nothing-yet')}</span>
        </div>
      )}
    </PageBlock>
  )
}

/** How many lines a batch of the list does not get. */
function leftOutOf(list: ReadList['list']): number {
  return (list?.problems ?? []).filter(isLeftOut).length
}

/** Says what the list holds, also to a screen reader; empty without a list. */
function useSummary(text: string, { list, hasFailed }: ReadList): string {
  const say = useSay()
  const announce = useAnnounce()

  const summary = list
    ? say('many.summary', {
        orders: list.orders.length,
        repeated: list.repeated,
        problems: list.problems.length - list.repeated,
      })
    : say(hasFailed ? 'many.parser-missing' : 'many.reading')

  const shown = text.trim() === '' ? '' : summary

  useEffect(() => {
    if (shown) announce(shown)
  }, [announce, shown])

  return shown
}
