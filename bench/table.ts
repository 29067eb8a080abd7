/** Prints a table with columns as wide as their longest cell. */
export function printTable(title: string, rows: string[][]) {
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map((row) => row[column].length))
  )

  console.log(`\n${title}\n`)

  for (const row of rows) {
    console.log(
      `  ${row.map((cell, column) => cell.padEnd(widths[column])).join('  ')}`
    )
  }
}

/** A measured number and its upper bound. */
export interface Bound {
  what: string
  measured: number
  atMost: number
}

/** Describes the measurements that exceed their bound. NaN exceeds every bound. */
export function outOfBounds(bounds: Bound[]): string[] {
  return bounds
    .filter(({ measured, atMost }) => !(measured <= atMost))
    .map(
      ({ what, measured, atMost }) =>
        `${what} is ${measured.toFixed(2)}, at most ${atMost}`
    )
}
