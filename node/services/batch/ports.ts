import type { BatchStore } from '../../clients/batchStore'
import type { JournalStore } from '../../clients/journal'
import type { Oms } from '../../clients/oms'
import type { OutcomeLogger } from '../ports'

/** What the use cases on batches need of the world. */
export interface BatchPorts {
  store: BatchStore
  /** Asks for a replica to work on the lane. Never fails: whoever looks at a batch asks again. */
  wake: () => Promise<void>
  logger: OutcomeLogger
  /** Milliseconds on a clock that never goes back. */
  now: () => number
  /** The time of day in epoch milliseconds, which replicas share but for a few seconds. */
  epochMs: () => number
  sleep: (ms: number) => Promise<void>
  /** A text that no other call has ever used. */
  newId: () => string
}

/** What a call of a person needs beside that. */
export interface CallerPorts extends BatchPorts {
  /** Who calls, as VTEX ID names them; null when it does not say. */
  caller: () => Promise<string | null>
  /** Whether someone may cancel orders, as License Manager says; null when it does not say. */
  mayCancel: (login: string) => Promise<boolean | null>
  /** A short text that stands for a long one, and for no other. */
  hash: (text: string) => string
  account: string
}

/** What the lane needs: it acts in the name of the app. */
export interface LanePorts extends BatchPorts {
  oms: Oms
  journals: JournalStore
  /** From 0 to 1. */
  random: () => number
}
