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
      <button onClick={() => setText(linesOf(3_000))}>Take another list</button>
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
  it.each([
    ['ends with its last line', linesOf(2_000)],
    ['ends with an end of line', `${linesOf(2_000)}\n`],
  ])('shows 2,000 lines, where the list %s', (_how, text) => {
    expect(show(text).field().value).toBe(text)
  })

  it.each([
    ['\\n', '\n'],
    ['\\r\\n', '\r\n'],
    ['\\r', '\r'],
  ])(
    'stays out for a longer list with %s, which is counted',
    (_name, endOfLine) => {
      const { getByText, queryByLabelText } = show(
        linesOf(2_001).replace(/\n/g, endOfLine)
      )

      getByText(TOO_MANY)
      expect(queryByLabelText(FIELD)).toBeNull()
    }
  )

  it('takes no focus where a long list was kept from before', () => {
    show(linesOf(2_001))

    expect(document.activeElement).toBe(document.body)
  })

  it('comes with the lines and the focus when the operator asks for them', () => {
    const { field, getByText } = show(linesOf(2_001))

    fireEvent.click(getByText('Show the lines'))
    expect(field().value).toBe(linesOf(2_001))
    expect(document.activeElement).toBe(field())
  })

  it('comes back empty, with the focus, when the operator empties a long list', () => {
    const { field, getByText, text } = show(linesOf(2_001))

    fireEvent.click(getByText('Empty the list'))
    expect(field().value).toBe('')
    expect(text()).toBe('')
    expect(document.activeElement).toBe(field())
  })

  it('stays while the operator types, also past 2,000 lines', () => {
    const { field } = show(linesOf(2_000))

    fireEvent.change(field(), { target: { value: linesOf(2_001) } })
    expect(field().value).toBe(linesOf(2_001))
  })

  it('makes way for a long list that comes after one that was shown', () => {
    const { getByText, queryByLabelText } = show(linesOf(2_001))

    fireEvent.click(getByText('Show the lines'))
    fireEvent.click(getByText('Take another list'))
    getByText('The list has 3,000 lines, too many to show at once.')
    expect(queryByLabelText(FIELD)).toBeNull()
  })

  it('does not get a long paste, which takes the place of what was selected', () => {
    const { field, getByText, text } = show('before\nselected\nafter')

    field().setSelectionRange(7, 15)
    // The browser's own paste is stopped.
    expect(
      fireEvent.paste(field(), {
        clipboardData: { getData: () => linesOf(1_999) },
      })
    ).toBe(false)
    expect(document.activeElement).toBe(getByText(TOO_MANY))
    expect(text()).toBe(`before\n${linesOf(1_999)}\nafter`)
  })

  it('leaves a short paste to the browser', () => {
    const { field, text } = show('before')

    expect(
      fireEvent.paste(field(), { clipboardData: { getData: () => '1-01' } })
    ).toBe(true)
    expect(text()).toBe('before')
  })
})
