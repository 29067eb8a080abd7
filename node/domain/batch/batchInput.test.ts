import { aBatchInput } from '../../testing/batches/aBatchInput'
import { refusedInput, rowsOf } from './batchInput'
import type { BatchInput } from './batchInput'

const input = aBatchInput

describe('the rows of a batch', () => {
  it('keep every given order in sequence, and mark duplicates and invalid ids', () => {
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

  it('keep no half of a character of an invalid id', () => {
    const [row] = rowsOf(input([`${'x'.repeat(99)}😀`]))

    expect(row.orderId).toBe('x'.repeat(99))
  })

  it('keep at most 100 characters of an invalid id', () => {
    const [row] = rowsOf(input(['x'.repeat(5_000)]))

    expect(row).toEqual({
      orderId: 'x'.repeat(100),
      reason: null,
      problem: { kind: 'invalid-id' },
    })
  })
})

describe('the input of a batch', () => {
  it.each<[string, string | undefined, BatchInput]>([
    ['of one order', undefined, input(['a'])],
    ['of 10,000 orders', undefined, input(Array(10_000).fill('a'))],
    ['of 10,001 orders', 'TOO_MANY_ORDERS', input(Array(10_001).fill('a'))],
    ['of no order', 'INVALID_INPUT', input([])],
    ['without a key', 'INVALID_INPUT', input(['a'], { idempotencyKey: '  ' })],
    [
      'with a key of 256',
      'INVALID_INPUT',
      input(['a'], { idempotencyKey: 'k'.repeat(256) }),
    ],
    [
      'with a reason of 1001',
      'INVALID_INPUT',
      input(['a'], { reason: 'r'.repeat(1_001) }),
    ],
    [
      'with a name of 201',
      'INVALID_INPUT',
      input(['a'], { name: 'n'.repeat(201) }),
    ],
    ...['idempotencyKey', 'name', 'reason'].map(
      (field): [string, string, BatchInput] => [
        `with half of a character in ${field}`,
        'INVALID_INPUT',
        input(['a'], { [field]: 'k\ud800' }),
      ]
    ),
    ['with whole characters', undefined, input(['a'], { reason: '😀\ufffd' })],
    ['with maxRefusals -1', 'INVALID_INPUT', input(['a'], { maxRefusals: -1 })],
    ['with maxRefusals 0', undefined, input(['a'], { maxRefusals: 0 })],
    ['with maxPerMinute 0', 'INVALID_INPUT', input(['a'], { maxPerMinute: 0 })],
  ])('%s is refused with %p', (_what, code, given) => {
    expect(refusedInput(given)?.code).toBe(code)
  })

  it('may have orders of 3,000,000 bytes in UTF-8, and not of one more', () => {
    const orders = Array.from({ length: 10_000 }, () => ({
      orderId: 'a',
      reason: 'é'.repeat(130),
    }))

    const bytes = (rows: BatchInput['orders']) =>
      Buffer.byteLength(JSON.stringify(rows))

    const missing = 3_000_000 - bytes(orders)
    const whole = orders.map((order, row) => ({
      ...order,
      orderId: 'a'.repeat(
        1 + Math.floor(missing / 10_000) + (row < missing % 10_000 ? 1 : 0)
      ),
    }))

    const more = [{ ...whole[0], orderId: `${whole[0].orderId}a` }]

    expect(bytes(whole)).toBe(3_000_000)
    expect(refusedInput({ ...input([]), orders: whole })).toBeNull()
    expect(
      refusedInput({ ...input([]), orders: [...more, ...whole.slice(1)] })
        ?.message
    ).toMatch(/^orders takes at most 3000000 bytes as JSON in UTF-8: /)
  })

  it('names the row whose reason has half of a character', () => {
    const orders = [
      { orderId: 'a', reason: '😀' },
      { orderId: 'b', reason: '\ude00' },
    ]

    expect(refusedInput({ ...input([]), orders })?.message).toBe(
      'The reason of row 2 has half of a character in it (a lone surrogate). Nothing was done.'
    )
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
