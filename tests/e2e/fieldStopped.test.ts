import type { Seed } from '../../simulator/services/oms/seed'
import {
  expectBarred,
  expectBatch,
  ORDER,
  posts,
  previewOf,
  sale,
} from '../support/fieldCases'
import type { Barred } from '../support/fieldCases'
import {
  cancelOrder,
  decideRequest,
  orderCancellation,
  returnInvoicedOrder,
} from '../support/graphql'
import { useSimulator } from '../support/simulator'

const CHANGED = '2026-05-10T12:00:00.000Z'
const IN_ERROR = "OMS says that the order's workflow is in error."

const at = (status: string, more: Seed = {}): Seed => ({
  status,
  stuckAt: status,
  lastChange: CHANGED,
  ...more,
})

const stopped = (status: string, isInError: boolean) =>
  `Order {id} has stopped in the status "${status}": its last change was at ${CHANGED}. Only the platform can move it on: open a ticket with VTEX.${
    isInError ? ` ${IN_ERROR}` : ''
  }`

const aStopped = (
  situation: string,
  status: string,
  more: Seed = {}
): Barred => ({
  situation,
  order: at(status, more),
  state: 'STUCK',
  nextStep: 'OPEN_TICKET',
  code: 'ORDER_STOPPED',
  message: stopped(status, more.workflowIsInError === true),
})

const OUTSIDER = [
  {
    id: 'MKTP',
    name: 'Outside',
    fulfillmentEndpoint: 'https://external.example/api',
  },
]

/** Orders in a status that only the platform changes, and that it does not change any more. */
const STOPPED: Barred[] = [
  aStopped(
    'in invoice, in error (known issues 376646, 500245, 1349027)',
    'invoice',
    {
      workflowIsInError: true,
    }
  ),
  aStopped(
    "a marketplace's order in invoice, in error, whose seller outside VTEX has invoiced it (known issue 376646): its goods may be out",
    'invoice',
    { workflowIsInError: true, sellers: OUTSIDER, packages: [sale('N1')] }
  ),
  aStopped(
    'in start-handling, in error (known issue 1218606)',
    'start-handling',
    {
      workflowIsInError: true,
    }
  ),
  aStopped('in start-handling for months, without an error', 'start-handling'),
  aStopped('in order-created, in error', 'order-created', {
    workflowIsInError: true,
  }),
  aStopped(
    'in invoice-after-cancellation-deny, in error',
    'invoice-after-cancellation-deny',
    { workflowIsInError: true }
  ),
]

/** Orders that the platform is moving at this moment. */
const MOVING: Array<[string, Seed]> = [
  ['changed a minute ago', { ageSeconds: 60 }],
  [
    'with a last change ten years ahead, which says nothing',
    { lastChange: '2036-11-20T10:00:00Z' },
  ],
]

describe('an order that has stopped outside its cancellation', () => {
  const simulator = useSimulator()

  it.each(STOPPED)(
    '$situation: the query and cancelOrder say STUCK and since when, not to try again; nothing is sent',
    async (barred) => {
      await expectBarred(simulator, barred)

      const { stuck, refusal } = await cancelOrder(simulator, ORDER)

      expect(refusal?.retryable).toBe(false)
      expect(stuck).toMatchObject({
        kind: 'TRANSITION_STOPPED',
        since: CHANGED,
        advice: expect.stringMatching(/ticket/),
      })
    }
  )

  it.each(STOPPED)(
    '$situation: neither accept, nor deny, nor return advises to try again, and none is sent',
    async ({ order }) => {
      await simulator.seed({ orderId: ORDER, ...order })

      const decided = [
        await decideRequest(simulator, ORDER, { accept: null }),
        await decideRequest(simulator, ORDER, { deny: 'No' }),
      ]

      expect(decided).toMatchObject([
        { state: 'STUCK', nextStep: 'OPEN_TICKET' },
        { state: 'STUCK', nextStep: 'OPEN_TICKET' },
      ])
      expect(
        (await returnInvoicedOrder(simulator, ORDER)).refusal
      ).toMatchObject({ code: 'ORDER_STOPPED', retryable: false })
      expect(await posts(simulator)).toEqual([])
      expect((await simulator.book(ORDER)).paidBack).toBe(0)
    }
  )

  it('a workflow in error is said in the refusal of an invoiced order, too', () =>
    expectBarred(simulator, {
      situation: 'invoiced and in error',
      order: {
        status: 'invoiced',
        packages: [sale('N1')],
        workflowIsInError: true,
      },
      nextStep: 'RETURN_INVOICE',
      code: 'ORDER_INVOICED',
      message: `Order {id} is invoiced, and can be canceled only after all of it came back on a return invoice. Send one with returnInvoicedOrder. ${IN_ERROR}`,
    }))

  it.each(MOVING)(
    'in start-handling, %s: it is moving, and the caller is told to try again',
    async (_what, order) => {
      await simulator.seed({
        orderId: ORDER,
        status: 'start-handling',
        stuckAt: 'start-handling',
        ...order,
      })

      expect(await cancelOrder(simulator, ORDER)).toMatchObject({
        state: 'NOT_REQUESTED',
        nextStep: 'RETRY_LATER',
        stuck: null,
        refusal: { code: 'ORDER_IN_TRANSITION', retryable: true },
      })
      expect(await posts(simulator)).toEqual([])
    }
  )

  it("seconds after this app's own confirmed send, an order in cancel with an old last change is not stuck", async () => {
    await simulator.seed({ orderId: ORDER })
    await cancelOrder(simulator, ORDER)
    await simulator.seed({ orderId: ORDER, ...at('cancel') })

    expect(await orderCancellation(simulator, ORDER)).toMatchObject({
      state: 'ACCEPTED',
      nextStep: 'CHECK_AGAIN',
      stuck: null,
    })
  })

  it('a preview leaves an order that is moving for the run', async () => {
    await simulator.seed({
      orderId: ORDER,
      status: 'start-handling',
      ageSeconds: 60,
    })

    expect(await previewOf(simulator, [ORDER])).toMatchObject([
      {
        state: 'PENDING',
        cancellation: { refusal: { code: 'ORDER_IN_TRANSITION' } },
      },
    ])
    expect(await posts(simulator)).toEqual([])
  })

  it('a batch refuses the stopped ones at once, in its preview and in its run, and waits for none', () =>
    expectBatch(simulator, STOPPED, [{}]))
})
