import {
  aDocument,
  aLine,
  anItem,
  aPackage,
  outcomeOf,
  SALE,
  sentenceOf,
} from '../../testing/documents'
import type { Document } from '../../testing/documents'
import { ORDER_ID } from '../../testing/orders'
import type { Action } from '../decision/facts'

/** What an action on a document is refused with: code and next step, then the sentence. */
const told = (action: Action, more: Document) => {
  const document = aDocument(more)
  const sentence = sentenceOf(action, document)

  return [outcomeOf(action, document), sentence.replaceAll(ORDER_ID, 'X')]
}

const MARKETPLACE = { sellers: [{ id: 'slr' }] }

const INVOICED =
  'Order X is invoiced, and can be canceled only after all of it came back on a return invoice.'

const ELSEWHERE =
  'This account cannot send a return invoice for order X: do it on the account that ships it and sent its invoice.'

describe('the sentence of a refusal', () => {
  it('of a cancel names the call that helps: a return', () => {
    expect(told('cancel', { packages: [SALE] })).toEqual([
      'ORDER_INVOICED → RETURN_INVOICE',
      `${INVOICED} Send one with returnInvoicedOrder.`,
    ])
  })

  it('of a cancel says why a return would not help either: the account', () => {
    expect(told('cancel', { packages: [SALE], ...MARKETPLACE })).toEqual([
      'ORDER_INVOICED → NONE',
      `${INVOICED} ${ELSEWHERE}`,
    ])
  })

  it('of a cancel says why a return would not help either: the invoices', () => {
    expect(told('cancel', { packages: [{ ...SALE, items: [] }] })).toEqual([
      'ORDER_INVOICED → NONE',
      `${INVOICED} The invoices of order X do not tell how much of it was sold and returned: invoice N1 names no items. Settle this order in the Admin, where you see its invoices.`,
    ])
  })

  it('of a request that the seller has answered with an invoice says so', () => {
    const more = { status: 'cancellation-requested', packages: [SALE] }
    const sentence = `${INVOICED} The invoice answers the open request with a no, and the platform moves the order on: read it again in a minute.`

    expect(told('accept', more)).toEqual([
      'ORDER_INVOICED → CHECK_AGAIN',
      sentence,
    ])
    expect(told('deny', more)).toEqual([
      'OWN_REQUEST → CHECK_AGAIN',
      `The open cancellation request of order X was made by this store itself. A store that denies its own request leaves the order stuck for good (VTEX known issue 1004978). ${sentence}`,
    ])
  })
})

describe('RETURN_INCOMPLETE (field case 1)', () => {
  const back = (value: unknown, more: Document = {}) =>
    told('cancel', {
      packages: [SALE, aPackage('Input', 'R1', value)],
      ...more,
    })

  it('names both sums, and the call that returns the rest', () => {
    expect(back(500)).toEqual([
      'RETURN_INCOMPLETE → RETURN_INVOICE',
      'Order X did not come back whole: returns of 5.00 stand against invoices of 129.90. A cancel would give up what is still out. Return the rest first, with returnInvoicedOrder.',
    ])
  })

  it('says once what is wrong with the invoices, where it cannot be told', () => {
    expect(back(null)).toEqual([
      'RETURN_INCOMPLETE → NONE',
      'It cannot be told how much of order X came back: invoice R1 has no readable value above 0. A cancel could give up what is still out. Settle this order in the Admin, where you see its invoices.',
    ])
  })

  it('says what is wrong with them itself, where the reason is another one', () => {
    expect(back(null, MARKETPLACE)).toEqual([
      'RETURN_INCOMPLETE → NONE',
      `It cannot be told how much of order X came back: invoice R1 has no readable value above 0. A cancel could give up what is still out. ${ELSEWHERE}`,
    ])
  })
})

describe('INVOICES_ABOVE_ORDER (field cases 12, field log 22)', () => {
  const above = (changes: Document[], value = 10_990) =>
    told('return', {
      value,
      changesAttachment: { changesData: changes },
      packages: [SALE],
    })[1].split(': ')[0]

  it('names both sums, and what changes did', () => {
    expect([
      above([]),
      above([{ discountValue: 2_000 }]),
      above([{ incrementValue: 3_000 }]),
      above([{ incrementValue: 2_000 }, { discountValue: 2_000 }]),
    ]).toEqual([
      'The invoices of order X add up to 129.90, and the order costs 109.90',
      'The invoices of order X add up to 129.90, and the order costs 109.90 after changes that took off 20.00',
      'The invoices of order X add up to 129.90, and the order costs 109.90 after changes that added 30.00',
      'The invoices of order X add up to 129.90, and the order costs 109.90',
    ])
  })

  it('names what may be why, claims none of it, and says what to do', () => {
    expect(told('return', { value: 10_990, packages: [SALE] })).toEqual([
      'INVOICES_ABOVE_ORDER → NONE',
      'The invoices of order X add up to 129.90, and the order costs 109.90: a return of all would pay back too much. A change of the order, a second invoice of the same goods, or another total on the other side of the sale may be why. Find out which amount is right, and return the order in the Admin.',
    ])
  })
})

describe('ORDER_PARTIALLY_INVOICED (field log 5, 19, 20)', () => {
  const part = (more: Document, invoice: unknown = 5_000) =>
    told('cancel', {
      status: 'payment-approved',
      items: [anItem('7', 1, 5_000), anItem('8', 1, 7_990)],
      packages: [aPackage('Output', 'N1', invoice, [aLine(0, 1, 5_000)])],
      ...more,
    })[1]

  const BARRED = ', and OMS does not cancel such an order.'
  const END = `${BARRED} Remove what is not invoiced by changing the order. Where VTEX takes no change, invoice the rest, and then return what has not come back.`

  it('names the part and the whole', () => {
    expect(part({})).toBe(
      `A part of order X is invoiced (50.00 of 129.90)${END}`
    )
  })

  it('names the part alone, where the whole is not known or VTEX has lowered it', () => {
    const alone = `A part of order X is invoiced (50.00)${END}`

    expect([part({ value: 5_000 }), part({ value: null })]).toEqual([
      alone,
      alone,
    ])
  })

  it('names no amount that cannot be read', () => {
    expect(part({}, null)).toBe(`A part of order X is invoiced${END}`)
  })

  it('says that the part came back', () => {
    const packages = [
      aPackage('Output', 'N1', 5_000, [aLine(0, 1, 5_000)]),
      aPackage('Input', 'R1', 5_000),
    ]

    expect(part({ packages })).toBe(
      `A part of order X is invoiced (50.00 of 129.90)${END.replace(
        BARRED,
        `${BARRED} What was invoiced has come back, so only the rest is open.`
      )}`
    )
  })
})

describe('ORDER_STOPPED (field case 4)', () => {
  it('names the status, since when, and the error', () => {
    expect(
      told('cancel', {
        status: 'start-handling',
        lastChange: '2026-11-01T00:00:00Z',
        workflowIsInError: true,
      })
    ).toEqual([
      'ORDER_STOPPED → OPEN_TICKET',
      `Order X has stopped in the status "start-handling": its last change was at 2026-11-01T00:00:00.000Z. Only the platform can move it on: open a ticket with VTEX. OMS says that the order's workflow is in error.`,
    ])
  })

  it('leaves out a time that is not known', () => {
    expect(
      told('cancel', { status: 'invoice', workflowIsInError: true })
    ).toEqual([
      'ORDER_STOPPED → OPEN_TICKET',
      `Order X has stopped in the status "invoice". Only the platform can move it on: open a ticket with VTEX. OMS says that the order's workflow is in error.`,
    ])
  })
})

describe('a decision about a request', () => {
  const requested = (more: Document) => ({
    status: 'cancellation-requested',
    ...more,
  })

  it('without an id of the request is made in the Admin', () => {
    expect(
      told(
        'deny',
        requested({ cancellationRequests: [{ requestedByUser: true }] })
      )
    ).toEqual([
      'NO_OPEN_REQUEST → NONE',
      'OMS names no id for the cancellation request of order X, and takes a denial only with one: deny it in the Admin.',
    ])
  })

  it('of another account is made there', () => {
    expect(told('accept', { status: 'waiting-for-seller-decision' })).toEqual([
      'WRONG_ACCOUNT → WAIT_FOR_DECISION',
      "This account cannot decide about the cancellation request of order X: do it on the seller's account.",
    ])
  })

  it('is named to a cancel and to a return', () => {
    const pending = [
      'DECISION_PENDING → DECIDE_REQUEST',
      'Order X has an open cancellation request, which a cancel would accept: accept or deny the request instead.',
    ]

    expect(told('cancel', requested({}))).toEqual(pending)
    expect(told('return', requested({}))).toEqual(pending)
  })
})

describe('a return of an order that takes none', () => {
  it.each([
    [
      'handling',
      'Order X is not fully invoiced, and a return invoice makes no refund before it is. Its status was "handling". Cancel it instead.',
    ],
    [
      'waiting-for-seller-decision',
      'Order X is not fully invoiced, and a return invoice makes no refund before it is. Its status was "waiting-for-seller-decision". Wait until the other side has decided about its cancellation request.',
    ],
    [
      'canceled',
      'Order X takes no return invoice: it is canceled, on its way there, or replaced. Its status was "canceled". If its goods were sent, look in the payments module whether the payment was given back already, and settle there what is missing.',
    ],
  ])('says what helps in %s (field case 13)', (status, sentence) => {
    expect(told('return', { status })[1]).toBe(sentence)
  })
})
