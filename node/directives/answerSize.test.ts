import { parse } from 'graphql'
import type { FragmentDefinitionNode, OperationDefinitionNode } from 'graphql'

import { problemOfAnswer } from './answerSize'

function problemOf(
  query: string,
  variableValues: Record<string, unknown> = {}
) {
  const [operation, ...fragments] = parse(query).definitions as [
    OperationDefinitionNode,
    ...FragmentDefinitionNode[]
  ]

  return problemOfAnswer({
    operation,
    fragments: Object.fromEntries(
      fragments.map((fragment) => [fragment.name.value, fragment])
    ),
    variableValues,
  } as Parameters<typeof problemOfAnswer>[0])
}

/** Reads the number of rows or batches that a problem names; null where there is none. */
const countOf = (query: string, variables?: Record<string, unknown>) => {
  const problem = problemOf(query, variables)

  return problem && Number(/up to (\d+) /.exec(problem)?.[1])
}

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ')

const inBatch = (fields: string, head = '') =>
  `query ${head} { cancellationBatch(id: "x") { batch { ${fields} } } }`

const PAGE = 'orders(first: 200) { items { row } }'

/** Ten pages of 200 rows, which is the limit, and what takes it beyond. */
const TEN = times(10, (index) => `a${index}: ${PAGE}`)

describe('the rows of an answer', () => {
  it('may be 2,000, in ten pages of 200 rows', () => {
    expect(problemOf(inBatch(TEN))).toBeNull()
  })

  it('are refused above that, with the part that is too large and what to do', () => {
    expect(
      problemOf(
        `{ cancellationBatches(first: 50) { items { ${times(
          160,
          (index) => `a${index}: orders(first: 200) { items { row } }`
        )} one: orders(first: 5) { items { row } } } } }`
      )
    ).toBe(
      'This request asks for up to 1605000 rows, and an answer has at most 2000. Its largest part is cancellationBatches(first: 50).items.orders(first: 200), 1600000 rows under 160 names. A page of rows counts as 100 or more, and each further name of a field as all of its rows again. Lower first, leave out names, or send several requests.'
    )
  })

  it.each<[string, string, Record<string, unknown>, number]>([
    ['one page more', inBatch(`${TEN} b: orders { items { row } }`), {}, 2_100],
    [
      'the default of a list and of its rows',
      '{ cancellationBatches { items { a: orders { items { row } } b: orders { items { row } } } } }',
      {},
      4_000,
    ],
    [
      'a variable',
      inBatch(
        `${TEN} b: orders(first: $n) { items { row } }`,
        '($n: Int = 150)'
      ),
      { n: 150 },
      2_150,
    ],
    [
      'a variable that is null, which means the default',
      inBatch(`${TEN} b: orders(first: $n) { items { row } }`, '($n: Int)'),
      { n: null },
      2_100,
    ],
    [
      'fragments that are spread in several places',
      `{ a: cancellationBatches(first: 6) { items { ...F } } b: cancellationBatches(first: 6) { items { ... on CancellationBatch { ...F } } } }
       fragment F on CancellationBatch { ${PAGE} }`,
      {},
      2_400,
    ],
    [
      'names of the list above the rows',
      `{ cancellationBatches(first: 1) { ${times(
        11,
        (index) => `i${index}: items { ${PAGE} }`
      )} } }`,
      {},
      2_200,
    ],
    [
      'names of a field of a row',
      inBatch(
        `orders(first: 200) { items { ${times(
          11,
          (index) => `r${index}: row`
        )} } }`
      ),
      {},
      2_200,
    ],
    [
      'names of fields at several levels of a row',
      inBatch(
        `orders(first: 200) { items { ${times(
          4,
          (index) => `c${index}: cancellation { a: reason b: reason c: reason }`
        )} } }`
      ),
      {},
      2_400,
    ],
    [
      'names of the rows in a page',
      inBatch(
        `orders(first: 200) { ${times(
          11,
          (index) => `i${index}: items { row }`
        )} }`
      ),
      {},
      2_200,
    ],
    [
      'a mutation',
      `mutation { controlCancellationBatch(id: "x", action: PAUSE) { batch { ${TEN} b: ${PAGE} } } }`,
      {},
      2_200,
    ],
  ])('count %s', (_what, query, variables, count) => {
    expect(countOf(query, variables)).toBe(count)
  })

  it('count once where the executor merges two fields of one name', () => {
    expect(
      problemOf(
        `{ ...F cancellationBatch(id: "x") { batch { ${TEN} } } }
         fragment F on Query { cancellationBatch(id: "x") { batch { ${TEN} ${TEN} } } }`
      )
    ).toBeNull()
  })

  it.each([
    ['@skip(if: true)', {}],
    ['@include(if: false)', {}],
    ['@skip(if: $x)', { x: true }],
    ['@include(if: $x)', { x: false }],
  ])('do not count where %s leaves them out', (condition, variables) => {
    const skipped = `b: orders(first: 200) ${condition} { items { row } }`

    expect(problemOf(inBatch(`${TEN} ${skipped}`), variables)).toBeNull()
    expect(
      problemOf(
        inBatch(`${TEN} ... on CancellationBatch ${condition} { b: ${PAGE} }`),
        variables
      )
    ).toBeNull()
  })

  it.each([
    ['@skip(if: false)', {}],
    ['@include(if: true)', {}],
    ['@skip(if: $x)', { x: false }],
    ['@include(if: $x)', { x: true }],
  ])('count where %s lets them in', (condition, variables) => {
    expect(
      countOf(
        inBatch(`${TEN} b: orders(first: 200) ${condition} { items { row } }`),
        variables
      )
    ).toBe(2_200)
  })
})

describe('the batches of an answer', () => {
  it('may be 100, in two whole lists', () => {
    expect(
      problemOf(
        '{ a: cancellationBatches(first: 50) { items { id } } b: cancellationBatches(first: 50) { items { id } } }'
      )
    ).toBeNull()
  })

  it.each([
    ['groups', '{ sums { value } }'],
    ['lastControl', '{ at }'],
    ['actions', ''],
  ])('count again for each further name of their %s', (field, below) => {
    const names = ['a', 'b'].map((name) => `${name}: ${field} ${below}`)

    expect(
      problemOf(
        `{ cancellationBatches(first: 50) { items { ${names.join(' ')} } } }`
      )
    ).toBeNull()
    expect(
      countOf(
        `{ cancellationBatches(first: 50) { items { ${names.join(
          ' '
        )} c: ${field} ${below} } } }`
      )
    ).toBe(150)
  })

  it('of one batch count for each currency that is read under several names', () => {
    expect(
      countOf(
        `{ cancellationBatch(id: "x") { batch { groups { ${times(
          101,
          (index) => `s${index}: sums { value }`
        )} } } } }`
      )
    ).toBe(101)
  })

  it('are refused above that, also where names repeat what is in each', () => {
    expect(
      problemOf(
        '{ cancellationBatches(first: 50) { items { a: history { at } b: history { at } c: history { at } } } }'
      )
    ).toBe(
      'This request asks for up to 150 batches, and an answer has at most 100. Its largest part is cancellationBatches(first: 50), 150 batches. Each further name of a field counts as all of its batches again. Lower first, leave out names, or send several requests.'
    )
    expect(
      countOf(
        `{ ${times(
          6,
          (index) => `l${index}: cancellationBatches { items { id } }`
        )} }`
      )
    ).toBe(120)
  })
})

describe('the orders of an answer', () => {
  const aCase = (index: number, fields = 'history { at }') =>
    `c${index}: cancellationCase(orderId: "1-01") { ${fields} }`

  const aPage = (index: number) =>
    `p${index}: cancellationRequests { items { orderId } }`

  it('may be 100: ten cases, or four whole pages of requests', () => {
    expect(problemOf(`{ ${times(10, (index) => aCase(index))} }`)).toBeNull()
    expect(problemOf(`{ ${times(4, aPage)} }`)).toBeNull()
  })

  it('are refused above that, with what to do', () => {
    expect(problemOf(`{ ${times(5, aPage)} }`)).toBe(
      'This request asks for up to 125 orders, and an answer has at most 100. Its largest part is cancellationRequests(first: 25), 125 orders under 5 names. A cancellationCase counts as 10, a page of requests as 5 or more, and each further name of a field as all of its orders again. Lower first, leave out names, or send several requests.'
    )
  })

  it.each<[string, string, number]>([
    [
      'names of a field of each entry of a list',
      aCase(0, `history { ${times(11, (index) => `r${index}: reason`)} }`),
      110,
    ],
    [
      'names of a list',
      aCase(
        0,
        times(11, (index) => `h${index}: siblings { orderId }`)
      ),
      110,
    ],
    [
      'cases and pages together',
      `${times(8, (index) => aCase(index))} ${aPage(0)}`,
      105,
    ],
    [
      'short pages as five',
      times(
        21,
        (index) =>
          `p${index}: cancellationRequests(first: 1) { items { orderId } }`
      ),
      105,
    ],
  ])('count %s', (_what, fields, count) => {
    expect(countOf(`{ ${fields} }`)).toBe(count)
  })
})

describe('a first that no list takes', () => {
  it.each([
    ['{ cancellationBatches(first: 51) { items { id } } }', 50],
    ['{ cancellationBatches(first: 0) { items { id } } }', 50],
    [inBatch('orders(first: 201) { items { row } }'), 200],
    [inBatch('orders(first: -1) { items { row } }'), 200],
  ])('is refused in %s', (query, most) => {
    expect(problemOf(query)).toBe(`first takes a number from 1 to ${most}.`)
  })
})
