import {
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import type { GraphQLObjectType, GraphQLOutputType } from 'graphql'

/** The largest number that GraphQL's Int holds; the smallest is one further below 0. */
const MAX_INT = 2 ** 31 - 1

/**
 * Makes a value that its type can hold. The executor throws on a number that Int or Float
 * cannot hold, after the resolver has done its work, and answers with errors beside data.
 * Here such a number becomes null where the field may be null, and the nearest number
 * elsewhere. All else stays as it is.
 */
export function fitted<T>(value: T, type: GraphQLOutputType): T {
  // Only numbers of fields change, and each into a value that its field may have.
  return fittedValue(value, type) as T
}

function fittedValue(value: unknown, type: GraphQLOutputType): unknown {
  if (value === null || value === undefined) return value

  const bare = getNullableType(type)

  if (isListType(bare)) {
    // The type of a list's items is known to be one of an output.
    const itemType = bare.ofType as GraphQLOutputType

    return Array.isArray(value)
      ? value.map((item: unknown) => fittedValue(item, itemType))
      : value
  }

  if (isObjectType(bare)) return fittedObject(value, bare)

  return typeof value === 'number' && ['Int', 'Float'].includes(bare.name)
    ? fittedNumber(value, {
        isWhole: bare.name === 'Int',
        isNonNull: isNonNullType(type),
      })
    : value
}

function fittedObject(value: unknown, type: GraphQLObjectType): unknown {
  if (typeof value !== 'object' || value === null) return value

  const fields = type.getFields()
  // A field with arguments has a resolver of its own, which fits its answer itself.
  const shown = Object.entries(value).map(([name, own]: [string, unknown]) => [
    name,
    Object.hasOwn(fields, name) && fields[name].args.length === 0
      ? fittedValue(own, fields[name].type)
      : own,
  ])

  return Object.fromEntries(shown)
}

function fittedNumber(
  value: number,
  { isWhole, isNonNull }: { isWhole: boolean; isNonNull: boolean }
): number | null {
  const most = isWhole ? MAX_INT : Number.MAX_VALUE
  const fits = isWhole
    ? Number.isInteger(value) && value <= most && value >= -most - 1
    : Number.isFinite(value)

  if (fits) return value
  if (!isNonNull) return null
  if (Number.isNaN(value)) return 0

  return Math.trunc(Math.min(most, Math.max(-most, value)))
}
