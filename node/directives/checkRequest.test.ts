import { parse } from 'graphql'
import type {
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLResolveInfo,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql'

import type { Context } from '../globals'
import { checkRequest } from './checkRequest'

/** A JSON request by POST with a token. The end-to-end tests cover other kinds. */
const aRequest = () =>
  ({
    method: 'POST',
    is: () => 'application/json',
    cookies: { get: () => 'token' },
    get: () => '',
  } as unknown as Context)

function infoOf({ definitions }: DocumentNode): GraphQLResolveInfo {
  const [operation, ...fragments] = definitions as [
    OperationDefinitionNode,
    ...FragmentDefinitionNode[]
  ]

  return {
    operation,
    fragments: Object.fromEntries(
      fragments.map((fragment) => [fragment.name.value, fragment])
    ),
    variableValues: {},
  } as unknown as GraphQLResolveInfo
}

/** Makes `{ ... { ... { } } }`, deeper than the stack allows. */
function nested(depth: number): SelectionSetNode {
  let selectionSet: SelectionSetNode = { kind: 'SelectionSet', selections: [] }

  for (let level = 0; level < depth; level += 1) {
    selectionSet = {
      kind: 'SelectionSet',
      selections: [{ kind: 'InlineFragment', selectionSet }],
    }
  }

  return selectionSet
}

describe('checkRequest', () => {
  it('refuses selections that are nested too deep to count, and measures them once for all root fields of a request', () => {
    const info = infoOf(parse('{ order }'))
    const ctx = aRequest()
    let reads = 0

    const deep = {
      ...info,
      operation: {
        ...info.operation,
        get selectionSet() {
          reads += 1

          return nested(50_000)
        },
      },
    }

    const check = () => checkRequest(ctx, deep)

    expect(check).toThrow('Ask for at most 500 fields a request.')

    const readsOfOneCheck = reads

    expect(check).toThrow('Ask for at most 500 fields a request.')
    expect(reads).toBe(readsOfOneCheck)
  })

  it('counts the fields of a fragment each time it is spread', () => {
    const spreads = (count: number) =>
      infoOf(
        parse(
          `{ order { ${'...F '.repeat(count)} } } fragment F on Order { a b }`
        )
      )

    // One for the field itself and two for each spread.
    expect(() => checkRequest(aRequest(), spreads(249))).not.toThrow()
    expect(() => checkRequest(aRequest(), spreads(250))).toThrow(
      'Ask for at most 500 fields a request.'
    )
  })
})
