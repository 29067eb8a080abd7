/**
 * What a caller can choose for a batch, beside its orders. The input, the stored manifest,
 * its default values and the comparison of two inputs all follow from this type and the
 * table below.
 */
export interface BatchOptions {
  name: string | null
  reason: string | null
  requestedByUser: boolean
  /** Shows a preview before anything can be started. */
  checkFirst: boolean
  /** Also takes the second step of an own-store order. */
  acceptOwnRequests: boolean
  /** Pauses the batch when more rows than this were refused; null: never. */
  maxRefusals: number | null
  /** Sends no more than this many cancels a minute; null: as many as OMS takes. */
  maxPerMinute: number | null
}

/** The value of each option that a caller leaves out, and of one that an older file does not have. */
export const DEFAULT_OPTIONS: BatchOptions = {
  name: null,
  reason: null,
  requestedByUser: false,
  checkFirst: true,
  acceptOwnRequests: false,
  maxRefusals: null,
  maxPerMinute: null,
}

const OPTION_NAMES = Object.keys(DEFAULT_OPTIONS) as Array<keyof BatchOptions>

/** Fills in what a caller has left out; GraphQL gives null or nothing for it. */
export function withDefaults(given: {
  [Name in keyof BatchOptions]?: BatchOptions[Name] | null
}): BatchOptions {
  const chosen = Object.fromEntries(
    OPTION_NAMES.map((name) => [name, given[name] ?? DEFAULT_OPTIONS[name]])
  )

  // Every name of the table is there, with a value of its own type.
  return chosen as unknown as BatchOptions
}

/**
 * Lists the options that differ from their defaults. Two inputs choose the same if their
 * lists are equal, whatever options a later version adds.
 */
export function chosenOptions(
  options: BatchOptions
): Array<[keyof BatchOptions, unknown]> {
  return OPTION_NAMES.filter(
    (name) => options[name] !== DEFAULT_OPTIONS[name]
  ).map((name) => [name, options[name]])
}
