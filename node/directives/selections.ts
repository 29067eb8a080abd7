import type {
  FieldNode,
  GraphQLResolveInfo,
  SelectionNode,
  SelectionSetNode,
  ValueNode,
} from 'graphql'

/** What a request is measured by. */
export type Operation = Pick<
  GraphQLResolveInfo,
  'operation' | 'fragments' | 'variableValues'
>

/** The fields of an answer by their response names, each with all nodes that the executor merges into it. */
export type Selected = Map<string, FieldNode[]>

/**
 * Collects the fields of an answer as the executor does: fragments are expanded, nodes of
 * one response name are merged, and what @skip and @include leave out is left out.
 */
export function selected(
  selectionSets: SelectionSetNode[],
  operation: Operation
): Selected {
  const fields: Selected = new Map()
  const spread = new Set<string>()
  const collect = (selection: SelectionNode): void => {
    if (!isIncluded(selection, operation)) return

    if (selection.kind === 'Field') {
      const name = (selection.alias ?? selection.name).value
      const nodes = fields.get(name)

      if (nodes) nodes.push(selection)
      else fields.set(name, [selection])
    } else if (selection.kind === 'InlineFragment') {
      selection.selectionSet.selections.forEach(collect)
    } else if (!spread.has(selection.name.value)) {
      spread.add(selection.name.value)
      operation.fragments[selection.name.value].selectionSet.selections.forEach(
        collect
      )
    }
  }

  selectionSets.forEach(({ selections }) => selections.forEach(collect))

  return fields
}

/** Collects the fields below one field of an answer. */
export function selectedBelow(
  nodes: readonly FieldNode[],
  operation: Operation
): Selected {
  return selected(
    nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    operation
  )
}

/** Finds the value of an argument; undefined where none is given. */
export function argumentOf(
  { arguments: args = [] }: Pick<FieldNode, 'arguments'>,
  name: string,
  operation: Operation
): unknown {
  const argument = args.find((one) => one.name.value === name)

  return argument && scalarOf(argument.value, operation)
}

/** Tells whether the conditions of a selection let it into the answer. A null condition counts as absent: it is refused elsewhere. */
function isIncluded(
  { directives = [] }: SelectionNode,
  operation: Operation
): boolean {
  return directives.every((directive) => {
    const condition = argumentOf(directive, 'if', operation)

    if (directive.name.value === 'skip') return condition !== true
    if (directive.name.value === 'include') return condition !== false

    return true
  })
}

/** Reads a number or a boolean, also out of a variable: the runtime has filled in the default values of variables. */
function scalarOf(value: ValueNode, { variableValues }: Operation): unknown {
  switch (value.kind) {
    case 'Variable':
      return variableValues[value.name.value]

    case 'IntValue':
      return Number(value.value)

    case 'BooleanValue':
      return value.value

    default:
      return undefined
  }
}
