import type { JournalStore } from '../clients/journal'
import type { Oms } from '../clients/oms'

/** What a use case writes to the log: ids and words of ours, never a text from outside. */
export interface OutcomeLogger {
  info: (entry: Record<string, string | null>) => void
}

/** What the use cases on one order need of the world. */
export interface OrderPorts {
  oms: Oms
  journals: JournalStore
  /** Whether a batch may send something for an order now; null when nobody can tell. */
  isInBatch: (orderId: string) => Promise<boolean | null>
  /** Who calls, as VTEX ID names them; null when it does not say. */
  caller: () => Promise<string | null>
  logger: OutcomeLogger
  /** Milliseconds on a clock that never goes back. */
  now: () => number
  /** The time of day in epoch milliseconds, which replicas share but for a few seconds. */
  epochMs: () => number
  sleep: (ms: number) => Promise<void>
  /** A text that no other call has ever used. */
  newId: () => string
}
