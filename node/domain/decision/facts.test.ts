import * as fc from 'fast-check'

import { anyOrder } from '../../testing/anyOrder'
import { isPossible } from '../../testing/decisions/cases'
import {
  aDocument,
  aPackage,
  NOW_MS,
  orderIn,
  outcomeOf,
  SALE,
  sentenceOf,
} from '../../testing/documents'
import type { Document } from '../../testing/documents'
import { anEntry, ORDER_ID } from '../../testing/orders'
import { emptyJournal } from '../journal/journal'
import type { JournalEntry } from '../journal/journal'
import { factsOf } from './facts'

const caseOf = (document: Document, entries: JournalEntry[] = []) =>
  factsOf(orderIn(aDocument(document)), {
    journal: { orderId: ORDER_ID, entries },
    nowMs: NOW_MS,
  }).case

/** An entry of this app that OMS confirmed. */
const sent = (kind: JournalEntry['kind']) =>
  anEntry({
    kind,
    startedAtMs: NOW_MS - 60_000,
    completion: {
      outcome: 'received',
      atMs: NOW_MS - 60_000,
      sentAtMs: NOW_MS - 60_000,
      date: null,
      receipt: null,
    },
  })

const LONG_AGO = new Date(NOW_MS - 7_200_001).toISOString()

describe('the facts of an order', () => {
  it('are told in the words of the tables', () => {
    expect(
      caseOf({
        packages: [SALE, aPackage('Input', 'R1', 500)],
        workflowIsInError: true,
      })
    ).toEqual({
      phase: 'INVOICED',
      side: 'OWN_STORE',
      invoiced: 'WHOLE',
      returned: 'PART',
      rest: 'RETURNABLE',
      request: 'NONE',
      stopped: 'YES',
    })
  })

  it('of any document come together in a case that the promises of the tables are tested on', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const facts = factsOf(order, {
          journal: emptyJournal(ORDER_ID),
          nowMs: NOW_MS,
        })

        expect([isPossible(facts.case), facts.case]).toEqual([true, facts.case])
      }),
      { numRuns: 3_000 }
    )
  })
})

describe('whose the open request is', () => {
  const requested = (more: Document, entries: JournalEntry[] = []) =>
    caseOf({ status: 'cancellation-requested', ...more }, entries).request

  const of = (more: Document) => ({
    cancellationRequests: [{ id: 'q1', ...more }],
  })

  it.each<[string, Document, string]>([
    ['the shopper asked', of({ requestedByUser: true }), 'OTHERS'],
    ['the shopper did not ask', of({ requestedByUser: false }), 'OWN'],
    ['OMS does not say who asked', of({}), 'OWN'],
    [
      'the shopper asked, and it has no id',
      { cancellationRequests: [{ requestedByUser: true }] },
      'UNNAMED',
    ],
  ])('on an own-store order: %s', (_what, more, word) => {
    expect(requested(more)).toBe(word)
  })

  it.each<[string, Document, string]>([
    ['OMS does not say who asked', of({}), 'OTHERS'],
    ['the shopper did not ask', of({ requestedByUser: false }), 'OTHERS'],
    [
      'the seller asked',
      {
        ...of({}),
        cancellationData: { requestedBySellerNotification: true },
      },
      'OWN',
    ],
  ])("on a seller's order: %s", (_what, more, word) => {
    expect(requested({ origin: 'Fulfillment', ...more })).toBe(word)
  })

  it.each(['Chain', null, 'Marketplace'])(
    'is never its own by the word of OMS on another side (%j)',
    (origin) => {
      expect(requested({ origin, sellers: [{ id: 'slr' }], ...of({}) })).toBe(
        'OTHERS'
      )
    }
  )

  it('is by the journal its own, whatever OMS says', () => {
    const more = { origin: 'Fulfillment', ...of({ requestedByUser: true }) }

    expect(requested(more, [sent('cancel')])).toBe('OWN')
    expect(requested(more, [sent('accept')])).toBe('OTHERS')
    expect(requested(more, [sent('cancel'), sent('deny')])).toBe('OTHERS')
  })

  it('is none where none is open, and this app has denied the last one or not', () => {
    expect(caseOf({ status: 'handling' }).request).toBe('NONE')
    expect(caseOf({ status: 'handling' }, [sent('deny')]).request).toBe(
      'DENIED_HERE'
    )
    expect(
      caseOf({ status: 'handling' }, [sent('deny'), sent('cancel')]).request
    ).toBe('NONE')
  })
})

describe('field case 4: an order that stopped outside of a cancellation', () => {
  const statuses = [
    'invoice',
    'start-handling',
    'order-created',
    'processing',
    'invoice-after-cancellation-deny',
  ]

  it.each(statuses)(
    'in %s is moving while its last change is young, and a call is told to come again',
    (status) => {
      const young = { status, lastChange: new Date(NOW_MS).toISOString() }

      expect(caseOf(young).stopped).toBe('NO')
      expect(outcomeOf('cancel', aDocument(young))).toBe(
        'ORDER_IN_TRANSITION → RETRY_LATER'
      )
      expect(outcomeOf('return', aDocument(young))).toBe(
        'ORDER_IN_TRANSITION → RETRY_LATER'
      )
    }
  )

  it.each(
    statuses.flatMap((status) => [
      { status, lastChange: LONG_AGO },
      { status, workflowIsInError: true },
    ])
  )('has stopped, in error or after two hours: %j', (stopped) => {
    expect(caseOf(stopped).stopped).toBe('YES')
    expect(outcomeOf('cancel', aDocument(stopped))).toBe(
      'ORDER_STOPPED → OPEN_TICKET'
    )
    expect(outcomeOf('return', aDocument(stopped))).toBe(
      'ORDER_STOPPED → OPEN_TICKET'
    )
  })

  it('is not canceled although its seller is outside VTEX and its capture failed (known issue 376646, taken back by 1465086)', () => {
    const document = aDocument({
      status: 'invoice',
      workflowIsInError: true,
      lastChange: '2025-03-21T14:47:43.8175360+00:00',
      sellers: [{ id: 'slr', fulfillmentEndpoint: 'https://external.example' }],
    })

    expect(sentenceOf('cancel', document)).toBe(
      `Order ${ORDER_ID} has stopped in the status "invoice": its last change was at 2025-03-21T14:47:43.817Z. Only the platform can move it on: open a ticket with VTEX. OMS says that the order's workflow is in error.`
    )
  })

  it('is said to be in error in every refusal', () => {
    const inError = (more: Document) =>
      sentenceOf('cancel', aDocument({ workflowIsInError: true, ...more }))

    for (const more of [
      { packages: [SALE] },
      { status: 'invoice' },
      { status: 'cancellation-requested' },
      { status: 'replaced' },
    ]) {
      expect(inError(more)).toMatch(
        / OMS says that the order's workflow is in error\.$/
      )
    }
  })
})

describe('field case 13: an order that is past a return', () => {
  it.each(['canceled', 'replaced', 'cancel', 'request-cancel'])(
    'in %s takes none, and no other call is named',
    (status) => {
      expect(outcomeOf('return', aDocument({ status }))).toBe(
        'RETURN_NOT_TAKEN → NONE'
      )
    }
  )

  it('with an open request names the decision as the next step, and the cancel does, too', () => {
    const requested = aDocument({ status: 'cancellation-requested' })

    expect([
      outcomeOf('return', requested),
      outcomeOf('cancel', requested),
      outcomeOf('accept', requested),
    ]).toEqual([
      'DECISION_PENDING → DECIDE_REQUEST',
      'DECISION_PENDING → DECIDE_REQUEST',
      'send',
    ])
  })
})

describe('field case 5: the account that returns an order', () => {
  const sold = (more: Document) =>
    outcomeOf('return', aDocument({ packages: [SALE], ...more }))

  const seller = (fulfillmentEndpoint?: string) => ({
    sellers: [{ id: 'slr', fulfillmentEndpoint }],
  })

  it.each<[string, Document, string]>([
    ['its own store', {}, 'send'],
    ['its seller', { origin: 'Fulfillment' }, 'send'],
    [
      "the marketplace, where the seller is no VTEX account's",
      seller('https://external.example/api'),
      'send',
    ],
    [
      'not the marketplace, where the seller is a VTEX account',
      seller('http://portal.vtexcommercestable.com.br/api'),
      'WRONG_ACCOUNT → NONE',
    ],
    [
      'not the marketplace, where the seller is not known',
      seller(),
      'WRONG_ACCOUNT → NONE',
    ],
    ['not one in between', { origin: 'Chain' }, 'WRONG_ACCOUNT → NONE'],
    ['not one of an unknown side', { origin: null }, 'WRONG_ACCOUNT → NONE'],
  ])('is %s', (_what, more, outcome) => {
    expect(sold(more)).toBe(outcome)
  })
})
