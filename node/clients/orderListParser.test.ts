import fc from 'fast-check'

import { answered } from '../testing/answered'
import { parseOrderListRead } from './omsParsers'

const ROW = {
  orderId: '1306331686122-01',
  creationDate: '2019-02-04T10:29:11+00:00',
  clientName: 'Sofia',
  totalValue: 7453,
  status: 'cancellation-requested',
  lastMessageUnread: 'Sofia, your order',
  origin: 'Marketplace',
  currencyCode: 'BRL',
}

const read = (list: unknown, paging: unknown = { total: 84 }) =>
  parseOrderListRead(answered({ list, paging }), 0)

const KEPT = {
  orderId: '1306331686122-01',
  createdMs: Date.parse('2019-02-04T10:29:11Z'),
  status: 'cancellation-requested',
  value: 7453,
  currency: 'BRL',
}

describe('a read of the list of orders', () => {
  it('keeps what is shown, and nothing of the shopper', () => {
    expect(read([ROW])).toEqual({ kind: 'found', rows: [KEPT], total: 84 })
  })

  it.each([
    ['an id that cannot be shown', { orderId: 'a\u0000b' }, { orderId: null }],
    ['no id', { orderId: undefined }, { orderId: null }],
    ['a date that is none', { creationDate: 'soon' }, { createdMs: null }],
    ['an empty status', { status: '' }, { status: null }],
    ['a value below 0', { totalValue: -1 }, { value: null }],
    ['a value of half a cent', { totalValue: 0.5 }, { value: null }],
    ['a currency that is none', { currencyCode: 'R$' }, { currency: null }],
  ])('keeps a row with %s, without it', (_what, more, kept) => {
    expect(read([{ ...ROW, ...more }])).toMatchObject({
      rows: [{ ...KEPT, ...kept }],
    })
  })

  it('keeps a row for each one that it gets, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), (list) => {
        const reply = read(list)

        expect(reply.kind === 'found' && reply.rows.length).toBe(list.length)
      })
    )
  })

  it('counts nothing where the list does not say how many there are', () => {
    expect(read([], null)).toEqual({ kind: 'found', rows: [], total: null })
    expect(read([], { total: 'many' })).toMatchObject({ total: null })
  })

  it.each([
    ['a body without a list', 200, {}, 'unavailable'],
    ['a login page', 200, '<html>', 'not-permitted'],
    ['a filter that OMS does not take', 400, {}, 'rejected'],
    ['a missing permission', 403, {}, 'not-permitted'],
    ['a session that has ended', 401, {}, 'not-permitted'],
    ['too many requests', 429, {}, 'rate-limited'],
    ['a failure of OMS', 500, {}, 'unavailable'],
  ])('tells %s apart', (_what, status, body, kind) => {
    expect(parseOrderListRead(answered(body, status), 0).kind).toBe(kind)
  })

  it('that is lost or too large says so', () => {
    expect(parseOrderListRead({ kind: 'lost' }, 0).kind).toBe('unavailable')
    expect(parseOrderListRead({ kind: 'too-large' }, 0).kind).toBe('too-large')
  })
})
