import { refusedInput, rowsOf } from './batchInput'
import type { BatchInput } from './batchInput'

const input = (
  orders: string[],
  more: Partial<BatchInput> = {}
): BatchInput => ({
  idempotencyKey: 'key',
  name: null,
  reason: null,
  requestedByUser: false,
  checkFirst: true,
  acceptOwnRequests: false,
  maxRefusals: null,
  maxPerMinute: null,
  orders: orders.map((orderId) => ({ orderId, reason: null })),
  ...more,
})

describe('the rows of a batch', () => {
  it('keep every order that was given, in order, and say which cannot be one', () => {
    expect(
      rowsOf(input(['a-0001', ' a-0001 ', '..', 'b-0001', 'a-0001'])).map(
        ({ orderId, problem }) => [orderId, problem]
      )
    ).toEqual([
      ['a-0001', null],
      ['a-0001', { kind: 'duplicate', ofRow: 1 }],
      ['..', { kind: 'invalid-id' }],
      ['b-0001', null],
      ['a-0001', { kind: 'duplicate', ofRow: 1 }],
    ])
  })

  it('hold no more of a text that is no id than an id could be long', () => {
    const [row] = rowsOf(input(['x'.repeat(5_000)]))

    expect(row).toEqual({
      orderId: 'x'.repeat(100),
      reason: null,
      problem: { kind: 'invalid-id' },
    })
  })
})

describe('an input', () => {
  it.each<[string, BatchInput, string | undefined]>([
    ['of one order', input(['a']), undefined],
    ['of 10,000 orders', input(Array(10_000).fill('a')), undefined],
    ['of 10,001 orders', input(Array(10_001).fill('a')), 'TOO_MANY_ORDERS'],
    ['of no order', input([]), 'INVALID_INPUT'],
    ['without a key', input(['a'], { idempotencyKey: '  ' }), 'INVALID_INPUT'],
    [
      'with a key of 256',
      input(['a'], { idempotencyKey: 'k'.repeat(256) }),
      'INVALID_INPUT',
    ],
    [
      'with a reason of 1001',
      input(['a'], { reason: 'r'.repeat(1_001) }),
      'INVALID_INPUT',
    ],
    [
      'with a name of 201',
      input(['a'], { name: 'n'.repeat(201) }),
      'INVALID_INPUT',
    ],
    ['with maxRefusals -1', input(['a'], { maxRefusals: -1 }), 'INVALID_INPUT'],
    ['with maxRefusals 0', input(['a'], { maxRefusals: 0 }), undefined],
    ['with maxPerMinute 0', input(['a'], { maxPerMinute: 0 }), 'INVALID_INPUT'],
  ])('%s', (_what, given, code) => {
    expect(refusedInput(given)?.code).toBe(code)
  })

  it('names the row whose reason is too long', () => {
    const orders = [
      { orderId: 'a', reason: 'r'.repeat(200) },
      { orderId: 'b', reason: 'r'.repeat(201) },
    ]

    expect(refusedInput({ ...input([]), orders })?.message).toBe(
      'The reason of row 2 is longer than 200 characters. Nothing was done.'
    )
  })
})
