import fc from 'fast-check'

import { cursorText, readCursor } from './cursorText'

describe('the text of a cursor', () => {
  it('gives back the cursor that it was written for', () => {
    fc.assert(
      fc.property(
        fc.record({
          fromMs: fc.option(fc.integer()),
          sinceMs: fc.option(fc.integer()),
          ids: fc.array(fc.string({ maxLength: 100 })),
        }),
        (cursor) => {
          expect(readCursor(cursorText(cursor))).toEqual(cursor)
        }
      )
    )
  })

  it('stays below 80,000 characters for the most ids of the greatest length', () => {
    const ids = Array.from({ length: 500 }, () => 'x'.repeat(100))
    const text = cursorText({ fromMs: 1, sinceMs: 1, ids })

    expect(text.length).toBeLessThan(80_000)
    expect(readCursor(text)?.ids).toHaveLength(500)
  })

  const written = (value: unknown) =>
    Buffer.from(JSON.stringify(value)).toString('base64url')

  it.each([
    ['nothing', ''],
    ['words', 'after'],
    ['broken JSON', Buffer.from('[1,').toString('base64url')],
    ['an object', written({ fromMs: 1 })],
    ['a date that is a text', written(['now', null, []])],
    ['a date that no calendar has', written([9e15, null, []])],
    ['a part of a millisecond', written([1.5, null, []])],
    ['ids that are no list', written([1, null, '1-01'])],
    ['an id that is no text', written([1, null, [7]])],
    ['one part more', written([1, null, [], 1])],
    ['80,001 characters', 'x'.repeat(80_001)],
  ])('is not read from %s', (_what, text) => {
    expect(readCursor(text)).toBeUndefined()
  })

  it('is never read from any other text in a way that fails', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const cursor = readCursor(written(value ?? null))

        expect(cursor === undefined || Array.isArray(cursor.ids)).toBe(true)
      })
    )
  })
})
