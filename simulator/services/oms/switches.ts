import { amount, choice } from '../../switches'
import type { SwitchTable } from '../../switches'

/** Behavior of OMS that VTEX does not document, or documents in two ways. */
export interface OmsSwitches {
  /** The HTTP status when OMS refuses a call because of the order's status. */
  statusRefusal: 409 | 400
  /** The answer to a cancel of a canceled order. */
  cancelOfCanceled: 'refused' | 'received'
  /** The answer to a cancel of an invoiced order that has a return invoice. */
  cancelAfterReturn: 'works' | 'refused'
  /** What a second cancel does to an open request. */
  secondCancel: 'accepts' | 'refused'
  /** The answer to a cancel of an incomplete order. */
  cancelOfIncomplete: 'works' | 'refused'
  /** The answer to a cancel of a marketplace's order that stopped in `invoice` with its workflow in error. */
  cancelOfFailedCapture: 'works' | 'refused'
  /** The value that a partly invoiced order shows. */
  valueAfterPartialInvoice: 'invoiced' | 'kept'
  /** The answer to a return invoice that is worth more than the order. */
  returnAboveTotal: 'refused' | 'paid'
  /** The form of error bodies. */
  errorForm: 'json' | 'text' | 'html'
  /** The spelling of the field names in cancellationData. */
  cancellationData: 'camelCase' | 'PascalCase'
  /** Which documents show cancellationRequests. */
  requestsShownOn: 'everywhere' | 'purchase'
  /** Which id of the order a receipt holds. */
  receiptNames: 'seller' | 'order'
  /** The answer for an unknown purchase. */
  unknownPurchase: 'empty' | 'missing'
  /** What the list of orders does with an `f_status` that the specification does not document. */
  listStatusFilter: 'taken' | 'refused' | 'ignored'
  /** The order of rows of the list that are equal by `orderBy`. */
  listTies: 'stable' | 'changing'
  /** How far the statuses in the list of orders are behind. */
  listLagSeconds: number
  /** How long an order keeps each intermediate status. */
  stepSeconds: number
  /** The delay between a cancel's receipt and its first effect. */
  cancelShownAfterSeconds: number
  /** The delay between an invoice's receipt and its appearance on the order. */
  invoiceShownAfterSeconds: number
  /** The kind of limit on the account's calls that change orders. */
  rateLimit: 'none' | 'bucket' | 'window'
  ratePerSecond: number
  /** The size of the token bucket, in calls. */
  rateBurst: number
  /** Which rate-limit headers OMS sends. */
  rateHeaders: 'none' | 'retry-after' | 'rate-limit' | 'both'
  /** `shared`: reads count for the same limit. */
  rateReads: 'apart' | 'shared'
  /** The separate limit on reads; 0 means none. */
  readsPerSecond: number
  /** Calls by the account's other clients, which count for the limit on sends. */
  otherClientsPerSecond: number
  /** The delay before each answer. */
  omsLatencyMs: number
}

const HOUR = 3_600

export const OMS_SWITCHES: SwitchTable<OmsSwitches> = {
  statusRefusal: choice(
    'The specification says 409; live accounts were seen to answer 400.',
    409,
    400
  ),
  cancelOfCanceled: choice(
    'Nothing is left to cancel; VTEX does not document it.',
    'refused',
    'received'
  ),
  cancelAfterReturn: choice(
    "The endpoint's page says that it works, the current specification says that it does not.",
    'works',
    'refused'
  ),
  secondCancel: choice(
    "Documented for the Admin's button; assumed to hold for the API.",
    'accepts',
    'refused'
  ),
  cancelOfIncomplete: choice(
    "VTEX's workaround for a stuck incomplete order is this call; the specification rules it out.",
    'works',
    'refused'
  ),
  cancelOfFailedCapture: choice(
    'Known issue 376646: canceling the marketplace order is the way out; the order flow has no such step.',
    'works',
    'refused'
  ),
  valueAfterPartialInvoice: choice(
    'VTEX: the total is updated to what is settled, even after a partial invoice.',
    'invoiced',
    'kept'
  ),
  returnAboveTotal: choice(
    'A known issue (full return of an order with interest): no refund above the total, 400.',
    'refused',
    'paid'
  ),
  errorForm: choice(
    'The form of the specification; the others were seen in the field.',
    'json',
    'text',
    'html'
  ),
  cancellationData: choice(
    'As in live orders and the guide. The specification uses PascalCase, and has no request id.',
    'camelCase',
    'PascalCase'
  ),
  requestsShownOn: choice(
    'Documented only for the list of a purchase; an order may show them too.',
    'purchase',
    'everywhere'
  ),
  receiptNames: choice(
    'VTEX: a receipt holds "the identification of the order in the seller".',
    'seller',
    'order'
  ),
  unknownPurchase: choice(
    'A list without orders is assumed to be empty, not missing.',
    'empty',
    'missing'
  ),
  listStatusFilter: choice(
    'The Admin filters by cancellation-requested; the specification documents seven statuses without it.',
    'taken',
    'refused',
    'ignored'
  ),
  listTies: choice(
    'VTEX does not document the order of orders that were placed at the same moment.',
    'stable',
    'changing'
  ),
  listLagSeconds: amount(
    'VTEX: the list shows an order once it is indexed, which takes about four minutes.',
    240,
    HOUR
  ),
  stepSeconds: amount(
    'Short enough to watch; a live account took 6 s.',
    2,
    HOUR
  ),
  cancelShownAfterSeconds: amount(
    'Most cancels show at once; some take minutes.',
    0,
    HOUR
  ),
  invoiceShownAfterSeconds: amount('Most invoices show at once.', 0, HOUR),
  rateLimit: choice(
    'VTEX publishes no limit for cancels; it advises waiting a minute after a 429.',
    'none',
    'bucket',
    'window'
  ),
  ratePerSecond: amount('What VTEX documents for reads.', 100, 10_000),
  rateBurst: amount('One second of calls.', 100, 10_000),
  rateHeaders: choice(
    'VTEX names these headers in its guides, but not for OMS.',
    'none',
    'retry-after',
    'rate-limit',
    'both'
  ),
  rateReads: choice(
    'Reads have a documented limit of their own.',
    'apart',
    'shared'
  ),
  readsPerSecond: amount(
    'The documented 6,000 a minute apply only where a test sets them.',
    0,
    10_000
  ),
  otherClientsPerSecond: amount(
    'A test that needs other clients adds them.',
    0,
    10_000
  ),
  omsLatencyMs: amount('A test waits only if it asks to.', 0, 60_000),
}
