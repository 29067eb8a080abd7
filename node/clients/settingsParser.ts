import { DEFAULT_SETTINGS } from '../domain/settings'
import type { SettingName, Settings, SettingsRead } from '../domain/settings'
import { isRecord } from './untrusted'

const MAX_REASONS = 50
const MAX_REASON_LENGTH = 200

/** Takes a value that is in range; undefined for any other. No range widens a limit of safety. */
type Parse<T> = (value: unknown) => T | undefined

/** Every setting, by its name in `settingsSchema` of manifest.json, which shows the same ranges. */
const PARSERS: { [Name in SettingName]: Parse<Settings[Name]> } = {
  reasons: (value) =>
    Array.isArray(value) && value.length <= MAX_REASONS && value.every(isReason)
      ? value.map((reason: string) => reason.trim())
      : undefined,
  maxRefusals: wholeFrom(1, 10_000),
  maxPerMinute: wholeFrom(1, 6_000),
  isReturnOffered: (value) => (typeof value === 'boolean' ? value : undefined),
  maxOrders: wholeFrom(1, 10_000),
  batchDays: wholeFrom(7, 90),
}

const NAMES = Object.keys(PARSERS) as SettingName[]

/** Reads the store's settings; null for an answer that is none. A value out of range leaves the default in force, and is named. */
export function parseSettings(body: unknown): SettingsRead | null {
  if (!isRecord(body) || Array.isArray(body)) return null

  const given = body
  const parsed = NAMES.map((name) => ({
    name,
    value: isUnset(given[name]) ? undefined : PARSERS[name](given[name]),
  }))

  const valid = parsed.filter(({ value }) => value !== undefined)

  return {
    settings: {
      ...DEFAULT_SETTINGS,
      ...Object.fromEntries(valid.map(({ name, value }) => [name, value])),
    },
    invalid: parsed
      .filter(({ name, value }) => value === undefined && !isUnset(given[name]))
      .map(({ name }) => name),
    isRead: true,
  }
}

/** The Admin's form leaves an empty field out, or writes it as "". */
function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function isReason(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.trim() !== '' &&
    value.length <= MAX_REASON_LENGTH
  )
}

function wholeFrom(least: number, most: number): Parse<number> {
  return (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most
      ? Number(value)
      : undefined
}
