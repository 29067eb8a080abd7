import {
  allRows,
  batchRows,
  createBatch,
  startBatch,
  untilBatch,
} from '../support/batches'
import type { RowAnswer } from '../support/batches'
import { orderCancellation } from '../support/graphql'
import { ageJournal, journalOf } from '../support/journal'
import { sorted } from '../support/lists'
import { useSimulator } from '../support/simulator'

const simulator = useSimulator(undefined, { replicas: 2 })

const SPACED = 'BWW-Loja Exemplo-2660650814-01'

const posts = async () =>
  (await simulator.omsCalls()).filter((call) => call.startsWith('POST'))

/** The calls of the ledger that read what stands beside an order. */
const readsBeside = async () =>
  (await simulator.allOmsCalls()).filter((call) =>
    /order-group|payment-transaction/.test(call)
  )

const shown = ({ row, state, cancellation }: RowAnswer) => ({
  row,
  state,
  code: cancellation?.refusal?.code ?? null,
  stuck: cancellation?.stuck?.kind ?? null,
})

test('a row becomes CANCELED with the warnings that a single read gives, which are counted and can be filtered for', async () => {
  await simulator.seed({ orderId: 'kept-01', keepsPayment: true })
  await simulator.seed({ orderId: 'pair-01', orderGroup: 'PAIR' })
  await simulator.seed({ orderId: 'pair-02', orderGroup: 'PAIR' })
  await simulator.seed({ orderId: 'plain-01' })
  await simulator.seed({ orderId: SPACED })

  const orders = ['kept-01', 'pair-01', 'plain-01', ` ${SPACED} `]
  const { id } = await startBatch(simulator, { orders })

  await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)
  await simulator.advance(10)

  const done = await untilBatch(simulator, id, ({ state }) => state === 'DONE')
  const rows = await allRows(simulator, id)

  expect(done.counts).toMatchObject({ total: 4, canceled: 4, withWarnings: 2 })
  expect(
    rows.map(({ orderId, state, cancellation }) => [
      ...[orderId, state],
      cancellation?.warnings,
    ])
  ).toEqual([
    [
      'kept-01',
      'CANCELED',
      [
        expect.stringMatching(
          /^The payment is not canceled: its transaction is /
        ),
      ],
    ],
    [
      'pair-01',
      'CANCELED',
      [
        'Order pair-02 of the same purchase is not canceled: cancel it too if the whole purchase is meant.',
      ],
    ],
    ['plain-01', 'CANCELED', []],
    [SPACED, 'CANCELED', []],
  ])

  expect(rows.map(({ cancellation }) => cancellation?.notices)).toEqual([
    [{ code: 'PAYMENT_HOLDS_MONEY', subject: expect.any(String) }],
    [{ code: 'SIBLING_LIVES', subject: 'pair-02' }],
    [],
    [],
  ])

  // Only the two rows with warnings come, from any of the states.
  const asked = { withWarnings: true }
  const canceled = { ...asked, states: ['CANCELED'] }
  const refused = { ...asked, states: ['REFUSED'] }

  expect(await batchRows(simulator, id, asked)).toEqual({
    items: rows.slice(0, 2),
    nextCursor: null,
  })
  expect((await batchRows(simulator, id, canceled)).items).toHaveLength(2)
  expect((await batchRows(simulator, id, refused)).items).toEqual([])
  expect((await batchRows(simulator, id)).items).toEqual(rows)

  // Each order was canceled once, and what stands beside it was read once.
  expect(sorted(await posts())).toEqual(
    sorted([
      'POST kept-01/cancel',
      'POST pair-01/cancel',
      'POST plain-01/cancel',
      `POST ${encodeURIComponent(SPACED)}/cancel`,
    ])
  )
  expect(
    (await readsBeside()).filter((call) => call.includes('payment'))
  ).toHaveLength(4)
  expect(await readsBeside()).toHaveLength(8)

  // A single read says the same of each of them.
  for (const { orderId, cancellation } of rows) {
    // eslint-disable-next-line no-await-in-loop
    const { warnings } = await orderCancellation(simulator, orderId)

    expect(warnings).toEqual(cancellation?.warnings)
  }

  expect((await journalOf(simulator, SPACED))?.entries).toMatchObject([
    { kind: 'cancel', completion: { outcome: 'received' } },
  ])
})

/** Each is refused, by the preview as by the run. */
const REFUSED_ORDERS = [
  {
    seed: {
      orderId: 'part-back-01',
      status: 'invoiced',
      value: 12990,
      packages: [
        { type: 'Output', invoiceNumber: 'N1' },
        { type: 'Input', invoiceNumber: 'R9', invoiceValue: 500, items: [] },
      ],
    },
    code: 'RETURN_INCOMPLETE',
    stuck: null,
  },
  ...['invoice', 'start-handling', 'order-created'].map((status) => ({
    seed: {
      orderId: `${status}-01`,
      status,
      stuckAt: status,
      workflowIsInError: true,
      ageSeconds: 17_280_000,
    },
    code: 'ORDER_STOPPED',
    stuck: 'TRANSITION_STOPPED',
  })),
]

test.each([
  ['a preview', true, 'READY'],
  ['a run', false, 'DONE'],
])(
  '%s refuses at once what came back in part, and what the platform has stopped moving, and sends nothing',
  async (_what, checkFirst, end) => {
    for (const { seed } of REFUSED_ORDERS) {
      // eslint-disable-next-line no-await-in-loop
      await simulator.seed(seed)
    }

    const input = {
      orders: REFUSED_ORDERS.map(({ seed }) => seed.orderId),
      checkFirst,
    }

    const { id } = checkFirst
      ? (await createBatch(simulator, input)).batch ?? { id: '' }
      : await startBatch(simulator, input)

    const { counts } = await untilBatch(
      simulator,
      id,
      ({ state }) => state === end
    )

    const rows = await allRows(simulator, id)

    expect(counts).toMatchObject({ total: 4, pending: 0, refused: 4 })
    expect(rows.map(shown)).toEqual(
      REFUSED_ORDERS.map(({ code, stuck }, index) => ({
        row: index + 1,
        state: 'REFUSED',
        code,
        stuck,
      }))
    )
    expect(rows.map(({ attempts }) => attempts)).toEqual([0, 0, 0, 0])
    expect(rows[0].cancellation?.refusal).toMatchObject({
      message: expect.stringMatching(/ 5\.00 .* 129\.90\./),
      retryable: false,
    })
    expect(await posts()).toEqual([])
  }
)

test('an invoice that comes between the two steps of a batch bars the second: nothing more is sent, and the row says why', async () => {
  const orders = ['still-open-01', 'moved-on-01']

  for (const orderId of orders) {
    // eslint-disable-next-line no-await-in-loop
    await simulator.seed({ orderId, status: 'handling' })
    // The first step reads the order twice; the second one cannot until the invoices are there.
    // eslint-disable-next-line no-await-in-loop
    await simulator.fault({
      name: 'between the steps',
      method: 'GET',
      path: `/orders/${orderId}`,
      skip: 2,
      times: 100,
      status: 503,
    })
  }

  const { id } = await startBatch(simulator, {
    orders,
    acceptOwnRequests: true,
  })

  await untilBatch(simulator, id, ({ counts }) => counts.awaitingDecision === 2)

  // Long ago: OMS has shown the requests since, and takes an invoice for the answer.
  await ageJournal(simulator, 'moved-on-01', 600)

  const invoiced = [{ type: 'Output', invoiceNumber: 'N1' }]

  await simulator.seed({
    orderId: 'still-open-01',
    status: 'cancellation-requested',
    packages: invoiced,
  })
  await simulator.seed({
    orderId: 'moved-on-01',
    status: 'invoiced',
    packages: invoiced,
  })
  await simulator.clearFaults()

  const { counts } = await untilBatch(
    simulator,
    id,
    ({ state }) => state === 'DONE'
  )

  // The request of the first is still open, so a person decides; that of the second is over.
  expect((await allRows(simulator, id)).map(shown)).toEqual([
    {
      row: 1,
      state: 'AWAITING_DECISION',
      code: 'ORDER_INVOICED',
      stuck: null,
    },
    { row: 2, state: 'REFUSED', code: 'NO_OPEN_REQUEST', stuck: null },
  ])
  expect(counts).toMatchObject({ awaitingDecision: 1, refused: 1, canceled: 0 })
  expect(await posts()).toEqual([
    'POST still-open-01/cancel',
    'POST moved-on-01/cancel',
  ])
})
