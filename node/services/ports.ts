import type { Oms } from '../clients/oms'

/** What a use case writes to the log: ids and words of ours, never a text from outside. */
export interface OutcomeLogger {
  info: (entry: Record<string, string | null>) => void
}

/** What the use cases on one order need of the world. */
export interface OrderPorts {
  oms: Oms
  logger: OutcomeLogger
  /** Milliseconds on a clock that never goes back. */
  now: () => number
  sleep: (ms: number) => Promise<void>
}
