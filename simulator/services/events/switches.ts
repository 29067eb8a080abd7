import { amount } from '../../switches'
import type { SwitchTable } from '../../switches'

/** What VTEX leaves undocumented about events. */
export interface EventSwitches {
  /** Up to how long an event waits before it is delivered: drawn for each, so that events overtake each other. */
  eventDelayMs: number
  /** Of a hundred events, how many are never delivered. */
  eventLossPercent: number
  /** Of a hundred events, how many are delivered twice. */
  eventDuplicatePercent: number
  /** How often an event is delivered until a handler has answered well. */
  eventAttempts: number
  /** How long the next of these attempts waits. */
  eventBackoffMs: number
  /** How long a handler has; 0 for the timeout of service.json. It is not stopped then. */
  eventTimeoutSeconds: number
}

const MINUTE_MS = 60_000

export const EVENT_SWITCHES: SwitchTable<EventSwitches> = {
  eventDelayMs: amount('Most events come at once.', 0, MINUTE_MS),
  eventLossPercent: amount(
    'Known issue 789499: some events are lost silently. Tests say when.',
    0,
    100
  ),
  eventDuplicatePercent: amount(
    'Events come at least once; VTEX does not say how often twice.',
    0,
    100
  ),
  eventAttempts: amount(
    'VTEX documents retries, and no number of them.',
    3,
    20
  ),
  eventBackoffMs: amount('VTEX documents no wait.', 1_000, MINUTE_MS),
  eventTimeoutSeconds: amount(
    'The timeout of service.json holds for handlers, too.',
    0,
    600
  ),
}
