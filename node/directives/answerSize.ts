import type { FieldNode } from 'graphql'

import { MOST, sizedField } from './lists'
import type { Unit } from './lists'
import { argumentOf, selected, selectedBelow } from './selections'
import type { Operation, Selected } from './selections'

/** A part of an answer: the fields of one path, under all names that the request gives them. */
interface Part {
  unit: Unit
  path: string
  names: number
  /** How many rows, batches or orders it may give, where each further name of a field below counts as all of them again. */
  amount: number
}

/** Where a field stands in an answer, and how often. */
interface Place {
  path: string[]
  times: number
}

/** Finds what is wrong with the size of an answer, and what to do about it, before anything of it is computed; null when it may be computed. */
export function problemOfAnswer(operation: Operation): string | null {
  const found: Found = { parts: new Map(), badFirst: null }

  addParts(
    selected([operation.operation.selectionSet], operation),
    { path: [], times: 1 },
    { operation, found }
  )

  return found.badFirst ?? problemOfParts([...found.parts.values()])
}

interface Found {
  parts: Map<string, Part>
  /** What is wrong with a `first`. */
  badFirst: string | null
}

interface Counting {
  operation: Operation
  found: Found
}

function addParts(fields: Selected, place: Place, counting: Counting) {
  for (const nodes of fields.values()) addPart(nodes, place, counting)
}

function addPart(
  nodes: FieldNode[],
  { path, times }: Place,
  counting: Counting
) {
  const { operation, found } = counting
  const name = nodes[0].name.value
  const below = selectedBelow(nodes, operation)
  const sized = sizedField(name)

  if (!sized) {
    addParts(below, { path: [...path, name], times }, counting)

    return
  }

  const { unit, usual, most, least } = sized
  const given = argumentOf(nodes[0], 'first', operation)
  const first = typeof given === 'number' ? given : usual

  if (!(first >= 1 && first <= most)) {
    found.badFirst = `first takes a number from 1 to ${most}.`
  }

  const here = [...path, most === 1 ? name : `${name}(first: ${first})`]
  const key = here.join('.')
  const part = found.parts.get(key)

  found.parts.set(key, {
    unit,
    path: key,
    names: (part?.names ?? 0) + 1,
    amount:
      (part?.amount ?? 0) +
      times * Math.max(first, least) * copies(below, operation),
  })
  addParts(below, { path: here, times: times * first }, counting)
}

/** Counts how often an answer repeats the field below that it repeats most: aliases copy it into each row. */
function copies(fields: Selected, operation: Operation): number {
  const byField = new Map<string, number>()

  for (const nodes of fields.values()) {
    const name = nodes[0].name.value

    if (!sizedField(name)) {
      byField.set(
        name,
        (byField.get(name) ?? 0) +
          copies(selectedBelow(nodes, operation), operation)
      )
    }
  }

  return Math.max(1, ...byField.values())
}

/** What a caller can do about each unit, beside sending several requests. */
const ADVICE: Record<Unit, string> = {
  rows: 'A page of rows counts as 100 or more, and each further name of a field as all of its rows again. Lower first, leave out names, or send several requests.',
  batches:
    'Each further name of a field counts as all of its batches again. Lower first, leave out names, or send several requests.',
  orders:
    'A cancellationCase counts as 10, a page of requests as 5 or more, and each further name of a field as all of its orders again. Lower first, leave out names, or send several requests.',
}

function problemOfParts(parts: Part[]): string | null {
  const units: Unit[] = ['rows', 'batches', 'orders']

  for (const unit of units) {
    const own = parts.filter((part) => part.unit === unit)
    const total = own.reduce((sum, { amount }) => sum + amount, 0)

    if (total > MOST[unit]) {
      const { path, names, amount } = own.reduce((one, other) =>
        other.amount > one.amount ? other : one
      )

      return `This request asks for up to ${total} ${unit}, and an answer has at most ${
        MOST[unit]
      }. Its largest part is ${path}, ${amount} ${unit}${
        names > 1 ? ` under ${names} names` : ''
      }. ${ADVICE[unit]}`
    }
  }

  return null
}
