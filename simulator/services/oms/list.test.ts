import { anOms } from './testing'

interface Row {
  orderId: string
  status: string
  creationDate: string
}

const REQUESTED = 'cancellation-requested'

/** Creates an OMS with three orders in handling, placed one, two and three hours ago. */
function withThree(...[switches]: Parameters<typeof anOms>) {
  const oms = anOms(switches)

  ;['A-03', 'A-02', 'A-01'].forEach((orderId, index) =>
    oms.orders.add({
      orderId,
      status: 'handling',
      affiliateId: 'TST',
      ageSeconds: (index + 1) * 3_600,
    })
  )

  const rows = (query: Record<string, string> = {}) =>
    (
      oms.list({ f_affiliateId: 'TST', ...query }).body as { list: Row[] }
    ).list.map(({ orderId, status }) => `${orderId} ${status}`)

  return { ...oms, rows }
}

const statusOf = ({ list }: ReturnType<typeof anOms>, query = {}) =>
  list(query).status

describe('the list of orders', () => {
  it('shows the status that an order had four minutes ago', () => {
    const { rows, cancel, clock } = withThree()

    cancel('A-02')
    clock.advance(239)
    expect(rows({ q: 'A-02' })).toEqual(['A-02 handling'])
    expect(rows({ f_status: REQUESTED })).toEqual([])

    clock.advance(1)
    expect(rows({ f_status: REQUESTED })).toEqual([`A-02 ${REQUESTED}`])
  })

  it('shows a new order after four minutes', () => {
    const { rows, orders, clock } = withThree()

    orders.add({ orderId: 'A-04', affiliateId: 'TST', ageSeconds: 0 })
    clock.advance(239)
    expect(rows({ q: 'A-04' })).toEqual([])

    clock.advance(1)
    expect(rows({ q: 'A-04' })).toEqual(['A-04 payment-approved'])
  })

  it('is sorted by the asked field, and cut into pages', () => {
    const { rows } = withThree()

    expect(rows()).toEqual(['A-03 handling', 'A-02 handling', 'A-01 handling'])
    expect(rows({ orderBy: 'creationDate,asc', per_page: '2' })).toEqual([
      'A-01 handling',
      'A-02 handling',
    ])
    expect(
      rows({ orderBy: 'creationDate,asc', per_page: '2', page: '2' })
    ).toEqual(['A-03 handling'])
    expect(rows({ orderBy: 'orderId,desc', per_page: '1' })).toEqual([
      'A-03 handling',
    ])
  })

  it('counts all that is found, whatever the page', () => {
    const { list } = withThree()

    expect(
      list({ f_affiliateId: 'TST', per_page: '2', page: '2' }).body
    ).toMatchObject({
      paging: { total: 3, pages: 2, currentPage: 2, perPage: 2 },
      stats: { stats: { totalValue: { Count: 3, Sum: 3 * 12_990 } } },
    })
  })

  it('takes a range of creation dates with both ends', () => {
    const { rows, orders } = withThree()
    const at = (orderId: string) =>
      new Date(
        Date.parse(orders.find(orderId)?.creationDate ?? '')
      ).toISOString()

    const range = (from: string, to: string) => ({
      f_creationDate: `creationDate:[${from} TO ${to}]`,
    })

    expect(rows(range(at('A-01'), at('A-02')))).toEqual([
      'A-02 handling',
      'A-01 handling',
    ])
  })

  it('shows dates without fractions of a second, no seller and nothing about a request', () => {
    const { list, cancel, clock } = withThree()

    cancel('A-01', { reason: 'SECRET-REASON' })
    clock.advance(300)

    const { body } = list({ f_status: REQUESTED, q: 'A-01' })
    const [row] = (body as { list: Row[] }).list

    expect(row.creationDate).toMatch(/T\d\d:\d\d:\d\d\+00:00$/)
    expect(Object.keys(row)).not.toContain('sellers')
    expect(JSON.stringify(row)).not.toContain('SECRET-REASON')
  })

  it('leaves out orders that were placed more than two years ago', () => {
    const { rows, orders } = withThree()

    orders.add({
      orderId: 'A-00',
      affiliateId: 'TST',
      ageSeconds: 731 * 86_400,
    })

    expect(rows({ q: 'A-00' })).toEqual([])
  })

  it.each([
    ['a page above 30', { page: '31' }],
    ['page 0', { page: '0' }],
    ['more than 100 orders a page', { per_page: '101' }],
    ['an unknown field to sort by', { orderBy: 'status,asc' }],
    ['an unknown sequence', { orderBy: 'orderId,up' }],
    ['a range without an end', { f_creationDate: 'creationDate:[2026-01-01]' }],
    [
      'a range of another field',
      { f_creationDate: 'invoicedDate:[2026-01-01 TO 2026-02-01]' },
    ],
    ['an unknown parameter', { f_unknown: '1' }],
  ])('refuses %s', (_what, query) => {
    expect(statusOf(anOms(), query)).toBe(400)
  })

  it('needs the resource ListOrders of the caller', () => {
    const oms = anOms()

    expect(
      ['operator', 'viewer', 'blind', 'other-account', 'expired', 'none'].map(
        (as) => oms.list({}, as).status
      )
    ).toEqual([200, 200, 403, 401, 401, 401])

    oms.grants.set({
      user: 'vera@acme.example',
      product: '19',
      resource: 'ListOrders',
      granted: false,
    })
    expect(oms.list({}, 'viewer').status).toBe(403)
    expect(oms.call('GET', '/api/oms/pvt/orders/A-01').status).toBe(404)
  })

  it.each([
    ['taken', [200, 0]],
    ['refused', [400, undefined]],
    ['ignored', [200, 3]],
  ] as const)(
    'with a filter by an undocumented status that is %s answers so, and always takes a documented one',
    (listStatusFilter, [status, count]) => {
      const { list, rows } = withThree({ listStatusFilter })
      const reply = list({ f_affiliateId: 'TST', f_status: REQUESTED })

      expect([
        reply.status,
        (reply.body as { list?: Row[] }).list?.length,
      ]).toEqual([status, count])
      expect(rows({ f_status: 'handling' })).toHaveLength(3)
      expect(rows({ f_status: 'invoiced' })).toEqual([])
    }
  )

  it('may show orders of the same moment in another sequence with each call', () => {
    const oms = anOms({ listTies: 'changing' })

    oms.orders.addMany({ count: 2, prefix: 'B', seed: { affiliateId: 'TIE' } })

    const ids = () =>
      (oms.list({ f_affiliateId: 'TIE' }).body as { list: Row[] }).list.map(
        ({ orderId }) => orderId
      )

    expect([ids(), ids()]).toEqual([
      ['B00002-01', 'B00001-01'],
      ['B00001-01', 'B00002-01'],
    ])
  })
})
