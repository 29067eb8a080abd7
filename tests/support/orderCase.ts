import { ask, fieldOf } from './graphql'
import type { Simulator } from './simulator'

/** An order as `cancellationCase` answers it. */
export interface CaseAnswer {
  cacheId: string
  orderId: string
  cancellation: {
    state: string
    orderStatus: string | null
    warnings: string[]
    notices: Array<{ code: string; subject: string | null }>
    refusal: { code: string } | null
  }
  readAt: string
  actions: string[]
  makesRequest: boolean | null
  keepsStock: boolean | null
  value: number | null
  currency: string | null
  createdAt: string | null
  request: Record<string, unknown> | null
  payment: { state: string; transactionStatus: string | null } | null
  siblings: Array<Record<string, unknown>> | null
  history: Array<Record<string, unknown>> | null
}

export const CASE_FIELDS = `{
  cacheId orderId cancellation { state orderStatus warnings notices { code subject } refusal { code } } readAt actions makesRequest keepsStock
  value currency createdAt
  request { cacheId orderId awaiting requestedBy reason requestedAt decideBy value currency actions }
  payment { state transactionStatus }
  siblings { cacheId orderId state orderStatus value currency }
  history { cacheId action outcome by at reason requestedByUser invoiceNumber date receipt batchId }
}`

export const caseQuery = (orderId: string) =>
  `{ cancellationCase(orderId: ${JSON.stringify(orderId)}) ${CASE_FIELDS} }`

/** Calls `cancellationCase` and selects every field. */
export async function cancellationCase(
  simulator: Pick<Simulator, 'url'>,
  orderId: string,
  { as }: { as?: string } = {}
): Promise<CaseAnswer> {
  return fieldOf<CaseAnswer>(
    await ask(simulator, caseQuery(orderId), { as }),
    'cancellationCase'
  )
}

export const ACCESS_QUERY = `{ cancellationAccess {
  cacheId caller account workspace mayView mayList mayCancel mayReturn reasons maxRefusals maxPerMinute
  isReturnOffered maxOrders batchDays notices { code message subject }
} }`

/** Calls `cancellationAccess` and selects every field. */
export async function cancellationAccess(
  simulator: Pick<Simulator, 'url'>,
  as?: string
) {
  return fieldOf<Record<string, unknown>>(
    await ask(simulator, ACCESS_QUERY, { as }),
    'cancellationAccess'
  )
}
