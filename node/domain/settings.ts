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

/** What is in force before the platform has given any settings. */
export const UNREAD_SETTINGS: SettingsRead = {
  settings: DEFAULT_SETTINGS,
  invalid: [],
  isRead: false,
}

const DAY_MS = 24 * 3_600_000

/** The longest time that a store can set. */
const MOST_DAYS = 90

/** Finds how long batches are kept. Before the settings are known nothing is deleted that the store may have set to be kept. */
export function keptMsOf({ settings, isRead }: SettingsRead): number {
  return (isRead ? settings.batchDays : MOST_DAYS) * DAY_MS
}

/** Tells whether a return may be sent. A refund is money, so one is not sent before the settings are known. */
export function isReturnOffered({ settings, isRead }: SettingsRead): boolean {
  return isRead && settings.isReturnOffered
}
