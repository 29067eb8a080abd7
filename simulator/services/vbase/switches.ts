import { amount, choice } from '../../switches'
import type { SwitchTable } from '../../switches'

/** Behavior of VBase that VTEX does not document. */
export interface VBaseSwitches {
  /** `enforced`: a save or deletion with a stale `if-match` is refused. */
  ifMatch: 'enforced' | 'ignored'
  /** The status of that refusal. */
  staleStatus: 412 | 409
  /** The delay before each answer. Its content is decided when the call arrives. */
  latencyMs: number
}

export const VBASE_SWITCHES: SwitchTable<VBaseSwitches> = {
  ifMatch: choice(
    'The client of @vtex/api offers ifMatch, so VBase is assumed to honor it.',
    'enforced',
    'ignored'
  ),
  staleStatus: choice(
    'The status that HTTP defines for a failed If-Match.',
    412,
    409
  ),
  latencyMs: amount('A test waits only if it asks to.', 0, 60_000),
}
