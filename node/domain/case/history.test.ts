import { ended, journalOf } from '../../testing/journals'
import { anEntry, anOrder, ORDER_ID } from '../../testing/orders'
import { historyOf } from './history'

const outcomesAt = (
  nowMs: number,
  ...entries: Array<Parameters<typeof anEntry>[0]>
) =>
  historyOf(
    anOrder(),
    journalOf(...entries.map((entry) => anEntry(entry))),
    nowMs
  ).map(({ action, outcome }) => `${action} ${outcome}`)

describe('the history of an order', () => {
  it('shows the newest entry first, each with its outcome', () => {
    expect(
      outcomesAt(
        1e9,
        { id: 'a', completion: ended('received') },
        { id: 'b', kind: 'accept', completion: ended('found') },
        { id: 'c', kind: 'deny', completion: ended('refused') },
        { id: 'd', kind: 'return', completion: ended('withdrawn') },
        { id: 'e', completion: ended('unsettled') }
      )
    ).toEqual([
      'CANCEL UNSETTLED',
      'RETURN NOT_SENT',
      'DENY REFUSED',
      'ACCEPT FOUND',
      'CANCEL RECEIVED',
    ])
  })

  it('says of an entry without an end that its call is at work, and later that it is not known what it did', () => {
    expect(outcomesAt(1_000, {})).toEqual(['CANCEL UNDER_WAY'])
    expect(outcomesAt(3_600_000, {})).toEqual(['CANCEL UNSETTLED'])
  })

  it('names the batch, which older entries do not have', () => {
    const [newer, older] = historyOf(
      anOrder(),
      journalOf(anEntry({ id: 'a' }), anEntry({ id: 'b', batchId: 'B' })),
      1e9
    )

    expect([newer.batchId, older.batchId]).toEqual(['B', null])
    expect([newer.cacheId, older.cacheId]).toEqual([
      `${ORDER_ID} b`,
      `${ORDER_ID} a`,
    ])
  })

  it('shows the last 50 entries', () => {
    const entries = Array.from({ length: 60 }, (_, index) =>
      anEntry({ id: `e${index}`, completion: ended('refused') })
    )

    const events = historyOf(anOrder(), journalOf(...entries), 1e9)

    expect(events).toHaveLength(50)
    expect(events[0].cacheId).toBe(`${ORDER_ID} e59`)
    expect(events[49].cacheId).toBe(`${ORDER_ID} e10`)
  })
})
