import { Apps } from '@vtex/api'
import type { InstanceOptions, IOContext } from '@vtex/api'

import { UNREAD_SETTINGS } from '../domain/settings'
import type { SettingsRead } from '../domain/settings'
import { parseSettings } from './settingsParser'
import { untraced } from './untraced'

const TIMEOUT_MS = 3_000

/** How long a read of the settings counts. An outage leaves what was read before in force, within one process. */
const KEPT_MS = 60_000

/** How long a read that failed counts: calls that come at once do not all ask again. */
const KEPT_FAILED_MS = 5_000

interface Kept {
  reading: Promise<SettingsRead>
  untilMs: number
}

/** The settings of each workspace that this process serves; a cache, and never the truth. */
const kept = new Map<string, Kept>()

/** The app's own settings, which an operator changes in the Admin. Works in events, too. */
export class SettingsClient extends Apps {
  private readonly key: string

  constructor(context: IOContext, options?: InstanceOptions) {
    super(untraced(context), { ...options, retries: 0, timeout: TIMEOUT_MS })
    this.key = `${context.account} ${context.workspace}`
  }

  /** Reads the settings, at most once a minute. Never fails: where they cannot be read, the last ones or the defaults are in force. */
  public read(): Promise<SettingsRead> {
    const before = kept.get(this.key)

    if (before && before.untilMs > Date.now()) return before.reading

    const now: Kept = {
      reading: this.ask(async () => {
        now.untilMs = Date.now() + KEPT_FAILED_MS

        return before?.reading ?? UNREAD_SETTINGS
      }),
      untilMs: Date.now() + KEPT_MS,
    }

    kept.set(this.key, now)

    return now.reading
  }

  /** Asks the platform; what it answers instead of settings counts as no answer. */
  private async ask(
    otherwise: () => Promise<SettingsRead>
  ): Promise<SettingsRead> {
    const read = await this.getAppSettings(appId()).then(
      parseSettings,
      () => null
    )

    return read ?? otherwise()
  }
}

/** The runtime's name for this app, without its version: settings outlive versions. */
function appId(): string {
  return (process.env.VTEX_APP_ID ?? '').split('@')[0]
}
