import { amount, choice } from '../../switches'
import type { SwitchTable } from '../../switches'

/** What VTEX does not document about VBase. */
export interface VBaseSwitches {
  /** Whether a save or a deletion with a stale `if-match` is refused. */
  ifMatch: 'enforced' | 'ignored'
  /** The status of that refusal. */
  staleStatus: 412 | 409
  /** How long each answer takes; what it says is decided when the call arrives. */
  latencyMs: number
}

export const VBASE_SWITCHES: SwitchTable<VBaseSwitches> = {
  ifMatch: choice(
    'The client of @vtex/api offers ifMatch, so VBase should honour it.',
    'enforced',
    'ignored'
  ),
  staleStatus: choice('That is what HTTP says of a failed If-Match.', 412, 409),
  latencyMs: amount(
    'Tests should not wait where they do not ask for it.',
    0,
    60_000
  ),
}
