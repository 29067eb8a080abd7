/** What is wrong with a line. `only-digits` stays in the list. */
type LineProblem =
  | 'not-an-id'
  | 'only-digits'
  | 'spreadsheet'
  | 'quote'
  | 'repeated'
  | 'long-reason'

export interface ProblemLine {
  line: number
  text: string
  problem: LineProblem
  /** For `repeated`: the line that has the order. */
  ofLine: number | null
}

export interface OrderList {
  orders: Array<{ orderId: string; reason: string | null }>
  problems: ProblemLine[]
  /** How many lines were left out because another has their order. */
  repeated: number
}

const MOST_OF_REASON = 200
const MOST_OF_ID = 100

/** A number as a spreadsheet rewrites it. */
const REWRITTEN = /^\d+([.,]\d+)?e\+?\d+$/i

/** What an id can look like. The app judges ids; this only finds lines that cannot be meant as one. */
const ID = /^[A-Za-z0-9][\w.-]*( [\w.-]+)*$/

/** Reads a list of orders from the cells of its lines: with a header that names `orderId`, in any order, else id and reason. */
export function parseList(rows: string[][]): OrderList {
  const header = columnsOf(rows[0] ?? [])
  const columns = header ?? { orderId: 0, reason: 1 }
  const list: OrderList = { orders: [], problems: [], repeated: 0 }
  const lineOf = new Map<string, number>()

  rows.forEach((cells, index) => {
    if ((index === 0 && header) || cells.every((cell) => cell.trim() === ''))
      return

    const line = index + 1
    const { orderId, reason } = fieldsOf(cells, columns)
    const ofLine = lineOf.get(orderId) ?? null
    const problem = problemOf(orderId, reason, ofLine)

    if (problem === 'repeated') list.repeated += 1
    if (problem)
      list.problems.push({ line, text: cells.join(', '), problem, ofLine })

    if (!isLeftOut({ problem })) {
      lineOf.set(orderId, line)
      list.orders.push({ orderId, reason })
    }
  })

  return list
}

/** Tells whether a line does not come into the batch. */
export function isLeftOut({
  problem,
}: {
  problem: LineProblem | null
}): boolean {
  return problem !== null && problem !== 'only-digits'
}

interface Columns {
  orderId: number
  reason: number
}

function fieldsOf(
  cells: string[],
  columns: Columns
): { orderId: string; reason: string | null } {
  const whole = cells.join(',').trim()

  // Where spreadsheets write a comma in numbers, it looks like two cells.
  if (REWRITTEN.test(whole)) return { orderId: whole, reason: null }

  return {
    orderId: (cells[columns.orderId] ?? '').trim(),
    reason: (cells[columns.reason] ?? '').trim() || null,
  }
}

function problemOf(
  orderId: string,
  reason: string | null,
  ofLine: number | null
): LineProblem | null {
  if (orderId.startsWith('"')) return 'quote'
  if (REWRITTEN.test(orderId)) return 'spreadsheet'
  if (
    !ID.test(orderId) ||
    orderId.length > MOST_OF_ID ||
    orderId.includes('..')
  )
    return 'not-an-id'

  if (ofLine !== null) return 'repeated'
  if (reason !== null && reason.length > MOST_OF_REASON) return 'long-reason'

  return /^\d+$/.test(orderId) ? 'only-digits' : null
}

/** How columns are named, without accents and what is no letter: in the page's languages, and in its own files. */
const NAMES = {
  orderId: [
    'orderid',
    'order',
    'pedido',
    'idpedido',
    'iddelpedido',
    'iddopedido',
  ],
  reason: ['reason', 'motivo', 'razon', 'razao'],
}

/** Finds the columns in a header; null where the line is none. Of two columns the one beside the id is the reason, whatever its name. */
function columnsOf(cells: string[]): Columns | null {
  const names = cells.map((cell) =>
    cell
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
  )

  const orderId = names.findIndex((name) => NAMES.orderId.includes(name))
  const reason = names.findIndex((name) => NAMES.reason.includes(name))

  if (orderId < 0) return null

  return {
    orderId,
    reason: reason < 0 && names.length === 2 ? 1 - orderId : reason,
  }
}
