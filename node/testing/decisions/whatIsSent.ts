import { AXES, AXIS_NAMES } from '../../domain/decision/facts'
import type { Action, Case } from '../../domain/decision/facts'
import { rulingOn } from '../../domain/decision/ruling'
import type { Ruling } from '../../domain/decision/ruling'
import { PHASES, statusesOf } from '../../domain/order/statusRules'
import type { Phase } from '../../domain/order/statusRules'
import { allCases, isPossible } from './cases'

const ACTIONS: Action[] = ['cancel', 'accept', 'deny', 'return']

type Axis = keyof Case

/** The facts that a row of a table shows; each may have several words, and any where none is given. */
interface Row {
  words: Partial<Record<Axis, string[]>>
  outcome: string
}

const HEAD = `# What is sent for an order

Written by \`npm run decisions\` from \`node/domain/decision/rules.ts\`; a test keeps it true.
\`npm run decisions -- handling\` prints one status alone.

Each section is a phase, with the statuses of OMS that are in it. A row says which facts it is for
(\`·\`: any) and what each of the four actions does: \`SEND\`, \`ALREADY\` (nothing is left to do, and
nothing is sent), or the code of the refusal with its next step. What this app has sent a moment ago
comes on top (decision 6).

| fact       | what it says                                                                       |
| ---------- | ---------------------------------------------------------------------------------- |
| \`side\`     | which side of the sale this account holds                                          |
| \`invoiced\` | how much of the order is on invoices of its sale                                   |
| \`returned\` | how much of that is on return invoices                                             |
| \`rest\`     | whether a return invoice of all the rest can be made, and is not above the order; \`SENT\`: this app has sent one that the order does not show |
| \`request\`  | whose the open request is; \`UNNAMED\`: OMS gives no id of it                        |
| \`stopped\`  | the order is in error, or has not moved for two hours                              |
`

/** Writes the whole product of facts and actions as Markdown. */
export function whatIsSent(): string {
  return [HEAD, ...PHASES.map(sectionOf)].join('\n')
}

/** Writes the rows of one status. */
export function whatIsSentIn(status: string | null): string | null {
  const phase = PHASES.find((one) => statusesOf(one).includes(status))

  return phase ? sectionOf(phase) : null
}

function sectionOf(phase: Phase): string {
  const cases = allCases().filter(
    (one) => one.phase === phase && isPossible(one)
  )

  const statuses = statusesOf(phase)
    .map((status) => (status === null ? 'no status' : `\`${status}\``))
    .join(', ')

  return [
    `## ${phase}`,
    '',
    `${statuses}${
      phase === 'OPEN' ? ', and every status that VTEX does not document' : ''
    }`,
    '',
    ...ACTIONS.map((action) => tableOf(action, cases)),
  ].join('\n')
}

function tableOf(action: Action, cases: Case[]): string {
  const axes = AXIS_NAMES.filter((axis) => axis !== 'phase')
  const rows = rowsOf(action, cases, axes)
  const shown = axes.filter((axis) => rows.some(({ words }) => words[axis]))

  return `${table(
    [...shown, action],
    rows.map(({ words, outcome }) => [
      ...shown.map((axis) => words[axis]?.join(', ') ?? '·'),
      outcome,
    ])
  )}\n`
}

/** Merges cases into rows: a fact that changes nothing is left out, and words that mean the same share a row. */
function rowsOf(action: Action, cases: Case[], axes: Axis[]): Row[] {
  const outcomes = [
    ...new Set(cases.map((one) => wordOf(rulingOn(action, one)))),
  ]

  if (outcomes.length === 1) return [{ words: {}, outcome: outcomes[0] }]

  const [axis, ...others] = axes
  const groups = new Map<string, { words: string[]; rows: Row[] }>()

  for (const word of AXES[axis]) {
    const having = cases.filter((one) => one[axis] === word)
    const rows = having.length === 0 ? [] : rowsOf(action, having, others)
    const key = JSON.stringify(rows)
    const group = groups.get(key) ?? { words: [], rows }

    if (rows.length > 0) groups.set(key, group)
    group.words.push(word)
  }

  return [...groups.values()].flatMap(({ words, rows }) =>
    groups.size === 1
      ? rows
      : rows.map((row) => ({ ...row, words: { [axis]: words, ...row.words } }))
  )
}

function wordOf(ruling: Ruling): string {
  return ruling.kind === 'refuse'
    ? `${ruling.code} → ${ruling.nextStep}`
    : ruling.kind.toUpperCase()
}

function table(head: string[], rows: string[][]): string {
  const widths = head.map((name, column) =>
    Math.max(3, name.length, ...rows.map((row) => row[column].length))
  )

  const line = (cells: string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`

  return [
    line(head),
    `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
    ...rows.map(line),
  ].join('\n')
}
