import type { BatchOrderAction } from '../vocabulary'

/**
 * What a caller can choose for a batch, beside its orders. The input, the stored manifest,
 * its default values and the comparison of two inputs all follow from this type and the
 * table below.
 */
export interface BatchOptions {
  action: BatchOrderAction
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
  action: 'CANCEL',
  name: null,
  reason: null,
  requestedByUser: false,
  checkFirst: true,
  acceptOwnRequests: false,
  maxRefusals: null,
  maxPerMinute: null,
}

const OPTION_NAMES = Object.keys(DEFAULT_OPTIONS) as Array<keyof BatchOptions>

/** The options of the first version. Their values always count, in this order: stored hashes of inputs hold them. */
const FIRST_OPTIONS: Array<keyof BatchOptions> = [
  'name',
  'reason',
  'requestedByUser',
  'checkFirst',
  'acceptOwnRequests',
  'maxRefusals',
  'maxPerMinute',
]

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

/** What a caller has chosen, as it counts when two inputs are compared. */
export interface Choice {
  /** The values of the first version's options. */
  first: unknown[]
  /** Later options, where they differ from their defaults: an option that a version adds changes no older input. */
  later: Array<[name: string, value: unknown]>
}

/** Lists what a caller has chosen: two inputs choose the same if their lists are equal. */
export function choiceOf(options: BatchOptions): Choice {
  return {
    first: FIRST_OPTIONS.map((name) => options[name]),
    later: OPTION_NAMES.filter(
      (name) =>
        !FIRST_OPTIONS.includes(name) && options[name] !== DEFAULT_OPTIONS[name]
    ).map((name) => [name, options[name]]),
  }
}
