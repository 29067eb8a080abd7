import { aCancellation } from '../../testing/batches/rows'
import {
  ACCEPTED_NOW,
  CANCELED_ONCE,
  ended,
  expectChanges,
  NOW,
  ROWS,
} from '../../testing/batches/rowTries'
import type { OrderCancellation } from '../cancellation/cancellation'
import { refusal, shown } from '../refusal/refusal'
import type { BatchOrderAction, CancellationState } from '../vocabulary'
import type { BatchRow } from './batch'
import { ROW_SETTLE_MS } from './row'
import { rowAfterBug } from './rowOutcome'

const NO_REQUEST = shown(
  refusal('NO_OPEN_REQUEST', { orderId: 'X', subject: 'handling' })
)

const OWN = shown(refusal('OWN_REQUEST_ACCEPT_IT', { orderId: 'X' }))

const TRIED_AGAIN = { failedTries: 3, dueMs: NOW + ROW_SETTLE_MS }

/** What a row of a batch becomes, with an answer of its order. */
type Case = [
  action: BatchOrderAction,
  answer: Partial<OrderCancellation>,
  changes: Partial<BatchRow>
]

const waiting = { state: 'AWAITING_DECISION', awaiting: 'SELF' } as const

describe('a check of a row', () => {
  it.each<Case>([
    ['ACCEPT', waiting, { dueMs: 0 }],
    ['ACCEPT', { state: 'STUCK' }, { dueMs: 0 }],
    ['ACCEPT', { state: 'CANCELED' }, CANCELED_ONCE],
    ['ACCEPT', { state: 'ACCEPTED' }, ACCEPTED_NOW],
    ['DENY', waiting, { dueMs: 0 }],
    ['DENY', { state: 'DENIED' }, ended('DENIED')],
  ])('that %ss, of an order with %j', (action, answer, changes) => {
    expectChanges(
      { task: 'check', action, answer },
      { isChecked: true, ...changes }
    )
  })

  it.each<[BatchOrderAction, OrderCancellation['refusal']]>([
    ['ACCEPT', NO_REQUEST],
    ['DENY', NO_REQUEST],
    ['DENY', OWN],
  ])('that %ss, of an order that refuses it', (action, why) => {
    expectChanges(
      { task: 'check', action, answer: { ...waiting, refusal: why } },
      { isChecked: true, state: 'REFUSED', dueMs: null }
    )
  })
})

describe('a decision that was sent for a row', () => {
  it.each<Case>([
    ['ACCEPT', { state: 'ACCEPTED' }, ACCEPTED_NOW],
    ['ACCEPT', { state: 'CANCELED' }, CANCELED_ONCE],
    ['ACCEPT', { state: 'UNKNOWN' }, { ...TRIED_AGAIN, maybeSent: true }],
    ['ACCEPT', waiting, { ...TRIED_AGAIN, maybeSent: true }],
    ['DENY', { state: 'DENIED' }, ended('DENIED')],
    ['DENY', { state: 'STUCK' }, ended('STUCK')],
    ['DENY', { state: 'UNKNOWN' }, { ...TRIED_AGAIN, maybeSent: true }],
    ['DENY', waiting, { ...TRIED_AGAIN, maybeSent: true }],
  ])('by %s, and found %j', (action, answer, changes) => {
    const task = action === 'ACCEPT' ? 'accept' : 'deny'

    expectChanges({ task, action, answer, isSent: true }, changes)
  })

  // Only what the row itself may have sent makes a success of a refusal.
  it.each<
    [
      BatchOrderAction,
      CancellationState,
      boolean,
      Partial<BatchRow> | 'REFUSED' | 'UNKNOWN'
    ]
  >([
    ['ACCEPT', 'CANCELED', true, CANCELED_ONCE],
    ['ACCEPT', 'DENIED', true, 'REFUSED'],
    ['ACCEPT', 'AWAITING_DECISION', true, 'REFUSED'],
    ['ACCEPT', 'CANCELED', false, 'REFUSED'],
    ['DENY', 'DENIED', true, ended('DENIED')],
    ['DENY', 'CANCELED', true, 'UNKNOWN'],
    ['DENY', 'NOT_REQUESTED', true, 'UNKNOWN'],
    ['DENY', 'AWAITING_DECISION', true, 'UNKNOWN'],
    ['DENY', 'DENIED', false, 'REFUSED'],
  ])(
    'by %s, whose order is %s and refuses another one (it may have been sent: %p)',
    (action, state, maybeSent, changes) => {
      const task = action === 'ACCEPT' ? 'accept' : 'deny'
      const cancellation = aCancellation({ state, refusal: NO_REQUEST })

      expectChanges(
        { task, action, row: { maybeSent }, answer: cancellation },
        typeof changes === 'object'
          ? { ...changes, cancellation: { ...cancellation, refusal: null } }
          : { state: changes, dueMs: null }
      )
    }
  )

  it('by DENY, that another replica may have sent, and of which the journal knows nothing, is refused as it stands', () => {
    const cancellation = aCancellation({ ...waiting, refusal: OWN })

    expectChanges(
      {
        task: 'deny',
        action: 'DENY',
        row: { maybeSent: true },
        answer: cancellation,
        hasSent: false,
      },
      { state: 'REFUSED', dueMs: null }
    )
  })

  it.each(['accept', 'deny'] as const)(
    'when a bug ends an %s, may have been sent',
    (task) => {
      expect(rowAfterBug(task, ROWS[task], NOW)).toMatchObject({
        ...TRIED_AGAIN,
        maybeSent: true,
      })
    }
  )
})

describe('a decision of an aborted batch that may have been sent', () => {
  const NOT_ATTEMPTED = { state: 'NOT_ATTEMPTED', dueMs: null } as const

  it.each<Case>([
    ['ACCEPT', waiting, NOT_ATTEMPTED],
    ['ACCEPT', { state: 'NOT_REQUESTED' }, NOT_ATTEMPTED],
    ['ACCEPT', { state: 'CANCELED' }, CANCELED_ONCE],
    ['ACCEPT', { state: 'DENIED' }, ended('DENIED')],
    ['DENY', waiting, NOT_ATTEMPTED],
    // It may have been denied: it is looked at again.
    [
      'DENY',
      { state: 'NOT_REQUESTED' },
      { acceptedAtMs: NOW, dueMs: NOW + 10_000 },
    ],
    ['DENY', { state: 'CANCELED' }, NOT_ATTEMPTED],
    ['DENY', { state: 'DENIED' }, ended('DENIED')],
  ])('by %s, and finds %j', (action, answer, changes) => {
    expectChanges(
      {
        task: 'confirm',
        action,
        row: { state: 'PENDING', maybeSent: true, acceptedAtMs: null },
        answer,
      },
      changes
    )
  })
})
