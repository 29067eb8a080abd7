import { ask, fieldOf, REFUSAL } from './graphql'
import type { OrderAnswer } from './graphql'
import type { Simulator } from './simulator'

/** All fields of a batch except its rows. */
const BATCH = `{
  cacheId id name state reason action requestedByUser createdBy createdAt startedAt finishedAt
  deletedAfter warnings notices { code message subject }
  counts {
    total pending skipped accepted awaitingDecision canceled denied stuck refused unknown notAttempted
    withWarnings
  }
  acceptOwnRequests maxRefusals maxPerMinute actions checked checkedAt retryable
  groups { outlook count sums { currency value } unvalued }
  pacePerMinute throttledUntil estimatedSecondsLeft
  history { action by at } lastControl { action by at }
}`

const PAYLOAD = `{ batch ${BATCH} refusal { code message detail subject batchId } }`

const ROW = `{
  cacheId row orderId state attempts updatedAt outlook value currency
  cancellation {
    cacheId orderId state awaiting orderStatus date receipt reason nextStep warnings
    notices { code subject } stuck { kind } denial { reason date }
    ${REFUSAL}
  }
}`

export interface BatchAnswer {
  id: string
  cacheId: string
  name: string | null
  state: string
  reason: string | null
  action: string
  createdBy: string
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
  deletedAfter: string | null
  warnings: string[]
  notices: Array<{ code: string; message: string; subject: string | null }>
  counts: Record<string, number>
  pacePerMinute: number | null
  throttledUntil: string | null
  estimatedSecondsLeft: number | null
  acceptOwnRequests: boolean
  maxRefusals: number | null
  maxPerMinute: number | null
  actions: string[]
  checked: number
  checkedAt: string | null
  retryable: number
  groups: BatchGroupAnswer[]
  history: ActionAnswer[]
  lastControl: ActionAnswer | null
}

interface ActionAnswer {
  action: string
  by: string | null
  at: string
}

export interface BatchGroupAnswer {
  outlook: string
  count: number
  sums: Array<{ currency: string; value: number }>
  unvalued: number
}

export interface PayloadAnswer {
  batch: BatchAnswer | null
  refusal: {
    code: string
    message: string
    detail: string
    subject: string | null
    batchId: string | null
  } | null
}

export interface RowAnswer {
  cacheId: string
  row: number
  orderId: string
  state: string
  attempts: number
  updatedAt: string | null
  outlook: string
  value: number | null
  currency: string | null
  cancellation: (OrderAnswer & { cacheId: string }) | null
}

/** How a call is made. */
interface CallOptions {
  /** The key of a ready-made caller. */
  as?: string
  replica?: number
}

/** Calls `createCancellationBatch`. An order is given as its id or as a whole input. */
export async function createBatch(
  simulator: Pick<Simulator, 'url'>,
  {
    orders,
    ...input
  }: {
    orders: Array<string | { orderId: string; reason?: string }>
    idempotencyKey?: string
    [option: string]: unknown
  },
  options: CallOptions = {}
): Promise<PayloadAnswer> {
  const answer = await ask(
    simulator,
    `mutation($input: CreateCancellationBatchInput!) { createCancellationBatch(input: $input) ${PAYLOAD} }`,
    {
      variables: {
        input: {
          idempotencyKey: 'key-1',
          ...input,
          orders: orders.map((order) =>
            typeof order === 'string' ? { orderId: order } : order
          ),
        },
      },
      ...options,
    }
  )

  return fieldOf<PayloadAnswer>(answer, 'createCancellationBatch')
}

/** Calls `controlCancellationBatch`. */
export async function controlBatch(
  simulator: Pick<Simulator, 'url'>,
  command: { id: string; action: string; expectedOrders?: number },
  options: CallOptions = {}
): Promise<PayloadAnswer> {
  const answer = await ask(
    simulator,
    `mutation($id: ID!, $action: BatchAction!, $expectedOrders: Int) {
      controlCancellationBatch(id: $id, action: $action, expectedOrders: $expectedOrders) ${PAYLOAD}
    }`,
    { variables: command, ...options }
  )

  return fieldOf<PayloadAnswer>(answer, 'controlCancellationBatch')
}

/** Calls `cancellationBatch`. */
export async function readBatch(
  simulator: Pick<Simulator, 'url'>,
  id: string,
  options: CallOptions = {}
): Promise<PayloadAnswer> {
  const answer = await ask(
    simulator,
    `query($id: ID!) { cancellationBatch(id: $id) ${PAYLOAD} }`,
    { variables: { id }, ...options }
  )

  return fieldOf<PayloadAnswer>(answer, 'cancellationBatch')
}

/** Reads one page of a batch's rows. */
export async function batchRows(
  simulator: Pick<Simulator, 'url'>,
  id: string,
  page: {
    first?: number
    after?: string | null
    states?: string[]
    withWarnings?: boolean
    outlooks?: string[]
    orderId?: string
    hasNotices?: boolean
  } = {}
): Promise<{ items: RowAnswer[]; nextCursor: string | null }> {
  const answer = await ask(
    simulator,
    `query($id: ID!, $first: Int, $after: String, $states: [BatchOrderState!], $withWarnings: Boolean, $outlooks: [BatchOutlook!], $orderId: ID, $hasNotices: Boolean) {
      cancellationBatch(id: $id) { batch {
        orders(first: $first, after: $after, states: $states, withWarnings: $withWarnings, outlooks: $outlooks, orderId: $orderId, hasNotices: $hasNotices) { items ${ROW} nextCursor }
      } }
    }`,
    { variables: { id, first: 200, ...page } }
  )

  return fieldOf<{
    batch: {
      orders: { items: RowAnswer[]; nextCursor: string | null }
    }
  }>(answer, 'cancellationBatch').batch.orders
}

/** Reads all rows of a batch, page by page. */
export async function allRows(
  simulator: Pick<Simulator, 'url'>,
  id: string
): Promise<RowAnswer[]> {
  const rows: RowAnswer[] = []
  let after: string | null = null

  do {
    const page: { items: RowAnswer[]; nextCursor: string | null } =
      // eslint-disable-next-line no-await-in-loop
      await batchRows(simulator, id, { after })

    rows.push(...page.items)
    after = page.nextCursor
  } while (after !== null)

  return rows
}

const POLL_MS = 300

/** Reads a batch repeatedly until it meets a condition. Only the test's timeout ends the wait. */
export async function untilBatch(
  simulator: Pick<Simulator, 'url'>,
  id: string,
  isReached: (batch: BatchAnswer) => boolean
): Promise<BatchAnswer> {
  for (;;) {
    // eslint-disable-next-line no-await-in-loop
    const { batch } = await readBatch(simulator, id)

    if (batch && isReached(batch)) return batch

    // eslint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

/** Reads the rows of a batch repeatedly until they meet a condition. Only the test's timeout ends the wait. */
export async function untilRows(
  simulator: Pick<Simulator, 'url'>,
  id: string,
  isReached: (rows: RowAnswer[]) => boolean
): Promise<RowAnswer[]> {
  for (;;) {
    // eslint-disable-next-line no-await-in-loop
    const rows = await allRows(simulator, id)

    if (isReached(rows)) return rows

    // eslint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

/** Creates a batch without the preview, and starts it. */
export async function startBatch(
  simulator: Pick<Simulator, 'url'>,
  input: Parameters<typeof createBatch>[1]
): Promise<BatchAnswer> {
  const { batch } = await createBatch(simulator, {
    checkFirst: false,
    ...input,
  })

  if (!batch) throw new Error('No batch was created.')

  const { batch: started } = await controlBatch(simulator, {
    id: batch.id,
    action: 'START',
    expectedOrders: batch.counts.pending,
  })

  if (!started) throw new Error('The batch was not started.')

  return started
}
