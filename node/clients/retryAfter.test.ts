import * as fc from 'fast-check'

import { quotaOf, retryAfterSeconds } from './retryAfter'

const NOW_MS = Date.parse('2026-11-23T12:00:00Z')

describe('retryAfterSeconds', () => {
  it.each([
    ['seconds', { 'retry-after': '7' }, 7],
    ['a part of a second', { 'retry-after': '0.2' }, 1],
    ['zero', { 'retry-after': '0' }, 1],
    ['an HTTP date', { 'retry-after': 'Mon, 23 Nov 2026 12:00:30 GMT' }, 30],
    [
      'a date that has passed',
      { 'retry-after': 'Mon, 23 Nov 2026 11:00:00 GMT' },
      60,
    ],
    ['a negative number', { 'retry-after': '-5' }, 60],
    ['text', { 'retry-after': 'soon' }, 60],
    ['a wait of a year', { 'retry-after': '31536000' }, 60],
    ['an array', { 'retry-after': ['7'] }, 60],
    ['no header', {}, 60],
    ['a reset in seconds', { 'ratelimit-reset': '12' }, 12],
    [
      'a reset as epoch seconds',
      { 'x-ratelimit-reset': String(NOW_MS / 1000 + 20) },
      20,
    ],
    [
      'a reset as epoch milliseconds',
      { 'x-ratelimit-reset': String(NOW_MS + 20_000) },
      20,
    ],
    [
      'Retry-After before a reset',
      { 'retry-after': '3', 'ratelimit-reset': '9' },
      3,
    ],
    [
      'a malformed Retry-After and a reset',
      { 'retry-after': 'x', 'ratelimit-reset': '9' },
      9,
    ],
  ])('reads %s', (_what, headers, expected) => {
    expect(retryAfterSeconds(headers, NOW_MS)).toBe(expected)
  })

  it('gives a whole number of seconds between 1 and a day, whatever the headers hold', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.float().map(String),
          fc.date().map(String),
          fc.anything()
        ),
        fc.constantFrom('retry-after', 'ratelimit-reset', 'x-ratelimit-reset'),
        (value, name) => {
          const seconds = retryAfterSeconds({ [name]: value }, NOW_MS)

          expect(Number.isInteger(seconds)).toBe(true)
          expect(seconds).toBeGreaterThanOrEqual(1)
          expect(seconds).toBeLessThanOrEqual(86_400)
        }
      ),
      { numRuns: 10_000 }
    )
  })
})

describe('quotaOf', () => {
  it.each([
    [
      'the remaining calls and the time of the reset',
      { 'ratelimit-remaining': '40', 'ratelimit-reset': '8' },
      { remaining: 40, resetMs: 8_000 },
    ],
    [
      'headers with X- and an epoch time',
      {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(NOW_MS / 1000 + 20),
      },
      { remaining: 0, resetMs: 20_000 },
    ],
    ['no reset', { 'ratelimit-remaining': '40' }, undefined],
    ['no remaining calls', { 'ratelimit-reset': '8' }, undefined],
    [
      'a remaining count that is no number',
      { 'ratelimit-remaining': 'some', 'ratelimit-reset': '8' },
      undefined,
    ],
    [
      'a negative remaining count',
      { 'ratelimit-remaining': '-1', 'ratelimit-reset': '8' },
      undefined,
    ],
    ['no header', {}, undefined],
  ])('reads %s', (_what, headers, quota) => {
    expect(quotaOf(headers, NOW_MS)).toEqual(quota)
  })
})
