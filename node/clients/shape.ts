import { isRecord } from './untrusted'

/**
 * Makes a value of ours of one from outside; undefined when it has another shape.
 *
 * @param holder the record that the value is a field of
 */
export type Parse<T> = (
  value: unknown,
  holder?: Record<string, unknown>
) => T | undefined

export const text: Parse<string> = (value) =>
  typeof value === 'string' ? value : undefined

/** A value of any kind, which is only kept. */
export const anything: Parse<unknown> = (value) => value ?? null

export const flag: Parse<boolean> = (value) =>
  typeof value === 'boolean' ? value : undefined

export const number: Parse<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined

/** A number within a range, its ends included. */
export function numberIn({ min, max }: { min: number; max: number }) {
  const parse: Parse<number> = (value) => {
    const parsed = number(value)

    return parsed !== undefined && parsed >= min && parsed <= max
      ? parsed
      : undefined
  }

  return parse
}

/** The end of the year 2100: no time of this app's files is later. */
export const LATEST_MS = Date.UTC(2101, 0, 1) - 1

/** An epoch time in milliseconds, from 1970 to 2100. */
export const time: Parse<number> = (value) => {
  const ms = number(value)

  return ms !== undefined && ms >= 0 && ms <= LATEST_MS ? ms : undefined
}

/** A whole number from 0 to a bound, which may change while the app runs. */
export function count(max: number | (() => number)): Parse<number> {
  return (value) =>
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= 0 &&
    value <= (typeof max === 'number' ? max : max())
      ? value
      : undefined
}

/** A value that meets a further demand. */
export function meeting<T>(
  parse: Parse<T>,
  isMet: (parsed: T) => boolean
): Parse<T> {
  return (value, holder) => {
    const parsed = parse(value, holder)

    return parsed !== undefined && isMet(parsed) ? parsed : undefined
  }
}

/** One of some words. */
export function oneOf<T extends string>(words: readonly T[]): Parse<T> {
  return (value) => words.find((word) => word === value)
}

/** A value, or null where the field is null or missing: empty fields are not stored. */
export function orNull<T>(parse: Parse<T>): Parse<T | null> {
  return (value) =>
    value === null || value === undefined ? null : parse(value)
}

/** A value, or another one where the field is missing: an older version did not write it. */
export function orElse<T>(parse: Parse<T>, otherwise: T): Parse<T> {
  return (value) => (value === undefined ? otherwise : parse(value))
}

/** A value, or another one where the field cannot be understood: for what a file can do without. */
export function unlessReadable<T>(parse: Parse<T>, otherwise: T): Parse<T> {
  return (value) => parse(value) ?? otherwise
}

/** A value whose field had another name in an older version. */
export function formerly<T>(name: string, parse: Parse<T>): Parse<T> {
  return (value, holder) => parse(value ?? holder?.[name])
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

/** A list with one item or more: where it is missing, something is lost. */
export function filledList<T>(parse: Parse<T>): Parse<T[]> {
  return (value) => {
    const items = list(parse)(value)

    return items?.length === 0 ? undefined : items
  }
}

/** A record of counts under some names, each of which may be missing. */
export function amounts<Name extends string>(
  names: readonly Name[],
  amount: Parse<number>
): Parse<Partial<Record<Name, number>>> {
  return (value) => {
    if (!isRecord(value)) return undefined

    const given = names.filter((name) => Object.hasOwn(value, name))
    const entries = given.map((name) => [name, amount(value[name])] as const)

    return entries.some(([, parsed]) => parsed === undefined)
      ? undefined
      : // Only names of the list are in it, each with a number.
        (Object.fromEntries(entries) as Partial<Record<Name, number>>)
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
      const field = fields[name](value[name], value)

      if (field === undefined) return undefined
      parsed[name] = field
    }

    // Every field is there now.
    return parsed as T
  }
}
