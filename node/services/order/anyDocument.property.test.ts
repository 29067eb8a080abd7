import * as fc from 'fast-check'
import { buildSchema, graphqlSync } from 'graphql'

import { nativeDirectives, readSchema } from '../../../scripts/lib/schema'
import { parseOrderRead, parsePurchaseRead } from '../../clients/omsParsers'
import type { Shard } from '../../domain/batch/batch'
import { newShard } from '../../domain/batch/shard'
import { withSentences } from '../../domain/cancellation/cancellation'
import type { OrderCancellation } from '../../domain/cancellation/cancellation'
import { noticeOf } from '../../domain/notice/notice'
import type { SendReply, TransactionRead } from '../../domain/order/omsReply'
import type { GroundDetail } from '../../domain/refusal/details'
import { sayRefusal } from '../../domain/refusal/refusal'
import { aRow } from '../../testing/batches/rows'
import { holding } from '../../testing/batches/storedFiles'
import { anEntry, ORDER_ID } from '../../testing/orders'
import { RECEIVED, scriptedOms } from '../../testing/scriptedOms'
import { cancelOrder } from './cancelOrder'
import {
  acceptCancellationRequest,
  denyCancellationRequest,
} from './decideRequest'
import type { ReturnPorts } from '../ports'
import { readCancellation } from './readCancellation'
import { readCase } from './readCase'
import { returnInvoicedOrder } from './returnInvoicedOrder'

const schema = buildSchema(`${nativeDirectives}\n${readSchema()}`)

const REFUSAL = `refusal {
  code message detail subject grounds { detail message subject }
  sums { value changes invoiced returned rest } retryable retryAfterSeconds
}`

const CANCELLATION = `{
  cacheId orderId state awaiting orderStatus date receipt reason requestedByUser canceledAt
  denial { reason date } stuck { kind since advice knownIssue } nextStep warnings
  notices { code message subject } ${REFUSAL}
}`

const ARGUMENT = `orderId: "${ORDER_ID}"`

/** Each operation of the schema on one order, answered as its resolver does. */
const OPERATIONS: Record<
  string,
  { document: string; answer: (ports: ReturnPorts) => Promise<object> }
> = {
  orderCancellation: {
    document: `{ orderCancellation(${ARGUMENT}) ${CANCELLATION} }`,
    answer: (ports) => readCancellation(ports, ORDER_ID),
  },
  cancellationCase: {
    document: `{ cancellationCase(${ARGUMENT}) {
      cacheId orderId cancellation ${CANCELLATION} readAt actions makesRequest keepsStock value currency createdAt
      request { cacheId orderId awaiting requestedBy reason requestedAt decideBy value currency actions }
      payment { state transactionStatus }
      siblings { cacheId orderId state orderStatus value currency }
      history { cacheId action outcome by at reason requestedByUser invoiceNumber date receipt batchId }
    } }`,
    answer: (ports) =>
      readCase({ ...ports, isGranted: async () => true }, ORDER_ID),
  },
  cancelOrder: {
    document: `mutation { cancelOrder(${ARGUMENT}) ${CANCELLATION} }`,
    answer: (ports) =>
      cancelOrder(ports, ORDER_ID, { reason: null, requestedByUser: false }),
  },
  acceptCancellationRequest: {
    document: `mutation { acceptCancellationRequest(${ARGUMENT}) ${CANCELLATION} }`,
    answer: (ports) => acceptCancellationRequest(ports, ORDER_ID, null),
  },
  denyCancellationRequest: {
    document: `mutation { denyCancellationRequest(${ARGUMENT}, reason: "No") ${CANCELLATION} }`,
    answer: (ports) => denyCancellationRequest(ports, ORDER_ID, 'No'),
  },
  returnInvoicedOrder: {
    document: `mutation { returnInvoicedOrder(${ARGUMENT}, invoiceNumber: "R1") {
      cacheId orderId invoiceNumber invoiceValue date receipt ${REFUSAL} cancellation ${CANCELLATION}
    } }`,
    answer: (ports) =>
      returnInvoicedOrder(ports, ORDER_ID, {
        invoiceNumber: 'R1',
        issuanceDate: null,
        reason: null,
      }),
  },
}

const STATUSES = [
  null,
  'payment-approved',
  'handling',
  'start-handling',
  'invoiced',
  'cancellation-requested',
  'cancellation-request-denied-ffm',
  'waiting-for-seller-decision',
  'request-cancel',
  'cancel',
  'canceled',
  'replaced',
  'a-status-of-tomorrow',
]

/** Mostly a well-formed value, otherwise anything. */
const mostly = (value: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { weight: 6, arbitrary: value },
    { weight: 1, arbitrary: fc.anything() }
  )

const aDate = fc
  .date({ noInvalidDate: true, min: new Date(0), max: new Date(1e14) })
  .map((date) => date.toISOString())

const anInvoice = fc.record(
  {
    type: mostly(fc.constantFrom('Output', 'Input')),
    invoiceNumber: mostly(fc.constantFrom('1001', 'R1')),
    invoiceValue: mostly(fc.integer({ min: -1, max: 1e12 })),
    items: mostly(
      fc.array(
        fc.record({
          itemIndex: mostly(fc.integer({ min: 0, max: 3 })),
          quantity: mostly(fc.integer({ min: 0, max: 9 })),
          price: mostly(fc.integer({ min: 0, max: 1e9 })),
        })
      )
    ),
  },
  { requiredKeys: [] }
)

/** An order document in which any field may be missing, null or of a wrong type. */
const aDocument = fc.record(
  {
    orderId: mostly(fc.constant(ORDER_ID)),
    status: mostly(fc.constantFrom(...STATUSES)),
    origin: mostly(fc.constantFrom('Marketplace', 'Fulfillment', 'Chain')),
    sellers: mostly(fc.constantFrom([{ id: '1' }], [{ id: 'globex' }], [])),
    sellerOrderId: mostly(fc.constant(`00-${ORDER_ID}`)),
    marketplaceOrderId: mostly(fc.constant(ORDER_ID)),
    orderGroup: mostly(fc.constant('v1')),
    value: mostly(fc.integer({ min: -1, max: 1e13 })),
    creationDate: mostly(aDate),
    storePreferencesData: mostly(fc.constant({ currencyCode: 'BRL' })),
    lastChange: mostly(aDate),
    invoicedDate: mostly(aDate),
    isCompleted: mostly(fc.boolean()),
    allowCancellation: mostly(fc.boolean()),
    workflowIsInError: mostly(fc.boolean()),
    items: mostly(fc.array(fc.record({ id: mostly(fc.constant('7')) }))),
    packageAttachment: mostly(
      fc.record({ packages: mostly(fc.array(mostly(anInvoice))) })
    ),
    cancellationData: mostly(
      fc.record({
        reason: mostly(fc.constant('Creation error')),
        requestedByUser: mostly(fc.boolean()),
        cancellationDate: mostly(aDate),
        cancellationRequestId: mostly(fc.constant('q1')),
      })
    ),
    cancellationRequests: mostly(
      fc.array(
        fc.record({
          id: mostly(fc.constant('q1')),
          deniedBySeller: mostly(fc.boolean()),
          cancellationRequestDenyDate: mostly(aDate),
        })
      )
    ),
  },
  { requiredKeys: [] }
)

/** When the calls begin: all entries are of before. */
const STARTS_MS = 100_000

const anyEntry = fc.record({
  id: fc.constantFrom('e1', 'e2'),
  kind: fc.constantFrom('cancel', 'accept', 'deny', 'return'),
  startedAtMs: fc.integer({ min: 0, max: STARTS_MS }),
  completion: fc.option(
    fc.record({
      outcome: fc.constantFrom('received', 'found', 'refused', 'unsettled'),
      atMs: fc.integer({ min: 0, max: STARTS_MS }),
      sentAtMs: fc.option(fc.integer({ min: 0, max: STARTS_MS })),
      date: fc.constant(null),
      receipt: fc.constant(null),
    })
  ),
})

const anyReply = fc.constantFrom<SendReply>(
  RECEIVED,
  { kind: 'rejected' },
  { kind: 'unsettled' },
  { kind: 'rate-limited', retryAfterSeconds: 5 }
)

/** What the API shows of an answer's sentences. */
type Answer = Pick<OrderCancellation, 'orderId' | 'refusal'> &
  Partial<Pick<OrderCancellation, 'notices' | 'warnings'>> & {
    cancellation?: Answer | null
  }

const isCancellation = (answer: object): answer is OrderCancellation =>
  'notices' in answer

/** Makes all that an answer says from what stands beside its sentences. */
function saidAgain(answer: Answer): Answer {
  const { orderId, refusal, cancellation } = answer
  const notices = answer.notices?.map(noticeOf)

  return {
    ...answer,
    ...(notices && withSentences(notices)),
    refusal: refusal && {
      ...refusal,
      ...sayRefusal(
        [
          // Only a row of a batch may have none.
          { detail: refusal.detail as GroundDetail, subject: refusal.subject },
          ...refusal.grounds,
        ],
        { orderId, sums: refusal.sums }
      ),
    },
    ...(cancellation && { cancellation: saidAgain(cancellation) }),
  }
}

/** Keeps the cancellation of an answer in a row of a batch, and reads it back. Only the answer about a return has none. */
async function keptInRow(answer: object): Promise<object | null> {
  if (!isCancellation(answer)) return answer

  const { file, written } = holding('out-0000.json', null)
  const shard = { ...newShard([]), rows: [aRow({ cancellation: answer })] }

  await file.write(shard, null)
  const read = await holding('out-0000.json', written[0]).file.read()

  if (read.kind !== 'found') throw new Error(`The row is ${read.kind}.`)

  return (read.content as Shard).rows[0].cancellation
}

const anyTransaction = fc.oneof(
  fc.constant<TransactionRead>({ kind: 'not-found' }),
  fc
    .oneof(fc.string(), fc.constantFrom('canceled', 'Canceling', 'Finished'))
    .map((status): TransactionRead => ({ kind: 'found', status }))
)

/** Orders of the same purchase, read as OMS gives them. */
const purchaseOf = (bodies: unknown[]) => async () =>
  parsePurchaseRead(
    { kind: 'answered', status: 200, headers: {}, body: bodies },
    0
  )

describe('for any order document that OMS could send and any journal', () => {
  it.each(Object.entries(OPERATIONS))(
    '%s gives an answer that fits the schema, whose sentences follow from what stands beside them, in a row of a batch, too',
    async (name, { document, answer }) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(mostly(aDocument), { minLength: 1, maxLength: 3 }),
          fc.array(anyEntry, { maxLength: 3 }),
          anyReply,
          anyTransaction,
          async (bodies, entries, reply, transaction) => {
            const reads = bodies.map((body) =>
              parseOrderRead(
                { kind: 'answered', status: 200, headers: {}, body },
                0
              )
            )

            const { ports } = scriptedOms(reads, reply, {
              startsMs: STARTS_MS,
              transaction,
              journal: {
                orderId: ORDER_ID,
                entries: entries.map((entry) => anEntry(entry)),
              },
            })

            const answered = await answer({
              ...ports,
              oms: { ...ports.oms, getPurchase: purchaseOf(bodies) },
            })

            const { data, errors } = graphqlSync({
              schema,
              source: document,
              rootValue: { [name]: answered },
            })

            expect(errors).toBeUndefined()

            // GraphQL's records have no prototype.
            const shown = JSON.parse(JSON.stringify(data?.[name]))

            expect(shown).toMatchObject({ orderId: ORDER_ID })
            expect(saidAgain(shown)).toEqual(shown)

            expect(await keptInRow(answered)).toEqual(answered)
          }
        ),
        { numRuns: 1_500 }
      )
    }
  )
})
