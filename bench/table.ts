/** Prints a table whose columns are as wide as they must be. */
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

/** A measured number with what it must not exceed. */
export interface Bound {
  what: string
  measured: number
  atMost: number
}

/** The names of what is beyond its bound. A number that is none is beyond any. */
export function beyond(bounds: Bound[]): string[] {
  return bounds
    .filter(({ measured, atMost }) => !(measured <= atMost))
    .map(
      ({ what, measured, atMost }) =>
        `${what} is ${measured.toFixed(2)}, at most ${atMost}`
    )
}
