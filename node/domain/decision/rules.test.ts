import {
  aDocument,
  aLine,
  anItem,
  aPackage,
  NOW_MS,
  outcomeOf,
  SALE,
} from '../../testing/documents'
import type { Document } from '../../testing/documents'
import { anEntry } from '../../testing/orders'
import type { Action } from './facts'

const ACTIONS: Action[] = ['cancel', 'accept', 'deny', 'return']

/** What each of the four actions comes to, in the order of their names above. */
const outcomes = (more: Document) =>
  ACTIONS.map((action) => outcomeOf(action, aDocument(more)))

const NO_REQUEST = 'NO_OPEN_REQUEST → NONE'
const MOVING = 'ORDER_IN_TRANSITION → RETRY_LATER'
const STOPPED = 'ORDER_STOPPED → OPEN_TICKET'
const NOT_TAKEN = 'RETURN_NOT_TAKEN → NONE'
const WAIT = 'WRONG_ACCOUNT → WAIT_FOR_DECISION'

/** A request that the shopper has made. */
const ASKED = { cancellationRequests: [{ id: 'q1', requestedByUser: true }] }

const TWO_ITEMS = [anItem('7', 1, 5_000), anItem('8', 1, 7_990)]
const PART = {
  items: TWO_ITEMS,
  packages: [aPackage('Output', 'N1', 5_000, [aLine(0, 1, 5_000)])],
}

const WHOLE = { packages: [SALE] }
const BACK = { packages: [SALE, aPackage('Input', 'R1', 12_990)] }
const PARTLY_BACK = { packages: [SALE, aPackage('Input', 'R1', 500)] }
const ERROR = { workflowIsInError: true }

describe('field case 13: cancel, accept, deny and return of an order that was not invoiced', () => {
  it.each<[string, string[]]>([
    ['handling', ['send', NO_REQUEST, NO_REQUEST, 'ORDER_NOT_INVOICED → NONE']],
    ['start-handling', [MOVING, NO_REQUEST, NO_REQUEST, MOVING]],
    ['invoice', [MOVING, NO_REQUEST, NO_REQUEST, MOVING]],
    [
      'invoice-after-cancellation-deny',
      [MOVING, NO_REQUEST, 'already', MOVING],
    ],
    [
      'cancellation-requested',
      [
        'DECISION_PENDING → DECIDE_REQUEST',
        'send',
        'send',
        'DECISION_PENDING → DECIDE_REQUEST',
      ],
    ],
    [
      'waiting-for-seller-decision',
      ['already', WAIT, WAIT, 'ORDER_NOT_INVOICED → WAIT_FOR_DECISION'],
    ],
    ['request-cancel', ['already', 'already', NO_REQUEST, NOT_TAKEN]],
    ['cancel', ['already', 'already', NO_REQUEST, NOT_TAKEN]],
    ['canceled', ['already', 'already', NO_REQUEST, NOT_TAKEN]],
    [
      'cancellation-request-denied',
      ['send', NO_REQUEST, 'already', 'ORDER_NOT_INVOICED → NONE'],
    ],
    [
      'cancellation-request-denied-ffm',
      ['send', NO_REQUEST, 'already', 'ORDER_NOT_INVOICED → NONE'],
    ],
    ['replaced', ['NOT_CANCELLABLE → NONE', NO_REQUEST, NO_REQUEST, NOT_TAKEN]],
  ])('in %s', (status, expected) => {
    expect(outcomes({ status, ...ASKED })).toEqual(expected)
  })

  it('says "already" to a denial where this app has made the last one, in any status', () => {
    const denied = anEntry({
      kind: 'deny',
      completion: {
        outcome: 'received',
        atMs: NOW_MS - 60_000,
        sentAtMs: NOW_MS - 60_000,
        date: null,
        receipt: null,
      },
    })

    for (const status of ['handling', 'invoiced', 'canceled']) {
      expect(outcomeOf('deny', aDocument({ status }), [denied])).toBe('already')
      expect(outcomeOf('deny', aDocument({ status }))).toBe(NO_REQUEST)
    }

    expect(
      outcomeOf(
        'deny',
        aDocument({ status: 'cancellation-requested', ...ASKED }),
        [denied]
      )
    ).toBe('send')
  })

  it('denies only a request that OMS names and another side made', () => {
    const denial = (cancellationRequests: unknown) =>
      outcomeOf(
        'deny',
        aDocument({ status: 'cancellation-requested', cancellationRequests })
      )

    expect(denial([{ requestedByUser: true }])).toBe(NO_REQUEST)
    expect(denial([{ id: 'q1' }])).toBe('OWN_REQUEST → DECIDE_REQUEST')
  })
})

describe('field log 18: an order in error, or old, in a status in which it is open', () => {
  it.each([ERROR, { lastChange: '2020-01-01T00:00:00Z' }])(
    'is canceled all the same: only OMS knows whether that gets through (%j)',
    (stopped) => {
      for (const status of ['handling', 'approve-payment', 'unheard-of']) {
        expect(outcomes({ status, ...stopped })[0]).toBe('send')
      }
    }
  )

  it('is denied and accepted all the same', () => {
    expect(
      outcomes({ status: 'cancellation-requested', ...ASKED, ...ERROR })
    ).toEqual([
      'DECISION_PENDING → DECIDE_REQUEST',
      'send',
      'send',
      'DECISION_PENDING → DECIDE_REQUEST',
    ])
  })
})

describe('an order all of which is invoiced, before its status says so (field case 5)', () => {
  const open = (more: Document) => {
    const [cancel, , , back] = outcomes({ status: 'handling', ...more })

    return [cancel, back]
  }

  it.each<[string, Document, string[]]>([
    ['out', WHOLE, ['ORDER_INVOICED → RETURN_INVOICE', 'send']],
    [
      'out, and in error',
      { ...WHOLE, ...ERROR },
      ['ORDER_INVOICED → RETURN_INVOICE', 'send'],
    ],
    [
      'partly back',
      PARTLY_BACK,
      ['RETURN_INCOMPLETE → RETURN_INVOICE', 'send'],
    ],
    ['back', BACK, ['send', 'CONFLICT → NONE']],
    [
      'out in part',
      PART,
      [
        'ORDER_PARTIALLY_INVOICED → MODIFY_ORDER',
        'ORDER_NOT_INVOICED → MODIFY_ORDER',
      ],
    ],
  ])('is canceled only when all came back: %s', (_what, more, expected) => {
    expect(open(more)).toEqual(expected)
  })
})

describe('field case 9: an order whose seller answers the open request with an invoice', () => {
  const CHECK = 'ORDER_INVOICED → CHECK_AGAIN'

  it.each<[string, string[]]>([
    ['cancellation-requested', [CHECK, CHECK, 'send', MOVING]],
    ['waiting-for-seller-decision', ['already', WAIT, WAIT, MOVING]],
  ])('is moved on by the platform: %s', (status, expected) => {
    expect(outcomes({ status, ...ASKED, ...WHOLE })).toEqual(expected)
  })

  it.each<[string, string[]]>([
    ['cancellation-requested', [STOPPED, STOPPED, 'send', STOPPED]],
    ['waiting-for-seller-decision', ['already', WAIT, WAIT, STOPPED]],
  ])('has stopped, in error: %s', (status, expected) => {
    expect(outcomes({ status, ...ASKED, ...WHOLE, ...ERROR })).toEqual(expected)
  })

  it('is accepted once all came back, and not once a part did', () => {
    const accepted = (more: Document) =>
      outcomes({ status: 'cancellation-requested', ...ASKED, ...more })[1]

    expect([accepted(BACK), accepted(PARTLY_BACK), accepted(PART)]).toEqual([
      'send',
      CHECK,
      'ORDER_PARTIALLY_INVOICED → MODIFY_ORDER',
    ])
  })

  it('is not returned while only a part of it is invoiced, also where another side decides', () => {
    expect(
      outcomes({ status: 'waiting-for-seller-decision', ...PART })[3]
    ).toBe('ORDER_NOT_INVOICED → MODIFY_ORDER')
  })
})

describe('an order that OMS marks as invoiced', () => {
  it.each<[string, Document, string[]]>([
    [
      'out',
      WHOLE,
      ['ORDER_INVOICED → RETURN_INVOICE', NO_REQUEST, NO_REQUEST, 'send'],
    ],
    [
      'partly back',
      PARTLY_BACK,
      ['RETURN_INCOMPLETE → RETURN_INVOICE', NO_REQUEST, NO_REQUEST, 'send'],
    ],
    ['back', BACK, ['send', NO_REQUEST, NO_REQUEST, 'CONFLICT → NONE']],
    [
      'out, and in error',
      { ...WHOLE, ...ERROR },
      ['ORDER_INVOICED → RETURN_INVOICE', NO_REQUEST, NO_REQUEST, 'send'],
    ],
  ])('is returned and then canceled: %s', (_what, more, expected) => {
    expect(outcomes(more)).toEqual(expected)
  })
})
