import type { BatchControl, BatchProgress } from './batch'
import {
  applyCommand,
  isOverLimit,
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
