import type { BatchStore } from '../../clients/batchStore'
import type { JournalStore } from '../../clients/journal'
import type { Oms } from '../../clients/oms'
import type { SettingsRead } from '../../domain/settings'
import type { BasePorts } from '../ports'

/** What the use cases on batches need of the world. */
export interface BatchPorts extends BasePorts {
  store: BatchStore
  /** Asks for a replica that works on the lane. Never fails: a lost event is made up for when a caller next reads a batch. */
  wake: () => Promise<void>
  /** Reads what the store has set; never fails. */
  settings: () => Promise<SettingsRead>
}

/** What an operator's call needs beside that. */
export interface CallerPorts extends BatchPorts {
  /** Asks VTEX ID who calls; null when it does not say. */
  caller: () => Promise<string | null>
  /** Asks License Manager whether a login may cancel orders; null when it does not say. */
  mayCancel: (login: string) => Promise<boolean | null>
  /** Asks License Manager whether a login may read the rows of batches; null when it does not say. */
  mayReadRows: (login: string) => Promise<boolean | null>
  /** Makes a short text that stands for one long text only. */
  hash: (text: string) => string
  account: string
}

/** What the lane's worker needs: it acts in the name of the app. */
export interface LanePorts extends BatchPorts {
  oms: Oms
  journals: JournalStore
}
