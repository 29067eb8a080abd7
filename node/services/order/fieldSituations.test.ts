import { parseOrderRead } from '../../clients/omsParsers'
import { answered } from '../../testing/answered'
import { ORDER_ID } from '../../testing/orders'
import { RECEIVED, scriptedOms } from '../../testing/scriptedOms'
import { cancelOrder } from './cancelOrder'
import { readCancellation } from './readCancellation'
import { returnInvoicedOrder } from './returnInvoicedOrder'

/** Epoch milliseconds at which the documents below are read; `scriptedOms` begins there. */
const NOW_MS = 0

type Package = Record<string, unknown>

const output = (value: number, items: Package[], more: Package = {}) => ({
  type: 'Output',
  invoiceNumber: 'N1',
  invoiceValue: value,
  items,
  ...more,
})

const input = (value: number, number: string | null, items: Package[] = []) =>
  output(value, items, { type: 'Input', invoiceNumber: number })

const ALL = [{ itemIndex: 0, quantity: 1, price: 12_990 }]

/** A document of OMS as far as it decides: a sale of one piece for 129.90. */
const document = (packages: Package[], more: Package = {}) => ({
  orderId: ORDER_ID,
  origin: 'Marketplace',
  sellers: [{ id: '1' }],
  status: 'invoiced',
  value: 12_990,
  items: [{ id: '7', quantity: 1 }],
  packageAttachment: { packages },
  ...more,
})

const paidBy = (...groups: string[]) => ({
  paymentData: {
    transactions: [{ payments: groups.map((group) => ({ group })) }],
  },
})

/** Runs an action on a document, and tells what was sent and what the caller was told. */
async function tried(
  action: 'cancel' | 'return' | 'read',
  given: Record<string, unknown>,
  returned = 'RX1'
) {
  const read = parseOrderRead(answered(given), NOW_MS)
  const { ports, calls } = scriptedOms([read], RECEIVED)
  const answer = async () => {
    switch (action) {
      case 'return':
        return returnInvoicedOrder(ports, ORDER_ID, {
          invoiceNumber: returned,
          issuanceDate: '1970-01-01T00:00:00Z',
          reason: null,
        })

      case 'cancel':
        return {
          refusal: null,
          cancellation: await cancelOrder(ports, ORDER_ID, {
            reason: null,
            requestedByUser: false,
          }),
        }

      case 'read':
        return {
          refusal: null,
          cancellation: await readCancellation(ports, ORDER_ID),
        }
    }
  }

  const { refusal, cancellation } = await answer()

  return {
    sent: calls
      .flatMap((call) => /^[A-Z]+(?= )/.exec(call) ?? [])
      .filter((name) => name !== 'GET'),
    refusal: refusal ?? cancellation?.refusal ?? null,
    cancellation,
  }
}

// The numbers are those of docs/field-situations.md.
describe('an order as the field has shown it', () => {
  it.each<[string, 'cancel' | 'return', Record<string, unknown>, string]>([
    [
      '2: one return of a half that stands there twice',
      'cancel',
      document([output(12_990, ALL), input(6_495, 'R9'), input(6_495, 'R9')]),
      'RETURN_INCOMPLETE',
    ],
    [
      '2: the same, once with a space behind its number',
      'cancel',
      document([output(12_990, ALL), input(6_495, 'R9'), input(6_495, 'R9 ')]),
      'RETURN_INCOMPLETE',
    ],
    [
      '2: two returns of a half without a number, which may be one',
      'cancel',
      document([output(12_990, ALL), input(6_495, null), input(6_495, null)]),
      'RETURN_INCOMPLETE',
    ],
    [
      '2: the rest beside two returns without a number',
      'return',
      document([output(12_990, ALL), input(6_495, null), input(6_495, null)]),
      'INVOICES_UNREADABLE',
    ],
    [
      '3: an order worth 0 that is invoiced and did not come back',
      'cancel',
      document([output(0, [{ itemIndex: 0, quantity: 1, price: 0 }])], {
        value: 0,
      }),
      'ORDER_INVOICED',
    ],
    [
      '20: a part that was invoiced and came back, and a rest that never was',
      'cancel',
      document(
        [
          output(5_000, [{ itemIndex: 0, quantity: 1, price: 5_000 }]),
          input(5_000, 'R1', [{ itemIndex: 0, quantity: 1, price: 5_000 }]),
        ],
        {
          status: 'payment-approved',
          items: [
            { id: '7', quantity: 1 },
            { id: '8', quantity: 1 },
          ],
        }
      ),
      'ORDER_PARTIALLY_INVOICED',
    ],
    [
      "22: a seller outside VTEX that invoiced more than the marketplace's order costs",
      'return',
      document([output(12_990, ALL)], {
        value: 9_990,
        sellers: [
          { id: 'slr', fulfillmentEndpoint: 'https://external.example' },
        ],
      }),
      'INVOICES_ABOVE_ORDER',
    ],
  ])('is not sent anything for: %s', async (_what, action, given, code) => {
    const { sent, refusal } = await tried(action, given)

    expect(refusal?.code).toBe(code)
    expect(sent).toEqual([])
  })

  it('says two ways out of a part that is invoiced, and the share alone where VTEX has lowered the value to it (5, 19)', async () => {
    const { refusal } = await tried(
      'cancel',
      document([output(5_000, [{ itemIndex: 0, quantity: 1, price: 5_000 }])], {
        status: 'payment-approved',
        value: 5_000,
        totals: [{ id: 'Items', value: 12_990 }],
        allowEdition: false,
      })
    )

    expect(refusal).toMatchObject({
      code: 'ORDER_PARTIALLY_INVOICED',
      message: `A part of order ${ORDER_ID} is invoiced (50.00), and OMS does not cancel such an order. Remove what is not invoiced by changing the order. Where VTEX takes no change, invoice the rest, and then return what has not come back.`,
    })
  })

  it('says that more came back than was invoiced, where the pieces let the cancel be sent (7)', async () => {
    const { sent, cancellation } = await tried(
      'cancel',
      document([
        output(12_990, ALL),
        input(25_980, 'R1', [{ itemIndex: 0, quantity: 2, price: 12_990 }]),
      ])
    )

    expect(sent).toEqual(['POST'])
    expect(cancellation?.warnings).toEqual([
      'The returns on the order are worth more than its invoices: look in the payments module whether too much was paid back.',
    ])
  })

  it.each<[string, Record<string, unknown>, string]>([
    [
      '8: a change raised the price',
      {
        value: 15_990,
        changesAttachment: { changesData: [{ incrementValue: 3_000 }] },
      },
      'A change raised the price of the order, and the difference may have been paid by another transaction, which a return invoice does not give back: look for it in the payments module.',
    ],
    [
      "9: it is the seller's, and its marketplace was paid",
      { origin: 'Fulfillment' },
      'The payment of the order is with its marketplace, and only there it shows whether a return was refunded. If the order there never became invoiced, nothing was captured, and nothing is refunded (VTEX known issue 376646).',
    ],
    [
      '10: it was paid by bank invoice',
      paidBy('bankInvoice'),
      'A part was paid by bank invoice, in cash or by promissory note, which VTEX does not refund by itself: pay it back by hand.',
    ],
    [
      '10: it was paid by a gift card and two other means',
      paidBy('giftCard', 'creditCard', 'creditCard'),
      'The order was paid in three ways or more, one of them a gift card: VTEX may divide the refund of a return wrongly (VTEX known issue 464837).',
    ],
    [
      '15: a marketplace outside VTEX sold it',
      {
        origin: 'Fulfillment',
        affiliateId: 'AMZ',
        marketplaceOrderId: '701-0000000-0000000',
      },
      'The order was sold on a marketplace outside VTEX, which holds the payment: a return invoice here refunds nothing there.',
    ],
  ])(
    'says what its return leaves open, before it and after it: %s',
    async (_what, more, warning) => {
      const given = document([output(12_990, ALL)], more)
      const before = await tried('read', given)
      const after = await tried('return', given)

      expect(before.sent).toEqual([])
      expect(before.cancellation?.warnings).toContain(warning)
      expect(after.sent).toEqual(['INVOICE'])
      expect(after.cancellation?.warnings).toEqual([warning])
    }
  )

  it("does not take a VTEX marketplace's order for one from outside: its id ends like one of VTEX (15)", async () => {
    const { cancellation } = await tried(
      'cancel',
      document([], {
        origin: 'Fulfillment',
        affiliateId: 'SLR',
        marketplaceOrderId: '1380000000002-01',
        status: 'payment-approved',
      })
    )

    expect(cancellation).toMatchObject({ state: 'ACCEPTED', warnings: [] })
  })

  it.each([
    ['start-handling', '1218606'],
    ['processing', '1465447'],
    ['order-created', '1465447'],
  ])('names the known issue of a stop in %s (18)', async (status, issue) => {
    const { cancellation, sent } = await tried(
      'cancel',
      document([], { status, workflowIsInError: true })
    )

    expect(sent).toEqual([])
    expect(cancellation?.stuck).toMatchObject({
      kind: 'TRANSITION_STOPPED',
      knownIssue: issue,
    })
  })

  it('shows the beginning of a reason that is longer than 1,000 characters, and no other reason (27)', async () => {
    const { cancellation } = await tried(
      'read',
      document([], {
        status: 'canceled',
        cancelReason: 'short',
        cancellationData: { reason: `<p>${'a'.repeat(1_200)}` },
      })
    )

    expect(cancellation?.reason).toBe(`<p>${'a'.repeat(996)}…`)
  })

  it('finds a return on the order by a number with a space behind it, on either side (2)', async () => {
    const { sent, refusal, cancellation } = await tried(
      'return',
      document([output(12_990, ALL), input(12_990, 'R1 ')]),
      ' R1'
    )

    expect(refusal).toBeNull()
    expect(sent).toEqual(['POST'])
    expect(cancellation?.state).toBe('ACCEPTED')
  })
})
