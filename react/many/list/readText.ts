/** The parser comes only when a list does: most visits need none. */
const parser = () => import('papaparse')

/** Splits a text into lines and cells: comma, semicolon or tab, quotes, any end of line, and a byte order mark. */
export async function rowsOf(text: string): Promise<string[][]> {
  const { default: papaparse } = await parser()
  const plain = text.replace(/^\uFEFF/, '')
  const options = { delimiter: delimiterOf(plain) }
  const { data, errors } = papaparse.parse<string[]>(plain, options)

  // A quote without its end would take the lines behind it for one cell: then quotes are letters.
  return errors.some(({ code }) => code === 'MissingQuotes')
    ? papaparse.parse<string[]>(plain, { ...options, quoteChar: '\0' }).data
    : data
}

/** How a formula begins, also one with several lines, which papaparse's own pattern lets through. */
const FORMULA = /^[=+\-@\t\r]/

/** Writes a file that spreadsheets open as it is, and in which no cell is a formula. */
export async function csvOf(
  rows: Array<Array<string | number>>,
  delimiter: string
): Promise<string> {
  const { default: papaparse } = await parser()

  return `\uFEFF${papaparse.unparse(rows, {
    delimiter,
    escapeFormulae: FORMULA,
  })}`
}

/** Takes the separator that the first line has most of. A list of ids alone has none. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r\n|\r|\n/, 1)
  const counted = [',', ';', '\t'].map((delimiter) => ({
    delimiter,
    count: first.split(delimiter).length,
  }))

  return counted.sort((one, other) => other.count - one.count)[0].delimiter
}
