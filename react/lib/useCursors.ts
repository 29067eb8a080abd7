import { useState } from 'react'

/** Keeps the cursors of the pages before the shown one: a cursor leads only forward. */
export function useCursors(): {
  /** The cursor of the shown page; null for the first. */
  after: string | null
  onPrevious: (() => void) | null
  /** Gives the way to the page after a cursor; null where there is none. */
  onNext: (cursor: string | null) => (() => void) | null
} {
  const [cursors, setCursors] = useState<Array<string | null>>([null])

  return {
    after: cursors[cursors.length - 1],
    onPrevious:
      cursors.length > 1
        ? () => setCursors((before) => before.slice(0, -1))
        : null,
    onNext: (cursor) =>
      cursor === null
        ? null
        : () => setCursors((before) => [...before, cursor]),
  }
}
