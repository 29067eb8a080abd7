import { DEFAULT_SETTINGS } from '../domain/settings'
import type { Settings, SettingsRead } from '../domain/settings'

/** Makes the port of a store that has set some things, and of all else has the defaults. */
export const storeSets =
  (changed: Partial<Settings> = {}) =>
  async (): Promise<SettingsRead> => ({
    settings: { ...DEFAULT_SETTINGS, ...changed },
    invalid: [],
    isRead: true,
  })
