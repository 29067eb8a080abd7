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

/** A request by POST and JSON, with a token. The other kinds are tested end to end. */
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

/** `... { ... { ... { field } } }`, deeper than any stack. */
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
  it('refuses selections nested too deep to be counted, and looks at them once for all root fields of a request', () => {
    const info = infoOf(parse('{ order }'))
    const ctx = aRequest()
    let looks = 0

    const deep = {
      ...info,
      operation: {
        ...info.operation,
        get selectionSet() {
          looks += 1

          return nested(50_000)
        },
      },
    }

    const check = () => checkRequest(ctx, deep)

    expect(check).toThrow('Ask for at most 500 fields a request.')

    const looksOfOne = looks

    expect(check).toThrow('Ask for at most 500 fields a request.')
    expect(looks).toBe(looksOfOne)
  })

  it('counts a fragment as often as it is spread', () => {
    const spreads = (count: number) =>
      infoOf(
        parse(
          `{ order { ${'...F '.repeat(count)} } } fragment F on Order { a b }`
        )
      )

    // 1 for the field itself, and 2 for each spread.
    expect(() => checkRequest(aRequest(), spreads(249))).not.toThrow()
    expect(() => checkRequest(aRequest(), spreads(250))).toThrow(
      'Ask for at most 500 fields a request.'
    )
  })
})
