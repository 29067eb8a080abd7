import { AXES, AXIS_NAMES } from '../../domain/decision/facts'
import type { Case } from '../../domain/decision/facts'

/** Makes every case of the decision tables: each word of each fact with each of all others. */
export function allCases(): Case[] {
  return AXIS_NAMES.reduce<Array<Partial<Case>>>(
    (cases, axis) =>
      cases.flatMap((one) =>
        AXES[axis].map((word) => ({ ...one, [axis]: word }))
      ),
    [{}]
  ).map(complete)
}

function complete(one: Partial<Case>): Case {
  const { phase, side, invoiced, returned, rest, request, stopped } = one

  if (
    !phase ||
    !side ||
    !invoiced ||
    !returned ||
    !rest ||
    !request ||
    !stopped
  ) {
    throw new Error('A case needs a word for each fact.')
  }

  return { phase, side, invoiced, returned, rest, request, stopped }
}

/** What one fact says about another, so that a case that breaks it never comes up. */
const CONSTRAINTS: Array<(one: Case) => boolean> = [
  // An open request is known only in a status that has one, and there always.
  ({ phase, request }) =>
    ['DECIDED_HERE', 'DECIDED_THERE'].includes(phase) ===
    ['OTHERS', 'UNNAMED', 'OWN'].includes(request),
  // A return without a sale leaves both untold.
  ({ invoiced, returned }) => invoiced !== 'NONE' || returned === 'NONE',
  // OMS's own word for "all" is taken where the invoices can be read.
  ({ phase, invoiced }) =>
    phase !== 'INVOICED' || ['WHOLE', 'UNKNOWN'].includes(invoiced),
  // What is left to return is computed only where all is invoiced.
  ({ invoiced, rest }) => invoiced === 'WHOLE' || rest === 'UNKNOWN',
  ({ returned, rest }) =>
    rest !== 'RETURNABLE' || ['NONE', 'PART'].includes(returned),
]

/** Tells whether the facts of an order can come together in a case. */
export function isPossible(one: Case): boolean {
  return CONSTRAINTS.every((holds) => holds(one))
}
