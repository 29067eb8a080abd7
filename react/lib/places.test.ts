import { placeOf, searchOf } from './places'

describe('the address of the page', () => {
  it.each([
    ['', { screen: 'order', orderId: null }],
    ['?order=1-01', { screen: 'order', orderId: '1-01' }],
    ['?view=many', { screen: 'many' }],
    ['?view=requests', { screen: 'requests' }],
    ['?view=history', { screen: 'history' }],
    ['?view=unheard', { screen: 'order', orderId: null }],
    ['?batch=abc', { screen: 'batch', id: 'abc', show: null, page: 1 }],
    [
      '?batch=abc&show=REFUSED&page=2',
      { screen: 'batch', id: 'abc', show: 'REFUSED', page: 2 },
    ],
  ])('%s leads to a place', (search, place) => {
    expect(placeOf(search)).toEqual(place)
  })

  it('of a place leads back to it, also with what an address means to itself', () => {
    for (const search of [
      '',
      '?order=a%26b+%3D',
      '?view=many',
      '?batch=abc&show=REFUSED&page=2',
    ])
      expect(searchOf(placeOf(search))).toBe(search)
  })

  it('goes by its batch before its order, and by its order before its view', () => {
    expect(placeOf('?view=many&order=1-01&batch=abc').screen).toBe('batch')
    expect(placeOf('?view=many&order=1-01').screen).toBe('order')
  })

  it.each(['0', '-3', 'x', ''])('with page %p has the first page', (page) => {
    expect(placeOf(`?batch=abc&page=${page}`)).toMatchObject({ page: 1 })
  })
})
