import {
  allRows,
  controlBatch,
  createBatch,
  readBatch,
} from '../support/batches'
import { useBatchSimulator } from '../support/batchWork'
import { ask, fieldOf } from '../support/graphql'

const simulator = useBatchSimulator()

const ORDERS = ['a-0001', 'a-0002']

const manyIds = (count: number) =>
  Array.from({ length: count }, (_, number) => `many${number}-01`)

/** Creates a batch in READY and returns its id. */
async function readyBatch(how: { as?: string } = {}) {
  const { batch } = await createBatch(
    simulator,
    { orders: ORDERS, checkFirst: false },
    how
  )

  return batch?.id ?? ''
}

const start = (id: string, expectedOrders?: number, how = {}) =>
  controlBatch(simulator, { id, action: 'START', expectedOrders }, how)

const revokeCancelAction = (user: string) =>
  simulator.grant({
    user,
    product: '19',
    resource: 'CancelAction',
    granted: false,
  })

async function expectNothingSent() {
  const calls = await simulator.ledger('oms')

  expect(calls.filter(({ method }) => method !== 'GET')).toEqual([])
}

describe('createCancellationBatch', () => {
  it('returns the same batch for the same key and input, also on another replica', async () => {
    const one = await createBatch(
      simulator,
      { orders: ORDERS, checkFirst: false },
      { replica: 0 }
    )

    const other = await createBatch(
      simulator,
      { orders: ORDERS, checkFirst: false },
      { replica: 1 }
    )

    expect(one.batch).toMatchObject({ state: 'READY', counts: { pending: 2 } })
    expect(other).toEqual(one)
  })

  it('refuses the same key with another input and leaves the batch unchanged', async () => {
    const id = await readyBatch()
    const { batch, refusal } = await createBatch(simulator, {
      orders: [...ORDERS, 'a-0003'],
      checkFirst: false,
    })

    expect(batch).toBeNull()
    expect(refusal).toMatchObject({
      code: 'CONFLICT',
      detail: 'KEY_OF_OTHER_INPUT',
      batchId: id,
    })
    expect((await allRows(simulator, id)).map((row) => row.orderId)).toEqual(
      ORDERS
    )
  })

  it('makes one batch from simultaneous calls with one key on two replicas', async () => {
    const calls = await Promise.all(
      [0, 1, 0, 1].map((replica) =>
        createBatch(simulator, { orders: ORDERS }, { replica })
      )
    )

    expect(calls.map(({ refusal }) => refusal)).toEqual([
      ...[null, null, null, null],
    ])
    expect(new Set(calls.map(({ batch }) => batch?.id)).size).toBe(1)

    const list = await ask(
      simulator,
      '{ cancellationBatches { items { id } nextCursor } }'
    )

    expect(fieldOf(list, 'cancellationBatches')).toEqual({
      items: [{ id: calls[0].batch?.id }],
      nextCursor: null,
    })
  })

  it('accepts one of two different inputs sent with one key at the same moment, and refuses the other', async () => {
    const answers = await Promise.all(
      [0, 1].map((replica) =>
        createBatch(simulator, { orders: [`b-000${replica}`] }, { replica })
      )
    )

    expect(answers.filter(({ batch }) => batch !== null)).toHaveLength(1)
    expect(answers.flatMap(({ refusal }) => refusal?.code ?? [])).toEqual([
      'CONFLICT',
    ])
  })

  it.each([
    ['10,001 orders', { orders: manyIds(10_001) }, 'TOO_MANY_ORDERS'],
    ['no order', { orders: [] }, 'INVALID_INPUT'],
    ['an empty key', { orders: ORDERS, idempotencyKey: ' ' }, 'INVALID_INPUT'],
    [
      'a maxPerMinute of 0',
      { orders: ORDERS, maxPerMinute: 0 },
      'INVALID_INPUT',
    ],
    [
      'a row whose reason is too long',
      { orders: [{ orderId: 'a-0001', reason: 'x'.repeat(201) }] },
      'INVALID_INPUT',
    ],
  ])('refuses %s and stores nothing', async (_what, input, code) => {
    const { batch, refusal } = await createBatch(simulator, input)

    expect(batch).toBeNull()
    expect(refusal?.code).toBe(code)
    expect(await simulator.files()).toEqual([])
  })

  it('accepts 10,000 orders even if each call to VBase takes 100 ms', async () => {
    await simulator.choose({ latencyMs: 100 })

    const { batch, refusal } = await createBatch(simulator, {
      orders: manyIds(10_000),
      checkFirst: false,
    })

    expect(refusal).toBeNull()
    expect(batch).toMatchObject({ state: 'READY', counts: { pending: 10_000 } })
  })

  it('refuses a caller who may not cancel orders', async () => {
    const answer = await ask(
      simulator,
      `mutation { createCancellationBatch(input: { idempotencyKey: "k", orders: [{ orderId: "a-0001" }] }) { batch { id } } }`,
      { as: 'viewer' }
    )

    expect(answer.errors[0].extensions.code).toBe('FORBIDDEN')
    expect(await simulator.files()).toEqual([])
  })
})

describe('controlCancellationBatch', () => {
  it('does not start a batch whose order count differs from the one that the caller expects', async () => {
    const id = await readyBatch()

    expect((await start(id)).refusal).toMatchObject({
      code: 'COUNT_MISMATCH',
      detail: 'COUNT_MISSING',
      subject: null,
    })
    expect((await start(id, 3)).refusal).toMatchObject({
      code: 'COUNT_MISMATCH',
      detail: 'COUNT_DIFFERS',
      subject: '2',
    })
    expect((await readBatch(simulator, id)).batch).toMatchObject({
      state: 'READY',
      history: [],
    })
    await expectNothingSent()
  })

  it.each(['PAUSE', 'RESUME', 'RETRY'])(
    'refuses to %s a batch that waits to be started',
    async (action) => {
      const id = await readyBatch()
      const { batch, refusal } = await controlBatch(simulator, { id, action })

      expect(refusal).toMatchObject({
        code: 'WRONG_STATE',
        detail: `NOT_TO_${action}`,
        subject: 'READY',
        batchId: id,
      })
      expect(batch?.state).toBe('READY')
    }
  )

  it('answers NOT_FOUND for an id that belongs to no batch', async () => {
    for (const id of ['0'.repeat(32), '../lane', 'a-0001']) {
      // eslint-disable-next-line no-await-in-loop
      const { batch, refusal } = await controlBatch(simulator, {
        id,
        action: 'ABORT',
      })

      expect([batch, refusal?.code]).toEqual([null, 'NOT_FOUND'])
    }
  })

  it('refuses to start a batch whose creator has lost the permission to cancel, even for a caller who has it', async () => {
    const id = await readyBatch({ as: 'api-key' })

    await revokeCancelAction('vtexappkey-acme-SIMULATED')

    const { batch, refusal } = await start(id, 2)

    expect(refusal?.code).toBe('NOT_PERMITTED')
    expect(batch).toMatchObject({ state: 'READY', history: [] })
    await expectNothingSent()
  })

  it("refuses to start a batch while License Manager cannot confirm the creator's permission", async () => {
    const id = await readyBatch({ as: 'api-key' })

    await simulator.fault({
      name: 'outage',
      path: '/license-manager/',
      // The first call is @auth's check of the caller; it succeeds.
      skip: 1,
      times: 9,
      status: 500,
    })

    expect((await start(id, 2)).refusal?.code).toBe('NOT_PERMITTED')
    await simulator.clearFaults()
    expect((await readBatch(simulator, id)).batch?.state).toBe('READY')
    await expectNothingSent()
  })

  it('aborts a batch before its start, sends nothing and records who aborted it', async () => {
    const id = await readyBatch()
    const { refusal } = await controlBatch(simulator, { id, action: 'ABORT' })

    expect(refusal).toBeNull()

    const { batch } = await readBatch(simulator, id)

    expect(batch).toMatchObject({
      state: 'ABORTED',
      history: [{ action: 'ABORT', by: 'olga@acme.example' }],
    })
    expect((await start(id, 2)).refusal?.code).toBe('WRONG_STATE')
    await expectNothingSent()
  })
})
