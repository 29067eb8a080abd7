import { anEntry, anInvoice, ORDER_ID } from '../../testing/orders'
import { found, RECEIVED, scriptedOms } from '../../testing/scriptedOms'
import { returnInvoicedOrder } from './returnInvoicedOrder'

const INPUT = { invoiceNumber: 'R1', issuanceDate: null, reason: null }

const completed = (
  outcome: 'received' | 'withdrawn',
  receipt: string | null
) => ({
  outcome,
  atMs: -60_000,
  sentAtMs: -60_000,
  date: receipt && 'D',
  receipt,
})

describe('returnInvoicedOrder', () => {
  it('returns the receipt of the call that sent the invoice, not the empty end of a call that gave way to it', async () => {
    const { ports, calls } = scriptedOms(
      [
        found('invoiced', {
          invoices: [anInvoice('Output'), anInvoice('Input')],
        }),
      ],
      RECEIVED,
      {
        journal: {
          orderId: ORDER_ID,
          entries: [
            anEntry({
              id: 'a',
              kind: 'return',
              invoiceNumber: 'R1',
              startedAtMs: -61_000,
              completion: completed('received', 'R'),
            }),
            anEntry({
              id: 'b',
              kind: 'return',
              invoiceNumber: 'R1',
              startedAtMs: -61_000,
              completion: completed('withdrawn', null),
            }),
          ],
        },
      }
    )

    expect(await returnInvoicedOrder(ports, ORDER_ID, INPUT)).toMatchObject({
      date: 'D',
      receipt: 'R',
      refusal: null,
    })
    expect(calls.filter((call) => call.startsWith('INVOICE'))).toEqual([])
  })
})
