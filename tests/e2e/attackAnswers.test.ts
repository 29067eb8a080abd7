import { memoryMb } from '../../bench/memory'
import { controlBatch, createBatch, readBatch } from '../support/batches'
import { useBatchSimulator } from '../support/batchWork'
import { ask, expectRefused, fieldOf } from '../support/graphql'
import type { PayloadAnswer } from '../support/batches'

const simulator = useBatchSimulator(1)

const ORDERS = ['a-0001', 'a-0002', 'a-0003']
const ROWS = 'orders { items { orderId cancellation { orderStatus } } }'

const ids = (count: number) =>
  Array.from({ length: count }, (_, index) => `many${index}-01`)

const aliases = (count: number, field: string) =>
  Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ')

/** Creates a batch that waits for its start, and returns its id. */
async function readyBatch(as = 'operator', key = 'key-1') {
  const { batch } = await createBatch(
    simulator,
    { orders: ORDERS, checkFirst: false, idempotencyKey: key, name: 'Recall' },
    { as }
  )

  return batch?.id ?? ''
}

const peakMb = async () =>
  memoryMb((await simulator.replicas())[0].pid ?? 0, 'peak')

/** Reads a file of a batch that the app keeps. */
async function fileAt(end: string) {
  const file = (await simulator.files()).find(({ path }) => path.endsWith(end))

  if (!file) throw new Error(`There is no file ${end}.`)

  return { path: file.path, body: file.body as Record<string, unknown> }
}

describe('the cost of an answer', () => {
  it('is bounded before anything is read: 50 lists of 160 pages are refused, and the part that is too large is named', async () => {
    const answer = await ask(
      simulator,
      `{ cancellationBatches(first: 50) { items { ${aliases(
        160,
        'orders(first: 200) { items { row } }'
      )} } } }`,
      { as: 'viewer' }
    )

    await expectRefused(
      simulator,
      answer,
      'This request asks for up to 1600000 rows, and an answer has at most 2000. Its largest part is cancellationBatches(first: 50).items.orders(first: 200), 1600000 rows under 160 names. A page of rows counts as 100 or more, and each further name of a field as all of its rows again. Lower first, leave out names, or send several requests.'
    )
  })

  it('may be ten pages of 200 rows, which all come', async () => {
    const { batch } = await createBatch(simulator, {
      orders: ids(2_000),
      checkFirst: false,
    })

    const pages = Array.from(
      { length: 10 },
      (_, index) =>
        `a${index}: orders(first: 200${
          index === 0 ? '' : `, after: "${index * 200}"`
        }) { items { row } }`
    )

    const answer = await ask(
      simulator,
      `{ cancellationBatch(id: "${batch?.id}") { batch { ${pages.join(
        ' '
      )} } } }`,
      { as: 'viewer' }
    )

    const shown = fieldOf<{
      batch: Record<string, { items: Array<{ row: number }> }>
    }>(answer, 'cancellationBatch').batch

    expect(answer.errors).toEqual([])
    expect(
      Object.values(shown).flatMap(({ items }) => items.map(({ row }) => row))
    ).toEqual(Array.from({ length: 2_000 }, (_, index) => index + 1))
  })
})

describe('an answer without errors beside data', () => {
  it('comes when the rows of a batch cannot be read: the refusal says so', async () => {
    const id = await readyBatch()

    await simulator.fault({
      name: 'rows',
      path: '/out/',
      times: 99,
      status: 500,
    })

    const { data, errors } = await ask(
      simulator,
      `{ cancellationBatch(id: "${id}") { batch { id ${ROWS} } refusal { code } } }`
    )

    expect({ data, errors }).toEqual({
      data: {
        cancellationBatch: {
          batch: null,
          refusal: { code: 'STORAGE_UNAVAILABLE' },
        },
      },
      errors: [],
    })
  })

  it('comes as one error without data when the rows of a list cannot be read', async () => {
    await readyBatch()
    await simulator.fault({
      name: 'rows',
      path: '/out/',
      times: 99,
      status: 500,
    })

    const { data, errors } = await ask(
      simulator,
      `{ cancellationBatches { items { id ${ROWS} } } }`
    )

    expect(data).toBeNull()
    expect(errors.map(({ extensions }) => extensions.code)).toEqual([
      'STORAGE_UNAVAILABLE',
    ])
  })

  it('comes for every batch of the list when one has a time that no date holds', async () => {
    await readyBatch('operator', 'key-1')

    const { path, body } = await fileAt('manifest.json')

    await readyBatch('operator', 'key-2')
    await simulator.putFile('batches', path, {
      ...body,
      createdAtMs: 8.64e15 + 1,
    })

    const { errors } = await ask(
      simulator,
      '{ cancellationBatches { items { id createdAt } } }'
    )

    expect(errors).toEqual([])
  })

  it('comes when the pace in the lane would take for ever: the start is not reported as a failure', async () => {
    const id = await readyBatch()
    const { body } = await fileAt('lane.json')
    const now = Date.now()
    const pacer = {
      ratePerSecond: 0,
      limitPerSecond: 1,
      climbPerSecond: 1,
      isSlowStart: false,
      pausedUntilMs: 0,
      failedProbes: 0,
      cycleStartMs: 0,
      cycleCount: 0,
    }

    await simulator.putFile('batches', 'lane.json', {
      ...body,
      owner: 'another replica',
      expiresAtMs: now + 60_000,
      endsAtMs: now + 47_000,
      savedAtMs: now,
      pacers: { sends: pacer, reads: pacer },
    })

    const { data, errors } = await ask(
      simulator,
      `mutation { controlCancellationBatch(id: "${id}", action: START, expectedOrders: 3) {
        batch { state } refusal { code } } }`
    )

    expect({ data, errors }).toEqual({
      data: {
        controlCancellationBatch: {
          batch: { state: 'RUNNING' },
          refusal: null,
        },
      },
      errors: [],
    })
  })
})

describe('the rows of a batch', () => {
  const NOT_PERMITTED =
    'This call asks for the rows of a batch (orders), and the License Manager resource ListOrders of product OMS is missing. Nothing was done. Leave out orders, or ask an administrator of the store for a role that has it.'

  const asked = async (query: string) => ask(simulator, query, { as: 'blind' })

  it('are not shown to a caller who may cancel and not list orders: the control that asks for them is refused, and not done', async () => {
    const id = await readyBatch('blind')
    const control = (fields: string) =>
      asked(
        `mutation { controlCancellationBatch(id: "${id}", action: ABORT) { ${fields} refusal { code message } } }
         fragment F on CancellationBatch { a: ${ROWS} }`
      )

    for (const fields of [
      `batch { ${ROWS} } ...on CancellationBatchPayload { batch { ...F } }`,
      'b: batch { ...F }',
    ]) {
      // eslint-disable-next-line no-await-in-loop
      const { errors, data } = await control(fields)

      expect({ errors, data }).toMatchObject({
        errors: [],
        data: {
          controlCancellationBatch: {
            refusal: { code: 'NOT_PERMITTED', message: NOT_PERMITTED },
          },
        },
      })
    }

    expect((await readBatch(simulator, id)).batch).toMatchObject({
      state: 'READY',
      history: [],
    })
  })

  it('are not shown by a create either, which stores nothing; without them the same caller may create and control', async () => {
    const { data, errors } = await asked(
      `mutation { createCancellationBatch(input: { idempotencyKey: "key-1", orders: [{ orderId: "a-0001" }] }) {
        batch { id ${ROWS} } refusal { code } } }`
    )

    expect({ data, errors }).toEqual({
      data: {
        createCancellationBatch: {
          batch: null,
          refusal: { code: 'NOT_PERMITTED' },
        },
      },
      errors: [],
    })
    expect(await simulator.files()).toEqual([])

    const id = await readyBatch('blind')
    const aborted = await controlBatch(
      simulator,
      { id, action: 'ABORT' },
      { as: 'blind' }
    )

    expect(aborted.refusal).toBeNull()
  })

  it('are not shown while License Manager does not say who may read them', async () => {
    const id = await readyBatch()

    await simulator.fault({
      name: 'outage',
      path: 'resources/ListOrders',
      times: 9,
      status: 500,
    })

    const { data } = await ask(
      simulator,
      `mutation { controlCancellationBatch(id: "${id}", action: ABORT) { batch { id ${ROWS} } refusal { code } } }`
    )

    expect(data?.controlCancellationBatch).toEqual({
      batch: null,
      refusal: { code: 'NOT_PERMITTED' },
    })
    await simulator.clearFaults()
    expect((await readBatch(simulator, id)).batch?.state).toBe('READY')
  })

  it('come with a mutation for a caller who may list orders', async () => {
    const id = await readyBatch()
    const { data } = await ask(
      simulator,
      `mutation { controlCancellationBatch(id: "${id}", action: ABORT) { batch { orders { items { orderId } } } refusal { code } } }`
    )

    expect(data?.controlCancellationBatch).toEqual({
      batch: { orders: { items: ORDERS.map((orderId) => ({ orderId })) } },
      refusal: null,
    })
  })
})

describe('a guessed idempotency key', () => {
  it("tells nothing of another creator's batch, and its creator still gets the id", async () => {
    const id = await readyBatch('operator')
    const other = { orders: ['b-0001'], checkFirst: false }
    const guessed = await createBatch(simulator, other, { as: 'api-key' })

    expect(guessed).toEqual<PayloadAnswer>({
      batch: null,
      refusal: {
        code: 'CONFLICT',
        message:
          'This idempotency key is taken. Nothing was done: take a new key.',
        batchId: null,
      },
    })
    expect((await createBatch(simulator, other)).refusal).toMatchObject({
      code: 'CONFLICT',
      batchId: id,
    })
  })

  it('finds the batch for another creator who gives the same input, since an API key may have been replaced', async () => {
    const id = await readyBatch('operator')

    expect(await readyBatch('api-key')).toBe(id)
  })
})

describe('a cursor that no page has given', () => {
  const UNKNOWN =
    'after is no nextCursor of this list: take the one of the page before, or leave it out to begin anew.'

  it.each(['x', '0'.repeat(32), ''])(
    'is refused by the list of batches (%p), which does not begin anew',
    async (after) => {
      await readyBatch()

      const { data, errors } = await ask(
        simulator,
        `{ cancellationBatches(after: "${after}") { items { id } } }`
      )

      expect(data).toBeNull()
      expect(errors).toMatchObject([
        { message: UNKNOWN, extensions: { code: 'BAD_REQUEST' } },
      ])
    }
  )

  it.each(['x', '0', '-1', '4', '1e1', ''])(
    'is refused by the rows of a batch (%p), without data',
    async (after) => {
      const id = await readyBatch()
      const { data, errors } = await ask(
        simulator,
        `{ cancellationBatch(id: "${id}") { batch { orders(after: "${after}") { items { row } } } } }`
      )

      expect(data).toBeNull()
      expect(errors).toMatchObject([
        { message: UNKNOWN, extensions: { code: 'BAD_REQUEST' } },
      ])
    }
  )
})

describe('200 MB of gzip', () => {
  const bomb = { name: 'bomb', status: 200, gzipMb: 200 }

  it.each([
    ['VTEX ID', { host: 'vtexid.vtex.com.br' }],
    ['License Manager', { path: '/license-manager/' }],
  ])(
    'from %s for the check of the caller are not read: the call is refused, and the replica keeps its memory',
    async (_who, where) => {
      const before = await peakMb()

      await simulator.fault({ ...bomb, ...where })

      const { data, errors } = await ask(
        simulator,
        'mutation { cancelOrder(orderId: "1380000000002-01") { state } }'
      )

      expect(data).toBeNull()
      expect(errors.map(({ extensions }) => extensions.code)).toEqual([
        'AUTH_UNAVAILABLE',
      ])
      expect(await simulator.omsCalls()).toEqual([])
      // False also where the system does not report the memory.
      expect((await peakMb()) - before > 64).toBe(false)
    }
  )

  it.each([
    ['VTEX ID', { host: 'vtexid.vtex.com.br' }],
    ['License Manager', { path: '/license-manager/' }],
  ])(
    'from %s for the creator of a batch are not read: nothing is stored',
    async (_who, where) => {
      const before = await peakMb()

      await simulator.fault({ ...bomb, ...where, skip: 1 })

      const { batch, refusal } = await createBatch(simulator, {
        orders: ORDERS,
      })

      expect([batch, refusal?.code]).toEqual([null, 'NOT_PERMITTED'])
      expect(await simulator.files()).toEqual([])
      expect((await peakMb()) - before > 64).toBe(false)
    }
  )

  it('from OMS are not read: nothing is sent', async () => {
    const before = await peakMb()

    await simulator.fault({ ...bomb, host: 'portal.vtexcommercestable.com.br' })

    const { data } = await ask(
      simulator,
      'mutation { cancelOrder(orderId: "1380000000002-01") { refusal { code } } }'
    )

    expect(data?.cancelOrder).toEqual({ refusal: { code: 'ORDER_UNREADABLE' } })
    expect(await simulator.omsCalls()).toEqual(['GET 1380000000002-01'])
    expect((await peakMb()) - before > 64).toBe(false)
  })

  it('from VBase are not read: the batch is FAILED, and says which file is the cause', async () => {
    const id = await readyBatch()
    const before = await peakMb()

    await simulator.fault({ ...bomb, path: '/manifest.json', times: 9 })
    expect((await readBatch(simulator, id)).batch).toMatchObject({
      state: 'FAILED',
      warnings: [expect.stringContaining('manifest.json')],
    })
    expect((await peakMb()) - before > 64).toBe(false)
  })
})

describe('a check of the caller that never ends', () => {
  it.each([
    ['VTEX ID', { host: 'vtexid.vtex.com.br' }],
    ['License Manager', { path: '/license-manager/' }],
  ])(
    'because %s drips is given up, and nothing is sent',
    async (_who, where) => {
      await simulator.fault({
        name: 'drip',
        kind: 'drip',
        status: 200,
        ...where,
      })

      const { errors } = await ask(
        simulator,
        'mutation { cancelOrder(orderId: "1380000000002-01") { state } }'
      )

      expect(errors.map(({ extensions }) => extensions.code)).toEqual([
        'AUTH_UNAVAILABLE',
      ])
      expect(await simulator.omsCalls()).toEqual([])
    }
  )
})

describe('half of a character', () => {
  it.each([
    ['in a key', { idempotencyKey: 'k\ud800' }],
    ['in a name', { name: '\udc00n' }],
    ['in a reason', { reason: '\ud83d' }],
    [
      'in the reason of a row',
      { orders: [{ orderId: 'a', reason: '\ud800' }] },
    ],
  ])(
    '%s of a batch is refused, and nothing is stored',
    async (_where, input) => {
      const { batch, refusal } = await createBatch(simulator, {
        orders: ORDERS,
        ...input,
      })

      expect([batch, refusal?.code]).toEqual([null, 'INVALID_INPUT'])
      expect(await simulator.files()).toEqual([])
    }
  )

  it('in the reason of a cancel is refused, and nothing is sent', async () => {
    const { data } = await ask(
      simulator,
      'mutation($reason: String) { cancelOrder(orderId: "1380000000002-01", reason: $reason) { refusal { code } } }',
      { variables: { reason: 'late \ud83d' } }
    )

    expect(data?.cancelOrder).toEqual({ refusal: { code: 'INVALID_INPUT' } })
    expect(await simulator.omsCalls()).toEqual([])
  })

  it('in an order id is refused, and nothing is read', async () => {
    const { data } = await ask(
      simulator,
      'query($id: ID!) { orderCancellation(orderId: $id) { refusal { code } } }',
      { variables: { id: '1380000000002-01\ud800' } }
    )

    expect(data?.orderCancellation).toEqual({
      refusal: { code: 'INVALID_ORDER_ID' },
    })
    expect(await simulator.omsCalls()).toEqual([])
  })
})

describe('10,000 orders whose reasons have accents', () => {
  /** Makes rows of which each takes as many bytes, beside 40 to 50 for the rest of it. */
  const rows = (characters: number) =>
    ids(10_000).map((orderId) => ({ orderId, reason: 'é'.repeat(characters) }))

  it('are accepted in 3,000,000 bytes', async () => {
    const { batch, refusal } = await createBatch(simulator, {
      orders: rows(128),
      checkFirst: false,
    })

    expect(refusal).toBeNull()
    expect(batch?.counts.pending).toBe(10_000)
  })

  it('are refused above that with the limit in bytes, and nothing is stored', async () => {
    const { batch, refusal } = await createBatch(simulator, {
      orders: rows(133),
    })

    expect(batch).toBeNull()
    expect(refusal).toEqual({
      code: 'INVALID_INPUT',
      message:
        'orders takes at most 3000000 bytes as JSON in UTF-8: shorten the reasons of the rows, give one reason for the whole batch, or make several batches. Nothing was done.',
      batchId: null,
    })
    expect(await simulator.files()).toEqual([])
  })

  it('are refused by the runtime itself above 3 MiB, as documented, and nothing is stored', async () => {
    const { status, data } = await ask(
      simulator,
      'mutation($input: CreateCancellationBatchInput!) { createCancellationBatch(input: $input) { batch { id } } }',
      { variables: { input: { idempotencyKey: 'k', orders: rows(200) } } }
    )

    expect({ status, data }).toEqual({ status: 413, data: null })
    expect(await simulator.ledger()).toEqual([])
  })
})
