import type { FieldNode, SelectionNode, SelectionSetNode } from 'graphql'

import type { Operation } from './selections'

export interface OperationSize {
  /** How many fields of Query or Mutation the executor calls at the most, whatever @skip and @include say. */
  rootFields: number
  /** How many fields an answer may have at the most. Fragments multiply, so this may be Infinity. */
  fields: number
  /**
   * A condition is null, which a nullable variable with a default
   * value makes possible. The executor throws on it while it collects the
   * fields of an answer, when the resolver has done its work already.
   */
  hasNullCondition: boolean
}

/** Measures an operation in a time linear in its text, whatever its fragments unfold to. */
export function measureOperation(operation: Operation): OperationSize {
  const { selectionSet } = operation.operation
  const selections = allSelections(operation)

  return {
    rootFields: countRootFields(selectionSet, operation),
    fields: countFields(selectionSet, operation, new Map()),
    hasNullCondition: selections.some((selection) =>
      hasNullCondition(selection, operation)
    ),
  }
}

/** Collects every selection of the operation and of its document's fragments, each once. */
function allSelections({ operation, fragments }: Operation): SelectionNode[] {
  const all: SelectionNode[] = []
  const open = [operation, ...Object.values(fragments)].map(
    ({ selectionSet }) => selectionSet
  )

  for (const { selections } of open) {
    for (const selection of selections) {
      all.push(selection)

      if (selection.kind !== 'FragmentSpread' && selection.selectionSet) {
        open.push(selection.selectionSet)
      }
    }
  }

  return all
}

/** One field for each response name, as the executor merges them; the fields it answers itself call nothing. */
function countRootFields(root: SelectionSetNode, { fragments }: Operation) {
  const responseNames = new Set<string>()
  const spread = new Set<string>()
  const open = [root]

  for (const { selections } of open) {
    for (const selection of selections) {
      if (selection.kind === 'Field') {
        if (!isMeta(selection)) responseNames.add(responseName(selection))
      } else if (selection.kind === 'InlineFragment') {
        open.push(selection.selectionSet)
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value)
        open.push(fragments[selection.name.value].selectionSet)
      }
    }
  }

  return responseNames.size
}

/** Counts each fragment once, in `counted`, and adds it wherever it is spread. */
function countFields(
  { selections }: SelectionSetNode,
  operation: Operation,
  counted: Map<string, number>
): number {
  const countOf = (selection: SelectionNode): number => {
    if (selection.kind !== 'FragmentSpread') {
      const { selectionSet } = selection

      return (
        (selection.kind === 'Field' ? 1 : 0) +
        (selectionSet ? countFields(selectionSet, operation, counted) : 0)
      )
    }

    const name = selection.name.value
    const { selectionSet } = operation.fragments[name]
    const count =
      counted.get(name) ?? countFields(selectionSet, operation, counted)

    counted.set(name, count)

    return count
  }

  return selections.reduce((sum, selection) => sum + countOf(selection), 0)
}

function hasNullCondition(
  { directives = [] }: SelectionNode,
  { variableValues }: Operation
): boolean {
  return directives.some(
    ({ name, arguments: args = [] }) =>
      ['skip', 'include'].includes(name.value) &&
      args.some(
        ({ value }) =>
          value.kind === 'Variable' && variableValues[value.name.value] === null
      )
  )
}

function isMeta({ name }: FieldNode): boolean {
  return name.value.startsWith('__')
}

function responseName({ name, alias }: FieldNode): string {
  return (alias ?? name).value
}
