import { notice, notices } from '../notice/notice'
import type { Notice } from '../notice/notice'
import type { SettingsRead } from '../settings'

/** Tells which settings are not in force, and what could not be read about a caller. */
export function accessNotices(
  { invalid, isRead }: SettingsRead,
  areGrantsUnread: boolean
): Notice[] {
  return [
    ...(isRead
      ? invalid.map((name) => notice('SETTING_INVALID', name))
      : notices(['SETTINGS_UNREAD'])),
    ...unreadGrants(areGrantsUnread),
  ]
}

/** Tells that an action may be missing because License Manager did not say what the caller may do. */
export function unreadGrants(areGrantsUnread: boolean): Notice[] {
  return notices(areGrantsUnread ? ['GRANTS_UNREAD'] : [])
}

/** Tells why an action of a page of requests may be missing. */
export function requestNotices({
  areGrantsUnread,
  unreadJournals,
}: {
  areGrantsUnread: boolean
  unreadJournals: number
}): Notice[] {
  return [
    ...unreadGrants(areGrantsUnread),
    ...(unreadJournals > 0
      ? [notice('JOURNALS_UNREAD', String(unreadJournals))]
      : []),
  ]
}
