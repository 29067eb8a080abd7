import * as fc from 'fast-check'

import { answered } from '../testing/answered'
import {
  parseDenialReply,
  parseOrderRead,
  parsePurchaseRead,
  parseReceiptReply,
  parseTransactionRead,
} from './omsParsers'

const NOW_MS = 0

describe('parseOrderRead', () => {
  it.each([
    ['HTML by its type', '', { 'content-type': 'text/html; charset=utf-8' }],
    ['HTML by its look', ' \n<!DOCTYPE html>', {}],
  ])('takes a page for a missing permission: %s', (_what, body, headers) => {
    expect(parseOrderRead(answered(body, 200, headers), NOW_MS)).toEqual({
      kind: 'not-permitted',
    })
  })
})

describe('parseReceiptReply', () => {
  it('takes date and receipt as they are', () => {
    const body = {
      date: '2014-02-07T15:22:56.7612218-02:00',
      orderId: '123543123',
      receipt: '38e0e47da2934847b489216d208cfd91',
    }

    expect(parseReceiptReply(answered(body), NOW_MS)).toEqual({
      kind: 'received',
      ...body,
    })
    expect(
      parseReceiptReply(answered({ ...body, receipt: null }), NOW_MS)
    ).toEqual({ kind: 'received', ...body, receipt: null })
  })

  it.each([
    [200, 'unsettled'],
    [204, 'unsettled'],
    [302, 'unsettled'],
    [400, 'rejected'],
    [401, 'not-permitted'],
    [403, 'not-permitted'],
    [404, 'not-found'],
    [408, 'unsettled'],
    [409, 'rejected'],
    [405, 'unsettled'],
    [422, 'unsettled'],
    [429, 'rate-limited'],
    [500, 'unsettled'],
    [503, 'unsettled'],
  ])('status %i without a readable receipt: %s', (status, kind) => {
    expect(parseReceiptReply(answered('', status), NOW_MS).kind).toBe(kind)
  })

  it.each([
    ['a receipt that is no text', { receipt: 7 }, null],
    ['a receipt longer than any', { receipt: 'x'.repeat(1_001) }, null],
    ['no receipt', {}, null],
  ])('is received with %s, and hands none on', (_what, more, receipt) => {
    expect(
      parseReceiptReply(
        answered({ date: 'D', orderId: '1-01', ...more }),
        NOW_MS
      )
    ).toEqual({ kind: 'received', date: 'D', orderId: '1-01', receipt })
  })

  it('is unsettled with a date longer than any', () => {
    const date = 'x'.repeat(1_001)

    expect(
      parseReceiptReply(answered({ date, orderId: '1-01' }), NOW_MS)
    ).toEqual({ kind: 'unsettled' })
  })

  it('a reply that was lost is unsettled', () => {
    expect(parseReceiptReply({ kind: 'lost' }, NOW_MS)).toEqual({
      kind: 'unsettled',
    })
  })

  it('is received only with a 2xx and both texts, whatever the body', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 599 }),
        fc.record(
          {
            date: fc.anything(),
            orderId: fc.anything(),
            receipt: fc.anything(),
          },
          { requiredKeys: [] }
        ),
        (status, body) => {
          const { kind } = parseReceiptReply(answered(body, status), NOW_MS)
          const readable =
            [body.date, body.orderId].every(
              (text) => typeof text === 'string' && text !== ''
            ) &&
            status >= 200 &&
            status < 300

          expect(kind === 'received').toBe(readable)
        }
      ),
      { numRuns: 5_000 }
    )
  })
})

describe('parseDenialReply', () => {
  it.each([
    ['an empty 200', 200, '', 'received'],
    ['a 200 with null', 200, null, 'received'],
    ['a 204', 204, undefined, 'received'],
    ['a login page', 200, '<html>', 'unsettled'],
    ['a 200 with words', 200, { denied: true }, 'unsettled'],
    ['a 400', 400, {}, 'rejected'],
    ['a 500', 500, '', 'unsettled'],
  ])('%s', (_what, status, body, kind) => {
    expect(parseDenialReply(answered(body, status), NOW_MS).kind).toBe(kind)
  })
})

describe('what stands beside an order', () => {
  it('the transaction is known by its status alone, in lower case', () => {
    const body = { status: 'Canceled', payments: [{ cardHolder: 'Sofia' }] }

    expect(parseTransactionRead(answered(body), NOW_MS)).toEqual({
      kind: 'found',
      status: 'canceled',
    })
    expect(parseTransactionRead(answered({}), NOW_MS)).toEqual({
      kind: 'unavailable',
    })
  })

  it('a purchase is the orders that can be read', () => {
    const body = [{ orderId: '1-01', status: 'handling' }, { orderId: '/' }, 7]

    expect(parsePurchaseRead(answered(body), NOW_MS)).toMatchObject({
      kind: 'found',
      orders: [{ orderId: '1-01' }],
    })
    expect(parsePurchaseRead(answered({}), NOW_MS)).toEqual({
      kind: 'unavailable',
    })
  })
})
