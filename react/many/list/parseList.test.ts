import { parseList } from './parseList'
import { csvOf, rowsOf } from './readText'

const listed = async (text: string) => parseList(await rowsOf(text))

describe('a list of orders', () => {
  it.each([
    ['lines', '1-01\n2-01\n'],
    ['Windows lines', '1-01\r\n2-01\r\n'],
    ['old Mac lines', '1-01\r2-01'],
    ['a byte order mark', '\uFEFF1-01\n2-01'],
    ['empty lines', '\n1-01\n\n  \n2-01\n\n'],
    ['quotes', '"1-01"\n"2-01"'],
    ['a header', 'orderId\n1-01\n2-01'],
    ['a header in another script', 'Order ID;Motivo\n1-01;\n2-01;'],
  ])('with %s has its orders', async (_what, text) => {
    const { orders, problems } = await listed(text)

    expect(orders.map(({ orderId }) => orderId)).toEqual(['1-01', '2-01'])
    expect(problems).toEqual([])
  })

  it.each([
    ['commas', '1-01,Out of stock'],
    ['semicolons', '1-01;Out of stock'],
    ['tabs', '1-01\tOut of stock'],
    ['columns in another order', 'reason;orderId\nOut of stock;1-01'],
    ['Spanish and Portuguese names', 'Pedido;Motivo\n1-01;Out of stock'],
    ['a reason under another name', 'orderId;Grund\n1-01;Out of stock'],
    ['accents', 'ID do pedido,Razão\n1-01,Out of stock'],
    ['more columns', 'row,orderId,state,reason\n7,1-01,REFUSED,Out of stock'],
  ])('takes a reason for each order from %s', async (_what, text) => {
    expect((await listed(text)).orders).toEqual([
      { orderId: '1-01', reason: 'Out of stock' },
    ])
  })

  it('names each line that something is wrong with, and leaves it out', async () => {
    const { orders, problems, repeated } = await listed(
      [
        '1-01',
        'no id!',
        '1-01',
        '1.38E+12',
        `2-01,${'x'.repeat(201)}`,
        'a..b',
        '3-01',
      ].join('\n')
    )

    expect(orders.map(({ orderId }) => orderId)).toEqual(['1-01', '3-01'])
    expect(
      problems.map(({ line, problem, ofLine }) => [line, problem, ofLine])
    ).toEqual([
      [2, 'not-an-id', null],
      [3, 'repeated', 1],
      [4, 'spreadsheet', null],
      [5, 'long-reason', null],
      [6, 'not-an-id', null],
    ])
    expect(repeated).toBe(1)
  })

  it.each(['1,38E+12', 'orderId\n1,38E+12'])(
    'finds a number that a spreadsheet rewrote with a comma: %j',
    async (text) => {
      const { orders, problems } = await listed(text)

      expect(orders).toEqual([])
      expect(problems.map(({ problem }) => problem)).toEqual(['spreadsheet'])
    }
  )

  it('names a line with a quote that never ends, and keeps the lines behind it', async () => {
    const { orders, problems } = await listed('1-01\n"2-01\n3-01\n4-01')

    expect(orders.map(({ orderId }) => orderId)).toEqual([
      '1-01',
      '3-01',
      '4-01',
    ])
    expect(problems.map(({ line, problem }) => [line, problem])).toEqual([
      [2, 'quote'],
    ])
  })

  it('keeps an id of digits only, and says that it may be a sequence number', async () => {
    expect(await listed('501234')).toEqual({
      orders: [{ orderId: '501234', reason: null }],
      problems: [
        { line: 1, text: '501234', problem: 'only-digits', ofLine: null },
      ],
      repeated: 0,
    })
  })

  it('keeps an id of an affiliate with a space', async () => {
    expect((await listed('ABC-12 34-01')).orders).toEqual([
      { orderId: 'ABC-12 34-01', reason: null },
    ])
  })
})

describe('a file that is saved', () => {
  it('has no formula, and is a list again', async () => {
    const csv = await csvOf(
      [
        ['orderId', 'reason'],
        ['1-01', '=1+1'],
      ],
      ';'
    )

    expect(csv).toBe('\uFEFForderId;reason\r\n1-01;"\'=1+1"')
    expect((await listed(csv)).orders.map(({ orderId }) => orderId)).toEqual([
      '1-01',
    ])
  })

  it.each(['=1+1\nx', '+1', '-1', '@x', '\tx'])(
    'has %j as text',
    async (cell) => {
      expect(await csvOf([[cell]], ',')).toBe(`\uFEFF"'${cell}"`)
    }
  )
})
