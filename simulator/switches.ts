import { BadRequest } from './edge/exchange'

/** A choice between behaviors that VTEX does not settle. A test can set it. */
export interface Switch<T> {
  initial: T
  /** Why the initial value is the default. */
  reason: string
  /** The allowed values, as shown to a reader. */
  values: string
  takes: (value: unknown) => boolean
}

/** The switches of one service, by name. */
export type SwitchTable<Values> = {
  [Name in keyof Values]: Switch<Values[Name]>
}

/** Creates a switch between named choices; the first one is the default. */
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

/** Creates a switch whose value is a number from 0 to a limit. */
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

/** The switches of one service, with their present values. */
export class Switches<Values extends object> {
  public readonly values: Values

  constructor(public readonly table: SwitchTable<Values>) {
    this.values = initialValues(table)
  }

  public reset() {
    Object.assign(this.values, initialValues(this.table))
  }

  /** Lists each switch with its value, its initial value, the allowed values and the reason. */
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

  /** Sets one switch. The caller has checked that it takes the value. */
  public set(name: string, value: unknown) {
    Object.assign(this.values, { [name]: value })
  }
}

/** Sets all the named switches, or none if one of them is unknown or does not take its value. */
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
