import { readFileSync } from 'fs'
import { join } from 'path'

import { allCases, isPossible } from '../../testing/decisions/cases'
import { whatIsSent } from '../../testing/decisions/whatIsSent'
import type { NextStep } from '../vocabulary'
import type { Action, Case } from './facts'
import { rulingOn } from './ruling'

const ACTIONS: Action[] = ['cancel', 'accept', 'deny', 'return']

const CASES = allCases()

const isSent = (action: Action, one: Case) =>
  rulingOn(action, one).kind === 'send'

/** Finds the cases, of all, in which an action breaks a promise; few are enough to see why. */
const breaking = (
  breaks: (action: Action, one: Case) => boolean,
  cases = CASES
) =>
  cases
    .flatMap((one) =>
      ACTIONS.filter((action) => breaks(action, one)).map((action) => ({
        action,
        ...one,
      }))
    )
    .slice(0, 3)

/** What must hold in a case so that a next step helps an operator there. */
const HELPS: Record<NextStep, (one: Case) => boolean> = {
  NONE: () => true,
  RETURN_INVOICE: (one) => isSent('return', one),
  DECIDE_REQUEST: (one) => isSent('accept', one) || isSent('deny', one),
  MODIFY_ORDER: ({ invoiced }) => invoiced === 'PART',
  // Something is under way, so that a later read finds another case.
  RETRY_LATER: ({ phase, stopped }) =>
    stopped === 'NO' && !['OPEN', 'INVOICED', 'DENIED'].includes(phase),
  CHECK_AGAIN: ({ phase, stopped }) =>
    stopped === 'NO' && ['DECIDED_HERE', 'DECIDED_THERE'].includes(phase),
  WAIT_FOR_DECISION: ({ phase }) => phase === 'DECIDED_THERE',
  OPEN_TICKET: ({ stopped }) => stopped === 'YES',
  ASK_FOR_ACCESS: () => false,
}

describe('the decision tables, in every case', () => {
  it('have a rule for each of the four actions', () => {
    expect(CASES).toHaveLength(42_240)
    expect(() =>
      CASES.forEach((one) => ACTIONS.forEach((act) => rulingOn(act, one)))
    ).not.toThrow()
  })

  it('never send a cancel or an accept while invoiced goods are out, or may be', () => {
    expect(
      breaking(
        (action, one) =>
          ['cancel', 'accept'].includes(action) &&
          isSent(action, one) &&
          one.returned !== 'WHOLE' &&
          (one.invoiced !== 'NONE' || one.phase === 'INVOICED')
      )
    ).toEqual([])
  })

  it('never send a cancel or an accept of an order that is partly invoiced, whatever came back', () => {
    expect(
      breaking(
        (action, one) =>
          ['cancel', 'accept'].includes(action) &&
          isSent(action, one) &&
          one.phase !== 'INVOICED' &&
          ['PART', 'UNKNOWN'].includes(one.invoiced)
      )
    ).toEqual([])
  })

  it('send a return only for what is invoiced whole, still out, and not worth more than the order', () => {
    expect(
      breaking(
        (action, one) =>
          action === 'return' &&
          isSent(action, one) &&
          (one.invoiced !== 'WHOLE' ||
            one.rest !== 'RETURNABLE' ||
            !['NONE', 'PART'].includes(one.returned) ||
            !['OWN_STORE', 'SELLER', 'MARKETPLACE_OF_OUTSIDER'].includes(
              one.side
            ))
      )
    ).toEqual([])
  })

  it('never send a cancel while a request is open: it would accept it', () => {
    expect(
      breaking(
        (action, one) =>
          action === 'cancel' &&
          isSent(action, one) &&
          ['DECIDED_HERE', 'DECIDED_THERE'].includes(one.phase)
      )
    ).toEqual([])
  })

  it('send an accept or a denial only where this account decides, and no denial of its own request', () => {
    expect(
      breaking(
        (action, one) =>
          ['accept', 'deny'].includes(action) &&
          isSent(action, one) &&
          (one.phase !== 'DECIDED_HERE' ||
            (action === 'deny' && one.request !== 'OTHERS'))
      )
    ).toEqual([])
  })

  it('send nothing to an order that is over, or that only the platform moves', () => {
    expect(
      breaking(
        (action, one) =>
          isSent(action, one) &&
          [
            'MOVING',
            'INVOICING',
            'INVOICING_AFTER_DENIAL',
            'CANCELING',
            'CANCELED',
            'REPLACED',
          ].includes(one.phase)
      )
    ).toEqual([])
  })
})

describe('the advice of a refusal, in every case that can come up', () => {
  const possible = CASES.filter(isPossible)

  it('is a step that helps there: no call that the tables refuse, and no wait for what has stopped', () => {
    expect(
      breaking((action, one) => {
        const ruling = rulingOn(action, one)

        return ruling.kind === 'refuse' && !HELPS[ruling.nextStep](one)
      }, possible)
    ).toEqual([])
  })

  it('says "cancel it instead" only where a cancel is sent', () => {
    expect(
      breaking((action, one) => {
        const ruling = rulingOn(action, one)

        return (
          ruling.kind === 'refuse' &&
          ruling.code === 'ORDER_NOT_INVOICED' &&
          ruling.nextStep === 'NONE' &&
          !isSent('cancel', one)
        )
      }, possible)
    ).toEqual([])
  })

  it('gives the reason of the other action where that is refused, too, and has its next step', () => {
    expect(
      breaking((action, one) => {
        const ruling = rulingOn(action, one)

        return (
          ruling.kind === 'refuse' &&
          ruling.because !== null &&
          ruling.because.nextStep !== ruling.nextStep
        )
      }, possible)
    ).toEqual([])
  })
})

test('docs/what-is-sent.md shows the tables as they are: run "npm run decisions" after a change', () => {
  expect(
    readFileSync(join(__dirname, '../../../docs/what-is-sent.md'), 'utf8')
  ).toBe(whatIsSent())
})
