import type { JournalEntry } from '../journal/journal'
import { anEntry, anInvoice, anOrder, ORDER_ID } from '../../testing/orders'
import { factsOf } from './facts'
import { verdictByFacts } from './verdict'

// Both situations were found by the campaign of money (decision 15).
const AN_HOUR_MS = 3_600_000

const around = (entry: JournalEntry) => ({
  journal: { orderId: ORDER_ID, entries: [entry] },
  nowMs: AN_HOUR_MS,
})

const completion = (outcome: 'received' | 'unsettled') => ({
  outcome,
  atMs: 2_000,
  sentAtMs: 1_000,
  date: null,
  receipt: null,
})

test('the refusal to cancel advises no return where one was sent that the order does not show', () => {
  const order = anOrder({
    status: 'invoiced',
    invoices: [anInvoice('Output')],
  })

  const verdict = verdictByFacts('cancel', {
    order,
    ...around(
      anEntry({
        kind: 'return',
        invoiceNumber: 'R1',
        completion: completion('unsettled'),
      })
    ),
  })

  expect(verdict).toMatchObject({
    kind: 'refuse',
    refusal: { code: 'ORDER_INVOICED', nextStep: 'NONE' },
  })
  expect(JSON.stringify(verdict)).toContain('OMS never confirmed it')
})

test('a request that an accept of this app has made, because the one before was denied meanwhile, is its own', () => {
  const order = (madeMs: number) =>
    anOrder({
      origin: 'Fulfillment',
      status: 'cancellation-requested',
      requests: [
        {
          id: 'q2',
          reason: null,
          requestedByUser: false,
          date: new Date(madeMs).toISOString(),
          denied: null,
        },
      ],
    })

  const known = around(
    anEntry({ kind: 'accept', completion: completion('received') })
  )

  expect(factsOf(order(1_500), known).case.request).toBe('OWN')
  expect(factsOf(order(200_000), known).case.request).toBe('OTHERS')
})
