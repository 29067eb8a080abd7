import { isRecord } from './foreign'

/** Makes a value of ours of a foreign one; undefined when it has another shape. */
export type Parse<T> = (value: unknown) => T | undefined

export const text: Parse<string> = (value) =>
  typeof value === 'string' ? value : undefined

export const flag: Parse<boolean> = (value) =>
  typeof value === 'boolean' ? value : undefined

export const number: Parse<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined

/** One of some words. */
export function oneOf<T extends string>(words: readonly T[]): Parse<T> {
  return (value) => words.find((word) => word === value)
}

/** A value, or null where the field is null or missing: empty fields are not stored. */
export function orNull<T>(parse: Parse<T>): Parse<T | null> {
  return (value) =>
    value === null || value === undefined ? null : parse(value)
}

/** A list, all of whose items have the shape; a missing one is empty. */
export function list<T>(parse: Parse<T>): Parse<T[]> {
  return (value) => {
    if (value === undefined) return []
    if (!Array.isArray(value)) return undefined

    const items = value.flatMap((item: unknown) => {
      const parsed = parse(item)

      return parsed === undefined ? [] : [parsed]
    })

    return items.length === value.length ? items : undefined
  }
}

/** A record of numbers under some names, each of which may be missing. */
export function amounts<Name extends string>(
  names: readonly Name[]
): Parse<Partial<Record<Name, number>>> {
  return (value) => {
    if (!isRecord(value)) return undefined

    const entries = names.flatMap((name) => {
      const amount = number(value[name])

      return amount === undefined ? [] : [[name, amount] as const]
    })

    // Only names of the list are in it.
    return Object.fromEntries(entries) as Partial<Record<Name, number>>
  }
}

/** A record, all of whose fields have their shape. */
export function record<T extends object>(fields: {
  [Name in keyof T]-?: Parse<T[Name]>
}): Parse<T> {
  const names = Object.keys(fields) as Array<keyof T & string>

  return (value) => {
    if (!isRecord(value)) return undefined

    const parsed: Partial<T> = {}

    for (const name of names) {
      const field = fields[name](value[name])

      if (field === undefined) return undefined
      parsed[name] = field
    }

    // Every field is there now.
    return parsed as T
  }
}
