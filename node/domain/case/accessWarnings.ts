import { DEFAULT_SETTINGS, SETTING_RANGES } from '../settings'
import type { SettingName, SettingsRead } from '../settings'

/** Told where License Manager did not say what the caller may do. */
export const GRANTS_UNREAD =
  'License Manager did not say all that you may do, so an action that you may take may be missing. Ask again later.'

/** Told where the store's settings were never read by this process. */
export const SETTINGS_UNREAD =
  "The store's settings could not be read, so no return is offered, and the defaults are in force for all else. Ask again later."

/** Says which settings are not in force, with what is in force in their place, and what could not be read. */
export function accessWarnings(
  { invalid, isRead }: SettingsRead,
  areGrantsUnread: boolean
): string[] {
  return [
    ...(isRead ? invalid.map(invalidSetting) : [SETTINGS_UNREAD]),
    ...(areGrantsUnread ? [GRANTS_UNREAD] : []),
  ]
}

function invalidSetting(name: SettingName): string {
  return `The setting ${name} takes ${
    SETTING_RANGES[name]
  }. Its value is another one, so its default is in force: ${JSON.stringify(
    DEFAULT_SETTINGS[name]
  )}.`
}

/** Says of a page of requests why an action may be missing. */
export function requestWarnings({
  areGrantsUnread,
  unreadJournals,
}: {
  areGrantsUnread: boolean
  unreadJournals: number
}): string[] {
  return [
    ...(areGrantsUnread ? [GRANTS_UNREAD] : []),
    ...(unreadJournals > 0
      ? [
          `The journal could not be read for so many orders of this page, so nothing is offered for them: ${unreadJournals}. Ask again later.`,
        ]
      : []),
  ]
}
