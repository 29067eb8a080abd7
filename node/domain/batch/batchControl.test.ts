import type { BatchControl, BatchProgress } from './batch'
import { BATCH_PHASES } from './batch'
import { actionsOf } from './batchActions'
import type { Damage } from './damaged'
import { BATCH_ACTIONS } from '../vocabulary'
import type { BatchAction } from '../vocabulary'
import {
  applyCommand,
  isOverLimit,
  LOST_CONTROL,
  NEW_CONTROL,
  responsible,
  senderOf,
} from './batchControl'
import type { ControlCommand } from './batchControl'

const progress: BatchProgress = {
  generation: 0,
  finishedAtMs: null,
  nextSlotMs: null,
  shards: [
    {
      counts: { PENDING: 3, REFUSED: 2 },
      worth: null,
      withWarnings: 0,
      checkDueMs: null,
      sendDueMs: 0,
      acceptDueMs: null,
      confirmDueMs: null,
    },
  ],
}

const command = (
  action: ControlCommand['action'],
  expectedOrders: number | null = null
): ControlCommand => ({ id: 'c', action, by: 'olga', expectedOrders, atMs: 7 })

const running: BatchControl = {
  ...NEW_CONTROL,
  phase: 'running',
  startedAtMs: 1,
  history: [
    { id: '1', action: 'START', by: 'vera', atMs: 1 },
    { id: '2', action: 'PAUSE', by: 'bob', atMs: 2 },
    { id: '3', action: 'RESUME', by: 'olga', atMs: 3 },
  ],
}

describe('the actions that a batch takes now', () => {
  const idle: BatchProgress = {
    ...progress,
    shards: [
      { ...progress.shards[0], sendDueMs: null, counts: { CANCELED: 5 } },
    ],
  }

  it.each<[string, BatchControl, BatchProgress, Damage | null, BatchAction[]]>([
    ['ready', NEW_CONTROL, progress, null, ['START', 'ABORT']],
    ['running', running, progress, null, ['PAUSE', 'ABORT']],
    [
      'paused',
      { ...running, phase: 'paused' },
      progress,
      null,
      ['RESUME', 'ABORT'],
    ],
    ['done', running, idle, null, ['RETRY']],
    ['aborted', { ...running, phase: 'aborted' }, idle, null, []],
    [
      'set aside',
      { ...running, phase: 'failed' },
      progress,
      null,
      ['ABORT', 'RETRY'],
    ],
    ['without its manifest', running, progress, 'manifest.json', ['ABORT']],
    ['without its control', LOST_CONTROL, progress, 'control.json', ['ABORT']],
    [
      'whose progress cannot be read now',
      running,
      progress,
      'progress.json',
      [],
    ],
  ])(
    '%s are those that its state allows',
    (_what, control, given, damage, actions) => {
      expect(actionsOf({ control, progress: given, damage })).toEqual(actions)
    }
  )

  it('are exactly those that are then not refused because of the state', () => {
    for (const phase of BATCH_PHASES) {
      const control = { ...running, phase }
      const taken = BATCH_ACTIONS.filter((action) => {
        const done = applyCommand(control, progress, command(action, 3))

        return done.kind === 'changed' || done.refusal.code !== 'WRONG_STATE'
      })

      expect([phase, actionsOf({ control, progress, damage: null })]).toEqual([
        phase,
        taken,
      ])
    }
  })
})

describe('a control action', () => {
  it('START runs a ready batch when the caller expects the right number of orders', () => {
    expect(applyCommand(NEW_CONTROL, progress, command('START', 3))).toEqual({
      kind: 'changed',
      control: {
        phase: 'running',
        generation: 0,
        startedAtMs: 7,
        refusalsForgiven: 0,
        failure: null,
        history: [{ id: 'c', action: 'START', by: 'olga', atMs: 7 }],
      },
    })
  })

  it.each([null, 2, 4])(
    'START is refused when the caller expects %p orders and 3 are pending',
    (expected) => {
      expect(
        applyCommand(NEW_CONTROL, progress, command('START', expected))
      ).toMatchObject({ kind: 'refused', refusal: { code: 'COUNT_MISMATCH' } })
    }
  )

  describe('RETRY', () => {
    const ended: BatchProgress = {
      ...progress,
      shards: [
        {
          ...progress.shards[0],
          counts: { REFUSED: 2, UNKNOWN: 3 },
          sendDueMs: null,
        },
      ],
    }

    it.each([null, 5])(
      'begins the rows again when the caller expects %p orders and 5 are refused or unknown',
      (expected) => {
        expect(
          applyCommand(running, ended, command('RETRY', expected))
        ).toMatchObject({ kind: 'changed', control: { generation: 1 } })
      }
    )

    it.each([0, 2, 3, 6])(
      'does nothing when the caller expects %p orders and 5 are refused or unknown',
      (expected) => {
        expect(
          applyCommand(running, ended, command('RETRY', expected))
        ).toEqual({
          kind: 'refused',
          refusal: {
            code: 'COUNT_MISMATCH',
            detail: 'RETRY_COUNT_DIFFERS',
            message: `expectedOrders is ${expected}, but 5 orders are refused or unknown. Nothing was tried again: look at the batch again, and give the number that you mean.`,
            subject: '5',
            batchId: null,
          },
        })
      }
    )
  })

  it.each<[ControlCommand['action'], BatchControl['phase'], string]>([
    ['START', 'running', 'WRONG_STATE'],
    ['START', 'aborted', 'WRONG_STATE'],
    ['PAUSE', 'created', 'WRONG_STATE'],
    ['PAUSE', 'paused', 'WRONG_STATE'],
    ['RESUME', 'running', 'WRONG_STATE'],
    ['RESUME', 'aborted', 'WRONG_STATE'],
    ['ABORT', 'aborted', 'WRONG_STATE'],
    ['RETRY', 'running', 'WRONG_STATE'],
    ['RETRY', 'paused', 'WRONG_STATE'],
  ])('%s is refused for a batch that is %s', (action, phase, code) => {
    expect(
      applyCommand({ ...NEW_CONTROL, phase }, progress, command(action, 3))
    ).toMatchObject({ kind: 'refused', refusal: { code } })
  })

  it('RESUME forgives the refusals so far', () => {
    const paused = { ...running, phase: 'paused' as const }
    const resumed = applyCommand(paused, progress, command('RESUME'))

    expect(resumed).toMatchObject({
      control: { phase: 'running', refusalsForgiven: 2, startedAtMs: 1 },
    })
  })
})

describe('the limit of refusals', () => {
  it.each([
    [2, false],
    [1, true],
    [0, true],
    [null, false],
  ])('of %p is exceeded by two refused rows: %p', (maxRefusals, isOver) => {
    expect(isOverLimit(running, progress, maxRefusals)).toBe(isOver)
  })
})

describe('the senders of a batch', () => {
  it('are its creator and each operator who started, resumed or retried it', () => {
    expect(responsible('erin', running)).toEqual(['erin', 'vera', 'olga'])
  })

  it('are represented by the last of them, in whose name it sends', () => {
    expect(senderOf('erin', running)).toBe('olga')
    expect(senderOf('erin', NEW_CONTROL)).toBe('erin')
  })
})
