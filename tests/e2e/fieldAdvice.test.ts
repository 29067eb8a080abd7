import type { Seed } from '../../simulator/services/oms/seed'
import { ORDER, posts, sale } from '../support/fieldCases'
import {
  cancelOrder,
  decideRequest,
  returnInvoicedOrder,
} from '../support/graphql'
import { useSimulator } from '../support/simulator'

const NOT_TAKEN = (status: string) =>
  `Order ${ORDER} takes no return invoice: it is canceled, on its way there, or replaced. Its status was "${status}". If its goods were sent, look in the payments module whether the payment was given back already, and settle there what is missing.`

const PENDING = `Order ${ORDER} has an open cancellation request, which a cancel would accept: accept or deny the request instead.`

const NOT_INVOICED = (status: string, what: string) =>
  `Order ${ORDER} is not fully invoiced, and a return invoice makes no refund before it is. Its status was "${status}". ${what}`

/** What a return is told in each status without an invoice, and whether a cancel is then sent. */
const RETURNS: Array<[string, string, string, boolean]> = [
  ['canceled', 'RETURN_NOT_TAKEN', NOT_TAKEN('canceled'), false],
  ['cancel', 'RETURN_NOT_TAKEN', NOT_TAKEN('cancel'), false],
  ['request-cancel', 'RETURN_NOT_TAKEN', NOT_TAKEN('request-cancel'), false],
  ['replaced', 'RETURN_NOT_TAKEN', NOT_TAKEN('replaced'), false],
  ['cancellation-requested', 'DECISION_PENDING', PENDING, false],
  [
    'waiting-for-seller-decision',
    'ORDER_NOT_INVOICED',
    NOT_INVOICED(
      'waiting-for-seller-decision',
      'Wait until the other side has decided about its cancellation request.'
    ),
    false,
  ],
  [
    'cancellation-request-denied',
    'ORDER_NOT_INVOICED',
    NOT_INVOICED('cancellation-request-denied', 'Cancel it instead.'),
    true,
  ],
  [
    'payment-approved',
    'ORDER_NOT_INVOICED',
    NOT_INVOICED('payment-approved', 'Cancel it instead.'),
    true,
  ],
  [
    'handling',
    'ORDER_NOT_INVOICED',
    NOT_INVOICED('handling', 'Cancel it instead.'),
    true,
  ],
]

const at = (status: string): Seed => ({
  orderId: ORDER,
  status,
  stuckAt: status,
})

describe('advice that is followed never leads back to where it was given (order flow; help page Order replacement)', () => {
  const simulator = useSimulator()

  it.each(RETURNS)(
    'a return of an order in %s is told %s, and "cancel it instead" only where cancelOrder then sends',
    async (status, code, message, isCancelSent) => {
      await simulator.seed(at(status))

      expect(
        (await returnInvoicedOrder(simulator, ORDER)).refusal
      ).toMatchObject({ code, message })
      expect(/Cancel it instead/.test(message)).toBe(isCancelSent)
      expect(await posts(simulator)).toEqual([])

      await cancelOrder(simulator, ORDER)
      expect(await posts(simulator)).toEqual(
        isCancelSent ? [`POST ${ORDER}/cancel`] : []
      )
    }
  )

  it('a cancel of a replaced order names the order that lives on', async () => {
    await simulator.seed(at('replaced'))

    expect((await cancelOrder(simulator, ORDER)).refusal).toMatchObject({
      code: 'NOT_CANCELLABLE',
      message: `OMS does not cancel order ${ORDER}. Its status was "replaced". Another order has taken its place: cancel that one, if it is meant.`,
      retryable: false,
    })
  })

  it('cancelOrder says DECIDE_REQUEST about an open request, and the accept that follows is sent', async () => {
    await simulator.seed({ ...at('cancellation-requested'), stuckAt: null })

    expect((await cancelOrder(simulator, ORDER)).nextStep).toBe(
      'DECIDE_REQUEST'
    )
    expect(
      (await decideRequest(simulator, ORDER, { accept: null })).state
    ).toBe('ACCEPTED')
    expect(await posts(simulator)).toEqual([`POST ${ORDER}/cancel`])
  })

  it('an order that came back whole, and that OMS does not cancel, says that its returns refund', async () => {
    await simulator.seed({ ...at('payment-approved'), packages: [sale('N1')] })

    expect(await returnInvoicedOrder(simulator, ORDER)).toMatchObject({
      refusal: null,
      cancellation: {
        refusal: {
          code: 'NOT_CANCELLABLE',
          message: `OMS does not cancel order ${ORDER}. Its status was "payment-approved". All that was invoiced is on return invoices, which refund by themselves: only the status stays.`,
        },
      },
    })
    expect((await simulator.book(ORDER)).paidBack).toBe(12990)
  })

  it.each(['invoiced', 'payment-approved'])(
    'cancelOrder says RETURN_INVOICE about an order that is all invoiced, in %s, and the return that follows is sent',
    async (status) => {
      await simulator.seed({ ...at(status), packages: [sale('N1')] })

      expect((await cancelOrder(simulator, ORDER)).nextStep).toBe(
        'RETURN_INVOICE'
      )
      expect((await returnInvoicedOrder(simulator, ORDER)).refusal).toBeNull()
      expect(await posts(simulator)).toEqual([
        `POST ${ORDER}/invoice`,
        `POST ${ORDER}/cancel`,
      ])
      expect((await simulator.book(ORDER)).paidBack).toBe(12990)

      // The shopper has the money: nothing more is advised or sent as a return.
      expect((await returnInvoicedOrder(simulator, ORDER)).refusal).toBeNull()
      expect(
        (await posts(simulator)).filter((call) => call.endsWith('/invoice'))
      ).toHaveLength(1)
    }
  )
})
