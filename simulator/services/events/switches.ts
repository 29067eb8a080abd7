import { amount } from '../../switches'
import type { SwitchTable } from '../../switches'

/** Behavior of events that VTEX does not document. */
export interface EventSwitches {
  /** The longest wait before a delivery. Each event's wait is random, so that events overtake each other. */
  eventDelayMs: number
  /** The percentage of events that are never delivered. */
  eventLossPercent: number
  /** The percentage of events that are delivered twice. */
  eventDuplicatePercent: number
  /** The maximum number of deliveries of an event until its handler succeeds. */
  eventAttempts: number
  /** The wait before the next attempt. */
  eventBackoffMs: number
  /** The timeout of a handler, after which it is not stopped; 0 means the timeout of service.json. */
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
