import { anEntry, anInvoice, ORDER_ID } from '../../testing/orders'
import type { TransactionRead } from '../../domain/order/omsReply'
import { found, RECEIVED, scriptedOms } from '../../testing/scriptedOms'
import { returnInvoicedOrder } from './returnInvoicedOrder'

const INPUT = { invoiceNumber: 'R1', issuanceDate: null, reason: null }

const completed = (
  outcome: 'received' | 'withdrawn',
  receipt: string | null
) => ({
  outcome,
  atMs: 1_000,
  sentAtMs: 1_000,
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
        startsMs: 61_000,
        journal: {
          orderId: ORDER_ID,
          entries: [
            anEntry({
              id: 'a',
              kind: 'return',
              invoiceNumber: 'R1',
              startedAtMs: 0,
              completion: completed('received', 'R'),
            }),
            anEntry({
              id: 'b',
              kind: 'return',
              invoiceNumber: 'R1',
              startedAtMs: 0,
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

describe('the payment of an order that is to be returned', () => {
  const invoiced = found('invoiced', { invoices: [anInvoice('Output')] })

  const returnWith = async (transaction: TransactionRead) => {
    const { ports, calls } = scriptedOms([invoiced], RECEIVED, { transaction })
    const { refusal } = await returnInvoicedOrder(ports, ORDER_ID, INPUT)

    return {
      code: refusal?.code ?? null,
      isSent: calls.some((call) => call.startsWith('INVOICE')),
    }
  }

  it.each<[string, TransactionRead, string]>([
    ['canceled', { kind: 'found', status: 'canceled' }, 'PAYMENT_CANCELED'],
    ['Cancelled', { kind: 'found', status: 'cancelled' }, 'PAYMENT_CANCELED'],
    ['unreadable now', { kind: 'unavailable' }, 'OMS_UNAVAILABLE'],
    [
      'behind the rate limit',
      { kind: 'rate-limited', retryAfterSeconds: 9 },
      'RATE_LIMITED',
    ],
  ])('keeps the return from being sent: %s', async (_what, read, code) => {
    expect(await returnWith(read)).toEqual({ code, isSent: false })
  })

  it.each<[string, TransactionRead]>([
    ['finished', { kind: 'found', status: 'finished' }],
    ['approved', { kind: 'found', status: 'approved' }],
    ['an unknown word', { kind: 'found', status: 'to be seen' }],
    ['in another account, or older than OMS keeps it', { kind: 'not-found' }],
  ])('lets the return be sent: %s', async (_what, read) => {
    expect(await returnWith(read)).toEqual({ code: null, isSent: true })
  })

  it("is not looked for on a seller's order: its marketplace has it", async () => {
    const { ports, calls } = scriptedOms(
      [
        found('invoiced', {
          origin: 'Fulfillment',
          invoices: [anInvoice('Output')],
        }),
      ],
      RECEIVED,
      { transaction: { kind: 'found', status: 'canceled' } }
    )

    expect(
      (await returnInvoicedOrder(ports, ORDER_ID, INPUT)).refusal
    ).toBeNull()
    expect(calls.filter((call) => call.startsWith('INVOICE'))).toHaveLength(1)
  })
})
