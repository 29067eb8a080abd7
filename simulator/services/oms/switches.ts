import { amount, choice } from '../../switches'
import type { SwitchTable } from '../../switches'

/** What VTEX leaves undocumented about OMS, or documents in two ways. */
export interface OmsSwitches {
  /** The status of a refusal for an order's status. */
  statusRefusal: 409 | 400
  /** What a cancel of an order that is canceled gets. */
  cancelOfCanceled: 'refused' | 'received'
  /** What a cancel of an invoiced order with a return invoice gets. */
  cancelAfterReturn: 'works' | 'refused'
  /** What a second cancel does on an open request. */
  secondCancel: 'accepts' | 'refused'
  /** What a cancel of an incomplete order gets. */
  cancelOfIncomplete: 'works' | 'refused'
  /** The form of error bodies. */
  errorForm: 'json' | 'text' | 'html'
  /** How the fields of cancellationData are spelled. */
  cancellationData: 'camelCase' | 'PascalCase'
  /** Where cancellationRequests are shown. */
  requestsShownOn: 'everywhere' | 'purchase'
  /** The id of the order in a receipt. */
  receiptNames: 'seller' | 'order'
  /** What the list of an unknown purchase is. */
  unknownPurchase: 'empty' | 'missing'
  /** How long each status on the way to another lasts. */
  stepSeconds: number
  /** How long after its receipt a cancel begins to show. */
  cancelShownAfterSeconds: number
  /** How long after its receipt an invoice shows on the order. */
  invoiceShownAfterSeconds: number
  /** Whether the account has a limit for what changes orders, and how it counts. */
  rateLimit: 'none' | 'bucket' | 'window'
  ratePerSecond: number
  /** How many calls a bucket keeps for a burst. */
  rateBurst: number
  /** What OMS says of its limit. */
  rateHeaders: 'none' | 'retry-after' | 'rate-limit' | 'both'
  /** Whether reads count for the same limit. */
  rateReads: 'apart' | 'shared'
  /** The limit of reads, where it is one of its own; 0 for none. */
  readsPerSecond: number
  /** The calls of the account's other clients on the limit of sends. */
  otherClientsPerSecond: number
  /** How long each answer takes. */
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
    'Nothing is left to cancel; VTEX does not say.',
    'refused',
    'received'
  ),
  cancelAfterReturn: choice(
    "The endpoint's page says that it works, the current specification that it does not.",
    'works',
    'refused'
  ),
  secondCancel: choice(
    'Documented for the button of the Admin; taken to hold for the API.',
    'accepts',
    'refused'
  ),
  cancelOfIncomplete: choice(
    "VTEX's workaround for a stuck incomplete order is this very call; the specification rules it out.",
    'works',
    'refused'
  ),
  errorForm: choice(
    'The form of the specification; the others were seen in the field.',
    'json',
    'text',
    'html'
  ),
  cancellationData: choice(
    'Live orders and the guide; the specification spells it the other way, without the id of the request.',
    'camelCase',
    'PascalCase'
  ),
  requestsShownOn: choice(
    'Only the list of a purchase documents them; an order may show them as well.',
    'purchase',
    'everywhere'
  ),
  receiptNames: choice(
    'A receipt holds "the identification of the order in the seller".',
    'seller',
    'order'
  ),
  unknownPurchase: choice(
    'A list of nothing is an empty one.',
    'empty',
    'missing'
  ),
  stepSeconds: amount(
    'Short enough to watch; a live account took six.',
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
    'VTEX publishes no limit for the cancel, and advises to wait a minute after a 429.',
    'none',
    'bucket',
    'window'
  ),
  ratePerSecond: amount('What VTEX documents for reads.', 100, 10_000),
  rateBurst: amount('A second of calls.', 100, 10_000),
  rateHeaders: choice(
    'VTEX names these headers in its guides, and not for OMS.',
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
    'The documented 6,000 a minute matter only where a test says so.',
    0,
    10_000
  ),
  otherClientsPerSecond: amount('Nobody else is there.', 0, 10_000),
  omsLatencyMs: amount(
    'Tests should not wait where they do not ask for it.',
    0,
    60_000
  ),
}
