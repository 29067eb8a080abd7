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
    ['HTML by its first characters', ' \n<!DOCTYPE html>', {}],
  ])(
    'takes an HTML page for a missing permission: %s',
    (_what, body, headers) => {
      expect(parseOrderRead(answered(body, 200, headers), NOW_MS)).toEqual({
        kind: 'not-permitted',
      })
    }
  )
})

describe('parseReceiptReply', () => {
  it('returns date and receipt unchanged', () => {
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
  ])('takes status %i without a readable receipt as %s', (status, kind) => {
    expect(parseReceiptReply(answered('', status), NOW_MS).kind).toBe(kind)
  })

  it.each([
    ['a receipt that is not text', { receipt: 7 }, null],
    [
      'a receipt of more than 1000 characters',
      { receipt: 'x'.repeat(1_001) },
      null,
    ],
    ['no receipt', {}, null],
  ])(
    'takes a reply with %s as received, and returns no receipt',
    (_what, more, receipt) => {
      expect(
        parseReceiptReply(
          answered({ date: 'D', orderId: '1-01', ...more }),
          NOW_MS
        )
      ).toEqual({ kind: 'received', date: 'D', orderId: '1-01', receipt })
    }
  )

  it('takes a date of more than 1000 characters as unsettled', () => {
    const date = 'x'.repeat(1_001)

    expect(
      parseReceiptReply(answered({ date, orderId: '1-01' }), NOW_MS)
    ).toEqual({ kind: 'unsettled' })
  })

  it('takes a lost reply as unsettled', () => {
    expect(parseReceiptReply({ kind: 'lost' }, NOW_MS)).toEqual({
      kind: 'unsettled',
    })
  })

  it('is received only with a 2xx, a date and an order id, whatever else the body holds', () => {
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
    ['an empty 200', 'received', 200, ''],
    ['a 200 with null', 'received', 200, null],
    ['a 204', 'received', 204, undefined],
    ['a login page', 'unsettled', 200, '<html>'],
    ['a 200 with words', 'unsettled', 200, { denied: true }],
    ['a 400', 'rejected', 400, {}],
    ['a 500', 'unsettled', 500, ''],
  ])('takes %s as %s', (_what, kind, status, body) => {
    expect(parseDenialReply(answered(body, status), NOW_MS).kind).toBe(kind)
  })
})

describe('the reads of related documents', () => {
  it('keep only the status of a transaction, in lower case', () => {
    const body = { status: 'Canceled', payments: [{ cardHolder: 'Sofia' }] }

    expect(parseTransactionRead(answered(body), NOW_MS)).toEqual({
      kind: 'found',
      status: 'canceled',
    })
    expect(parseTransactionRead(answered({}), NOW_MS)).toEqual({
      kind: 'unavailable',
    })
  })

  it('keep every order of a purchase, and say which cannot be read', () => {
    const body = [
      { orderId: '1-01', status: 'handling' },
      { orderId: '1-02', status: '' },
      { orderId: 'Loja 2', status: 'canceled' },
      { orderId: '1-03', cancellationRequests: [{ id: 'q1' }] },
      { orderId: 'a\u0000b', status: 'handling' },
      7,
    ]

    expect(parsePurchaseRead(answered(body), NOW_MS)).toMatchObject({
      kind: 'found',
      orders: [
        { kind: 'order', order: { orderId: '1-01', status: 'handling' } },
        { kind: 'order', order: { orderId: '1-02', status: null } },
        { kind: 'order', order: { orderId: 'Loja 2', status: 'canceled' } },
        { kind: 'unreadable', orderId: '1-03', requests: [{ id: 'q1' }] },
        { kind: 'unreadable', orderId: null, requests: [] },
        { kind: 'unreadable', orderId: null, requests: [] },
      ],
    })
    expect(parsePurchaseRead(answered({}), NOW_MS)).toEqual({
      kind: 'unavailable',
    })
  })
})
