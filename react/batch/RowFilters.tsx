import React, { useState } from 'react'
import type { FormEvent, FunctionComponent } from 'react'
import { Button, Input } from 'vtex.styleguide'

import { useFormats } from '../lib/useFormats'
import { usePlace } from '../lib/usePlace'
import { useSay } from '../lib/useSay'
import type { BatchHead } from './batchView'
import { filterOf, showOrder, WITH_NOTICES } from './filters'

type Count = keyof BatchHead['counts']

const FILTERS: Array<[string | null, Count]> = [
  [null, 'total'],
  ['PENDING', 'pending'],
  ['ACCEPTED', 'accepted'],
  ['AWAITING_DECISION', 'awaitingDecision'],
  ['CANCELED', 'canceled'],
  ['DENIED', 'denied'],
  ['REFUSED', 'refused'],
  ['STUCK', 'stuck'],
  ['UNKNOWN', 'unknown'],
  ['SKIPPED', 'skipped'],
  ['NOT_ATTEMPTED', 'notAttempted'],
  [WITH_NOTICES, 'withWarnings'],
]

interface Props {
  batch: BatchHead
  show: string | null
}

/** Chooses which rows are shown: those of a state, each with its count, or of one order. */
export const RowFilters: FunctionComponent<Props> = ({ batch, show }) => {
  const say = useSay()
  const { count } = useFormats()
  const { go } = usePlace()
  const { id, counts } = batch
  const [wanted, setWanted] = useState('')
  const { outlooks, orderId } = filterOf(show)
  const shown = FILTERS.filter(
    ([name, key]) => name === null || name === show || counts[key] > 0
  )

  const goTo = (to: string | null) =>
    go({ screen: 'batch', id, show: to, page: 1 })

  const find = (event: FormEvent) => {
    event.preventDefault()
    if (wanted.trim()) goTo(showOrder(wanted.trim()))
  }

  return (
    <>
      <div role="group" aria-label={say('rows.filter')} className="oc-filters">
        {shown.map(([name, key]) => (
          <button
            key={String(name)}
            type="button"
            className="oc-filter"
            aria-pressed={name === show}
            onClick={() => goTo(name)}
          >
            {`${labelOf(say, name)} ${count(counts[key])}`}
          </button>
        ))}
      </div>
      {(outlooks || orderId) && (
        <div className="oc-line">
          <span>
            {say('rows.only', {
              what: orderId ?? say.or(`outlook.${outlooks}`, String(outlooks)),
            })}
          </span>
          <Button variation="tertiary" size="small" onClick={() => goTo(null)}>
            {say('rows.all')}
          </Button>
        </div>
      )}
      <form className="oc-order-field" onSubmit={find}>
        <Input
          id="oc-find"
          label={say('rows.find')}
          value={wanted}
          autoComplete="off"
          onChange={({ target }) => setWanted(target.value)}
        />
        <Button type="submit" variation="secondary" size="small">
          {say('rows.find-it')}
        </Button>
      </form>
    </>
  )
}

function labelOf(say: ReturnType<typeof useSay>, name: string | null): string {
  if (name === null) return say('rows.all')

  return name === WITH_NOTICES ? say('rows.with-notices') : say(`row.${name}`)
}
