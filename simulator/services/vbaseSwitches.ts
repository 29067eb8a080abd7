import { BadRequest } from '../edge/exchange'

/** What VTEX does not document about VBase, and a test may choose. */
export interface VBaseSwitches {
  /** Whether a save or a deletion with a stale `if-match` is refused. */
  ifMatch: 'enforced' | 'ignored'
  /** The status of that refusal. */
  staleStatus: 412 | 409
  /** How long each answer takes; what it says is decided when the call arrives. */
  latencyMs: number
}

interface Switch<T> {
  initial: T
  /** Why it starts like that. */
  reason: string
  takes: (value: unknown) => boolean
}

const oneOf =
  (...choices: unknown[]) =>
  (value: unknown) =>
    choices.includes(value)

const SWITCHES: { [Name in keyof VBaseSwitches]: Switch<VBaseSwitches[Name]> } =
  {
    ifMatch: {
      initial: 'enforced',
      reason:
        'The client of @vtex/api offers ifMatch, so VBase should honour it.',
      takes: oneOf('enforced', 'ignored'),
    },
    staleStatus: {
      initial: 412,
      reason: 'That is what HTTP says of a failed If-Match.',
      takes: oneOf(412, 409),
    },
    latencyMs: {
      initial: 0,
      reason: 'Tests should not wait where they do not ask for it.',
      takes: (value) =>
        typeof value === 'number' && value >= 0 && value <= 60_000,
    },
  }

/** Where the switches start. */
export function initialSwitches(): VBaseSwitches {
  return {
    ifMatch: SWITCHES.ifMatch.initial,
    staleStatus: SWITCHES.staleStatus.initial,
    latencyMs: SWITCHES.latencyMs.initial,
  }
}

/** Each switch with its value, and with where it starts and why. */
export function describeSwitches(switches: VBaseSwitches) {
  return Object.fromEntries(
    Object.entries(switches).map(([name, value]) => {
      const { initial, reason } = SWITCHES[name as keyof VBaseSwitches]

      return [name, { value, initial, reason }]
    })
  )
}

/** Sets the switches that are named, all of them or none. */
export function setSwitches(switches: VBaseSwitches, changes: object) {
  for (const [name, value] of Object.entries(changes)) {
    const known = Object.hasOwn(SWITCHES, name)

    if (!known || !SWITCHES[name as keyof VBaseSwitches].takes(value)) {
      throw new BadRequest(
        `VBase has no switch ${name} that takes ${JSON.stringify(value)}.`
      )
    }
  }

  Object.assign(switches, changes)
}
