import type { JournalStore } from '../clients/journal'
import type { Oms } from '../clients/oms'
import type { SettingsRead } from '../domain/settings'
import type { Clock } from './clock'

/** What a use case writes to the log: ids and words of ours, never a text from outside. */
export interface AppLogger {
  info: (entry: Record<string, string | null>) => void
  /** Leaves the trace of a bug: its name and the app's own file and line. */
  bug: (operation: string, error: unknown) => void
}

/** What every use case needs of the world. */
export interface BasePorts extends Clock {
  logger: AppLogger
  /** Makes a text that no other call has ever used. */
  newId: () => string
  /** Gives a number from 0 to 1. */
  random: () => number
}

/** What every send needs of the world. */
export interface SendPorts extends BasePorts {
  oms: Oms
  journals: JournalStore
}

/** What the use cases on one order need of the world. */
export interface OrderPorts extends SendPorts {
  /** Asks VTEX ID who calls; null when it does not say. */
  caller: () => Promise<string | null>
}

/** What the store has set. */
export interface SettingsPort {
  /** Reads it; never fails. */
  settings: () => Promise<SettingsRead>
}

/** What a return needs of the world: the store may not let this app send one. */
export type ReturnPorts = OrderPorts & SettingsPort

/** What an operator's view of one order needs beside that. */
export interface CasePorts extends OrderPorts, SettingsPort {
  /** Asks License Manager whether a login holds a resource of product OMS; null when it does not say. */
  isGranted: (login: string, resource: string) => Promise<boolean | null>
}
