import type { Simulator } from './simulator'

/** Returns the token of one of the simulator's ready-made callers. */
export const tokenOf = (key: string) => `simulated-token-of-${key}`

/** One answer from the GraphQL endpoint. */
export interface Answer {
  status: number
  headers: Headers
  text: string
  data: Record<string, Record<string, unknown>> | null
  errors: Array<{
    message: string
    extensions: { code: string }
  }>
}

/** Sends a GraphQL request by POST. `as` is the key of a ready-made caller; null sends no token. */
export async function ask(
  { url }: Pick<Simulator, 'url'>,
  query: string,
  {
    variables,
    as = 'operator',
    headers = {},
    replica,
  }: {
    variables?: Record<string, unknown>
    as?: string | null
    headers?: Record<string, string>
    /** The replica that answers; by default the next one in turn. */
    replica?: number
  } = {}
): Promise<Answer> {
  const cookie = as === null ? {} : cookieOf(as)
  const choice: Record<string, string> =
    replica === undefined ? {} : { 'x-simulator-replica': String(replica) }

  return answerOf(
    await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...cookie,
        ...choice,
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    })
  )
}

/** Returns the login cookie of a ready-made caller. */
export function cookieOf(key: string) {
  return { cookie: `VtexIdclientAutCookie=${tokenOf(key)}` }
}

/** Reads an answer, even if it is not JSON. */
export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  const { data = null, errors = [] } = parseObject(text)

  return {
    status: response.status,
    headers: response.headers,
    text,
    data: data as Answer['data'],
    errors: errors as Answer['errors'],
  }
}

function parseObject(text: string): { data?: unknown; errors?: unknown } {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** All of a refusal. */
export const REFUSAL = `refusal {
  code message detail subject grounds { detail subject } sums { value changes invoiced returned rest }
  retryable retryAfterSeconds
}`

const ALL_FIELDS = `{
  cacheId orderId state awaiting orderStatus date receipt reason requestedByUser
  canceledAt nextStep warnings notices { code subject } denial { reason date }
  stuck { kind since advice knownIssue } ${REFUSAL}
}`

/** Calls `cancelOrder` and selects every field. */
export async function cancelOrder(
  simulator: Pick<Simulator, 'url'>,
  orderId: string,
  {
    reason,
    requestedByUser,
    ...how
  }: {
    reason?: string
    requestedByUser?: boolean
    as?: string
    replica?: number
  } = {}
) {
  const answer = await ask(
    simulator,
    `mutation($orderId: ID!, $reason: String, $requestedByUser: Boolean) {
      cancelOrder(orderId: $orderId, reason: $reason, requestedByUser: $requestedByUser) ${ALL_FIELDS}
    }`,
    { variables: { orderId, reason, requestedByUser }, ...how }
  )

  return fieldOf(answer, 'cancelOrder')
}

/** Calls `orderCancellation` and selects every field. */
export async function orderCancellation(
  simulator: Pick<Simulator, 'url'>,
  orderId: string,
  { as }: { as?: string } = {}
) {
  const answer = await ask(
    simulator,
    `query($orderId: ID!) { orderCancellation(orderId: $orderId) ${ALL_FIELDS} }`,
    { variables: { orderId }, as }
  )

  return fieldOf(answer, 'orderCancellation')
}

/** Calls `denyCancellationRequest` if a reason to deny is given, else `acceptCancellationRequest`. */
export async function decideRequest(
  simulator: Pick<Simulator, 'url'>,
  orderId: string,
  { accept, deny, as }: { accept?: string | null; deny?: string; as?: string }
) {
  const name =
    deny === undefined ? 'acceptCancellationRequest' : 'denyCancellationRequest'

  const type = deny === undefined ? 'String' : 'String!'
  const answer = await ask(
    simulator,
    `mutation($orderId: ID!, $reason: ${type}) {
      ${name}(orderId: $orderId, reason: $reason) ${ALL_FIELDS}
    }`,
    { variables: { orderId, reason: deny ?? accept }, as }
  )

  return fieldOf(answer, name)
}

/** Calls `returnInvoicedOrder` and selects every field. */
export async function returnInvoicedOrder(
  simulator: Pick<Simulator, 'url'>,
  orderId: string,
  {
    as,
    replica,
    ...input
  }: {
    invoiceNumber?: string
    issuanceDate?: string
    reason?: string
    as?: string
    replica?: number
  } = {}
) {
  const answer = await ask(
    simulator,
    `mutation($orderId: ID!, $invoiceNumber: String!, $issuanceDate: String, $reason: String) {
      returnInvoicedOrder(orderId: $orderId, invoiceNumber: $invoiceNumber, issuanceDate: $issuanceDate, reason: $reason) {
        cacheId orderId invoiceNumber invoiceValue date receipt
        ${REFUSAL}
        cancellation ${ALL_FIELDS}
      }
    }`,
    { variables: { orderId, invoiceNumber: 'R1', ...input }, as, replica }
  )

  return fieldOf<ReturnAnswer>(answer, 'returnInvoicedOrder')
}

export interface ReturnAnswer {
  cacheId: string
  orderId: string
  invoiceNumber: string
  invoiceValue: number | null
  date: string | null
  receipt: string | null
  refusal: OrderAnswer['refusal']
  cancellation: OrderAnswer | null
}

/** Returns a field of an answer; fails if it is missing. */
export function fieldOf<Field = OrderAnswer>(
  { data, text }: Answer,
  field: string
): Field {
  if (!data?.[field]) throw new Error(`No ${field} in ${text}`)

  return data[field] as unknown as Field
}

export interface OrderAnswer {
  cacheId: string
  orderId: string
  state: string
  awaiting: string | null
  orderStatus: string | null
  date: string | null
  receipt: string | null
  reason: string | null
  requestedByUser: boolean | null
  canceledAt: string | null
  denial: { reason: string | null; date: string | null } | null
  stuck: {
    kind: string
    since: string | null
    advice: string
    knownIssue: string | null
  } | null
  nextStep: string
  warnings: string[]
  notices: Array<{ code: string; subject: string | null }>
  refusal: {
    code: string
    message: string
    detail: string
    subject: string | null
    grounds: Array<{ detail: string; subject: string | null }>
    sums: Record<string, number | null> | null
    retryable: boolean
    retryAfterSeconds: number | null
  } | null
}

/** The longest reply to a refused request, in characters, however long the request is. */
const MAX_REFUSAL_LENGTH = 2_500

/** Asserts that the boundary refused a request with a short reply, and that no service was called. */
export async function expectRefused(
  simulator: Simulator,
  { data, errors, text, headers }: Answer,
  message: string
) {
  expect(data).toBeNull()
  expect(errors).toHaveLength(1)
  expect(errors[0]).toMatchObject({
    message,
    extensions: { code: 'BAD_REQUEST' },
  })
  expect(text.length).toBeLessThan(MAX_REFUSAL_LENGTH)
  expect(headers.get('cache-control')).toBe('no-cache,no-store')
  expect(await simulator.ledger()).toEqual([])
}
