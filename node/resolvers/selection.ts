import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql'

/** The parts of a resolver's info that tell what a client selects. */
type Selected = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>

/** Lists the fields that a client selects in one field of the resolver's own, whatever @skip and @include say. */
export function fieldsSelectedIn(name: string, info: Selected): Set<string> {
  const inner = fieldsOf(info.fieldNodes, info).filter(
    (field) => field.name.value === name
  )

  return new Set(fieldsOf(inner, info).map((field) => field.name.value))
}

/** Lists the fields below some fields. Each fragment counts once, however often it is spread. */
function fieldsOf(
  parents: readonly FieldNode[],
  { fragments }: Selected
): FieldNode[] {
  const open: SelectionSetNode[] = parents.flatMap(
    ({ selectionSet }) => selectionSet ?? []
  )

  const spread = new Set<string>()
  const fields: FieldNode[] = []

  for (const { selections } of open) {
    for (const selection of selections) {
      if (selection.kind === 'Field') fields.push(selection)
      else if (selection.kind === 'InlineFragment') {
        open.push(selection.selectionSet)
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value)
        open.push(fragments[selection.name.value].selectionSet)
      }
    }
  }

  return fields
}
