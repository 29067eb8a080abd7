import { aDocument, NOW_MS, orderIn } from '../../testing/documents'
import type { Document } from '../../testing/documents'
import { anEntry, ORDER_ID } from '../../testing/orders'
import type { JournalEntry } from '../journal/journal'
import { NO_PROGRESS_MS, progressOf } from './progress'

const at = (msAgo: number) => new Date(NOW_MS - msAgo).toISOString()

const HOURS = 3_600_000

/** How an order in `cancel` that is described by a document has moved, with what this app sent. */
const progress = (document: Document, entries: JournalEntry[] = []) =>
  progressOf(orderIn(aDocument({ status: 'cancel', ...document })), {
    journal: { orderId: ORDER_ID, entries },
    nowMs: NOW_MS,
  })

/** An entry whose request left some time ago. */
const sent = (
  msAgo: number,
  outcome: 'received' | 'found' | 'refused' | 'unsettled' = 'received',
  more: Partial<JournalEntry> = {}
) =>
  anEntry({
    startedAtMs: NOW_MS - msAgo - 500,
    completion: {
      outcome,
      atMs: NOW_MS - msAgo + 500,
      sentAtMs: NOW_MS - msAgo,
      date: null,
      receipt: null,
    },
    ...more,
  })

describe('field case 4: an order is old', () => {
  it('when its last change is more than two hours ago, and not before', () => {
    expect(NO_PROGRESS_MS).toBe(2 * HOURS)
    expect(progress({ lastChange: at(2 * HOURS) }).isOld).toBe(false)
    expect(progress({ lastChange: at(2 * HOURS + 1) })).toEqual({
      nowMs: NOW_MS,
      changedMs: NOW_MS - 2 * HOURS - 1,
      lastMovedMs: NOW_MS - 2 * HOURS - 1,
      isOld: true,
      isInError: false,
    })
  })

  it('by the date of its cancellation where it shows no last change', () => {
    const cancellationData = { cancellationDate: at(3 * HOURS) }

    expect(progress({ cancellationData })).toMatchObject({
      changedMs: null,
      lastMovedMs: NOW_MS - 3 * HOURS,
      isOld: true,
    })
    expect(progress({ cancellationData, lastChange: at(HOURS) })).toMatchObject(
      { lastMovedMs: NOW_MS - HOURS, isOld: false }
    )
  })

  it.each([{}, { lastChange: 'yesterday' }, { lastChange: null }])(
    'never without a date that can be read: %j',
    (document) => {
      expect(progress(document)).toMatchObject({
        changedMs: null,
        lastMovedMs: null,
        isOld: false,
      })
    }
  )
})

describe('field case 4: an order is in error', () => {
  it.each([
    [true, true],
    [false, false],
    [null, false],
    ['true', false],
  ])('where workflowIsInError is true and only there: %j', (flag, expected) => {
    expect(progress({ workflowIsInError: flag }).isInError).toBe(expected)
  })
})

describe('field case 8: the two hours count', () => {
  const OLD = { lastChange: at(5 * HOURS) }

  it.each(['received', 'found'] as const)(
    "from this app's own send, once OMS has confirmed it (%s)",
    (outcome) => {
      expect(progress(OLD, [sent(5_000, outcome)])).toMatchObject({
        lastMovedMs: NOW_MS - 5_000,
        isOld: false,
      })
    }
  )

  it.each(['refused', 'unsettled'] as const)(
    'from the last change, where the send was not confirmed (%s)',
    (outcome) => {
      expect(progress(OLD, [sent(5_000, outcome)])).toMatchObject({
        lastMovedMs: NOW_MS - 5 * HOURS,
        isOld: true,
      })
    }
  )

  it('from the last change, while a send is under way', () => {
    expect(
      progress(OLD, [anEntry({ startedAtMs: NOW_MS - 5_000 })]).isOld
    ).toBe(true)
  })

  it('from whichever is later', () => {
    expect(
      progress({ lastChange: at(HOURS) }, [sent(4 * HOURS), sent(3 * HOURS)])
        .lastMovedMs
    ).toBe(NOW_MS - HOURS)
  })

  it('from the start of a send whose time was not kept', () => {
    const found = sent(5_000)
    const entry = {
      ...found,
      completion: found.completion && { ...found.completion, sentAtMs: null },
    }

    expect(progress(OLD, [entry]).lastMovedMs).toBe(NOW_MS - 5_500)
  })

  it('from a send alone, where the order shows no date', () => {
    expect(progress({}, [sent(3 * HOURS)]).isOld).toBe(true)
  })
})

describe('also seen in the field: a last change in the future', () => {
  it('never counts: the date of the cancellation does', () => {
    expect(
      progress({
        lastChange: at(-10 * HOURS),
        cancellationData: { cancellationDate: at(3 * HOURS) },
      })
    ).toEqual({
      nowMs: NOW_MS,
      changedMs: null,
      lastMovedMs: NOW_MS - 3 * HOURS,
      isOld: true,
      isInError: false,
    })
  })

  it('says nothing where no other date is known', () => {
    expect(progress({ lastChange: at(-10 * HOURS) })).toMatchObject({
      changedMs: null,
      lastMovedMs: null,
      isOld: false,
    })
  })

  it('by a few seconds is a difference of clocks, and counts', () => {
    expect(progress({ lastChange: at(-10_000) }).changedMs).toBe(
      NOW_MS + 10_000
    )
    expect(progress({ lastChange: at(-10_001) }).changedMs).toBeNull()
  })

  it('of the cancellation does not count either', () => {
    expect(
      progress({ cancellationData: { cancellationDate: at(-HOURS) } })
        .lastMovedMs
    ).toBeNull()
  })
})
