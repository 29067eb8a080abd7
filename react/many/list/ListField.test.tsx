import { fireEvent, render } from '@vtex/test-tools/react'
import React, { useState } from 'react'
import type { FunctionComponent } from 'react'

import { ListField } from './ListField'

const linesOf = (count: number) =>
  Array.from({ length: count }, (_, line) => `${line}-01`).join('\n')

const FIELD = 'Order ids, one a line'
const TOO_MANY = 'The list has 2,001 lines, too many to show at once.'

/** Holds the text as Many orders does. */
const Holder: FunctionComponent<{ text: string }> = ({ text: before }) => {
  const [text, setText] = useState(before)

  return (
    <>
      <ListField text={text} onChange={setText} />
      <output data-testid="text">{text}</output>
    </>
  )
}

const show = (text: string) => {
  const { getByLabelText, getByTestId, ...found } = render(
    <Holder text={text} />
  )

  return {
    ...found,
    field: () => getByLabelText(FIELD) as HTMLTextAreaElement,
    text: () => getByTestId('text').textContent,
  }
}

describe('the field of the list', () => {
  it('shows as many lines as a browser takes without standing still', () => {
    expect(show(linesOf(2_000)).field().value).toBe(linesOf(2_000))
  })

  it('stays out for a list that is longer, until the operator asks for the lines', () => {
    const { field, getByText, queryByLabelText } = show(linesOf(2_001))

    getByText(TOO_MANY)
    expect(queryByLabelText(FIELD)).toBeNull()
    fireEvent.click(getByText('Show the lines'))
    expect(field().value).toBe(linesOf(2_001))
  })

  it('comes back empty when the operator empties a long list', () => {
    const { field, getByText, text } = show(linesOf(2_001))

    fireEvent.click(getByText('Empty the list'))
    expect(field().value).toBe('')
    expect(text()).toBe('')
  })

  it('does not get a long paste, which takes the place of what was selected', () => {
    const { field, getByText, text } = show('before\nselected\nafter')

    field().setSelectionRange(7, 15)
    fireEvent.paste(field(), {
      clipboardData: { getData: () => linesOf(1_999) },
    })
    getByText(TOO_MANY)
    expect(text()).toBe(`before\n${linesOf(1_999)}\nafter`)
  })

  it('leaves a short paste to the browser', () => {
    const { field, text } = show('before')

    // The browser's own paste is not stopped.
    expect(
      fireEvent.paste(field(), { clipboardData: { getData: () => '1-01' } })
    ).toBe(true)
    expect(text()).toBe('before')
  })
})
