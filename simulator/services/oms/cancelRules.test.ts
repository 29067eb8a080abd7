import { effectOfCancel } from './cancelRules'
import { orderFrom } from './seed'

const effect = (seed: object) =>
  effectOfCancel(
    orderFrom({ status: 'payment-approved', about: '', ...seed }, 1)
  )

const OUTPUT = { type: 'Output', invoiceNumber: '1' }
const INPUT = { type: 'Input', invoiceNumber: '2' }

describe('what the simulated OMS does with a cancel', () => {
  it.each([
    ['an incomplete order', { status: null }, ['cancel', 'canceled']],
    ['own store, before handling', {}, ['cancel', 'canceled']],
    ['own store, handling', { status: 'handling' }, ['cancellation-requested']],
    [
      'an open request: the second cancel accepts it',
      { status: 'cancellation-requested' },
      ['cancel', 'canceled'],
    ],
    [
      'another seller',
      { sellers: [{ id: 'globex', name: '' }] },
      ['request-cancel', 'cancel', 'canceled'],
    ],
    [
      'another seller that is handling the order',
      { sellers: [{ id: 'globex', name: '' }], sellerDecides: true },
      ['request-cancel', 'waiting-for-seller-decision'],
    ],
    [
      'invoiced and returned',
      { status: 'invoiced', packages: [OUTPUT, INPUT] },
      ['cancel', 'canceled'],
    ],
  ])('%s', (_what, seed, statuses) => {
    expect(effect(seed)).toEqual({ statuses })
  })

  it.each([
    ['invoiced', { status: 'invoiced', packages: [OUTPUT] }, 409],
    ['partly invoiced', { status: 'handling', packages: [OUTPUT] }, 400],
    ['moving', { status: 'start-handling' }, 409],
    ['canceled', { status: 'canceled' }, 409],
  ])('refuses an order that is %s', (_what, seed, refused) => {
    expect(effect(seed)).toEqual({ refused })
  })
})
