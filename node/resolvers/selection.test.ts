import { parse } from 'graphql'
import type {
  FragmentDefinitionNode,
  GraphQLResolveInfo,
  OperationDefinitionNode,
} from 'graphql'

import { fieldsSelectedIn } from './selection'

/** Returns what a query selects in `items` of its root field. */
function selectedBy(text: string): string[] {
  const [operation, ...fragments] = parse(text).definitions as [
    OperationDefinitionNode,
    ...FragmentDefinitionNode[]
  ]

  const info = {
    fieldNodes: operation.selectionSet.selections,
    fragments: Object.fromEntries(
      fragments.map((fragment) => [fragment.name.value, fragment])
    ),
  } as unknown as GraphQLResolveInfo

  return [...fieldsSelectedIn('items', info)]
}

describe('the fields that a client selects in a field', () => {
  it.each([
    ['plainly', '{ page { items { orderId reason } total } }'],
    [
      'by another name',
      '{ page { some: items { id: orderId why: reason } items { __typename } } }',
    ],
    [
      'in fragments',
      `{ page { ...P ... on Page { items { reason } } } }
       fragment P on Page { items { ...R ...R } } fragment R on Request { orderId }`,
    ],
    [
      'under conditions, which count as true',
      '{ page { items @skip(if: true) { orderId reason @include(if: false) } } }',
    ],
  ])('are found where it selects them %s', (_how, query) => {
    expect(selectedBy(query)).toEqual(
      expect.arrayContaining(['orderId', 'reason'])
    )
  })

  it('are not those beside it or below it', () => {
    expect(
      selectedBy('{ page { total refusal { reason } items { a { reason } } } }')
    ).toEqual(['a'])
  })

  it('are none where the field is not selected', () => {
    expect(selectedBy('{ page { total } }')).toEqual([])
  })

  it('are found in a time linear in the query, whatever its fragments unfold to', () => {
    const fragments = Array.from(
      { length: 60 },
      (_, i) => `fragment F${i} on Page { ...F${i + 1} ...F${i + 1} }`
    ).join(' ')

    expect(
      selectedBy(
        `{ page { ...F0 } } ${fragments} fragment F60 on Page { items { reason } }`
      )
    ).toEqual(['reason'])
  })
})
