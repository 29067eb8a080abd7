import { BadRequest } from './edge/exchange'

/** Something that VTEX does not document, and a test may choose. */
export interface Switch<T> {
  initial: T
  /** Why it starts like that. */
  reason: string
  /** The values it takes, in words. */
  values: string
  takes: (value: unknown) => boolean
}

/** The switches of one service, by name. */
export type SwitchTable<Values> = {
  [Name in keyof Values]: Switch<Values[Name]>
}

/** A switch between named choices, the first of which is where it starts. */
export function choice<T extends string | number>(
  reason: string,
  ...choices: T[]
): Switch<T> {
  return {
    initial: choices[0],
    reason,
    values: choices.join(', '),
    takes: (value) => choices.some((one) => one === value),
  }
}

/** A switch that is a number from 0 up to a limit. */
export function amount(
  reason: string,
  initial: number,
  limit: number
): Switch<number> {
  return {
    initial,
    reason,
    values: `0 to ${limit}`,
    takes: (value) => typeof value === 'number' && value >= 0 && value <= limit,
  }
}

/** The switches of one service, as they stand. */
export class Switches<Values extends object> {
  public readonly values: Values

  constructor(public readonly table: SwitchTable<Values>) {
    this.values = initialValues(table)
  }

  public reset() {
    Object.assign(this.values, initialValues(this.table))
  }

  /** Each switch with its value, where it starts, what it takes, and why. */
  public describe() {
    return Object.fromEntries(
      Object.entries<Switch<unknown>>(this.table).map(
        ([name, { initial, reason, values }]) => [
          name,
          { value: this.values[name as keyof Values], initial, values, reason },
        ]
      )
    )
  }

  public takes(name: string, value: unknown): boolean {
    return (
      Object.hasOwn(this.table, name) &&
      this.table[name as keyof Values].takes(value)
    )
  }

  /** Sets one switch that is known to take the value. */
  public set(name: string, value: unknown) {
    Object.assign(this.values, { [name]: value })
  }
}

/** Sets the switches that are named, all of them or none. */
export function setSwitches(
  tables: Array<Pick<Switches<object>, 'takes' | 'set'>>,
  changes: object
) {
  const found = Object.entries(changes).map(([name, value]) => {
    const table = tables.find((one) => one.takes(name, value))

    if (!table) {
      throw new BadRequest(
        `There is no switch ${name} that takes ${JSON.stringify(value)}.`
      )
    }

    return () => table.set(name, value)
  })

  found.forEach((set) => set())
}

function initialValues<Values>(table: SwitchTable<Values>): Values {
  return Object.fromEntries(
    Object.entries<Switch<unknown>>(table).map(([name, { initial }]) => [
      name,
      initial,
    ])
  ) as Values
}
