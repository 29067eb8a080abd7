/** What a store has set for this app in the Admin. */
export interface Settings {
  /** Reasons that a page offers. */
  reasons: string[]
  /** What new batches start with; null where the store has set nothing. */
  maxRefusals: number | null
  maxPerMinute: number | null
  /** The app may send return invoices. */
  isReturnOffered: boolean
  /** The most orders of a batch. */
  maxOrders: number
  /** How many days a batch is kept after it was created. */
  batchDays: number
}

export type SettingName = keyof Settings

/** The setting of each kind where the store has set none, or none that can be used. */
export const DEFAULT_SETTINGS: Settings = {
  reasons: [],
  maxRefusals: null,
  maxPerMinute: null,
  isReturnOffered: true,
  maxOrders: 10_000,
  batchDays: 30,
}

/** Settings as read, and which of them are not in force because their value is out of range. */
export interface SettingsRead {
  settings: Settings
  invalid: SettingName[]
  /** False where the platform did not give them: then the defaults are in force. */
  isRead: boolean
}
