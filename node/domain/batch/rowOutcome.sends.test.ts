import { aCancellation, aRow } from '../../testing/batches/rows'
import { HOUR, NOW, SECOND } from '../../testing/batches/rowTries'
import type { CancellationState } from '../vocabulary'
import type { BatchRow } from './batch'
import type { RowTask } from './row'
import { retried } from './row'
import { rowAfter } from './rowOutcome'

/** A row after a try that found its order in a state. */
const tried = (
  task: RowTask,
  row: BatchRow,
  state: CancellationState,
  { atMs = NOW, isSent = false } = {}
) =>
  rowAfter({ task, action: 'CANCEL' }, row, {
    cancellation: aCancellation({ state }),
    prospect: null,
    isSent,
    hasSent: isSent,
    depth: 'ALL',
    atMs,
  })

describe('a send that OMS accepts now', () => {
  it('is confirmed for two hours from now, also on a row that a retry began again', () => {
    const row = aRow({
      state: 'UNKNOWN',
      dueMs: null,
      maybeSent: true,
      acceptedAtMs: NOW - 3 * HOUR,
    })

    expect(
      tried('cancel', retried(row), 'ACCEPTED', { isSent: true })
    ).toMatchObject({
      state: 'ACCEPTED',
      dueMs: NOW + 10 * SECOND,
    })
  })

  it('is confirmed for two hours from now, also when it is the second step of a cancel of three hours ago', () => {
    const row = aRow({
      state: 'AWAITING_DECISION',
      dueMs: NOW,
      acceptedAtMs: NOW - 3 * HOUR,
    })

    expect(
      tried('second-step', row, 'ACCEPTED', { isSent: true })
    ).toMatchObject({
      state: 'ACCEPTED',
      dueMs: NOW + 10 * SECOND,
    })
  })

  it('needs two reads of `canceled` after it, also when the row was seen as canceled before', () => {
    const row = aRow({
      state: 'UNKNOWN',
      dueMs: null,
      canceledSeenMs: NOW - HOUR,
    })

    const sent = tried('cancel', retried(row), 'ACCEPTED', { isSent: true })

    expect(
      tried('confirm', sent, 'CANCELED', { atMs: NOW + 10 * SECOND })
    ).toMatchObject({ state: 'ACCEPTED', dueMs: NOW + 40 * SECOND })
  })

  it('needs two reads of `canceled` after the order has gone back to an open request', () => {
    const row = aRow({
      state: 'ACCEPTED',
      acceptedAtMs: NOW - 60 * SECOND,
      canceledSeenMs: NOW - 40 * SECOND,
    })

    const back = rowAfter({ task: 'confirm', action: 'CANCEL' }, row, {
      cancellation: aCancellation({
        state: 'AWAITING_DECISION',
        awaiting: 'SELF',
      }),
      prospect: null,
      isSent: false,
      hasSent: true,
      depth: 'ORDER',
      atMs: NOW,
    })

    expect(
      tried('second-step', back, 'CANCELED', {
        atMs: NOW + SECOND,
        isSent: true,
      })
    ).toMatchObject({ state: 'ACCEPTED' })
  })
})
