import { amount, choice } from '../../switches'
import type { SwitchTable } from '../../switches'
import { LONGEST_LAG_MS } from './recentChanges'

/** Behavior of VBase that VTEX does not document. */
export interface VBaseSwitches {
  /** `enforced`: a save or deletion with a stale `if-match` is refused. */
  ifMatch: 'enforced' | 'ignored'
  /** The status of that refusal. */
  staleStatus: 412 | 409
  /** The delay before each answer. Its content is decided when the call arrives. */
  latencyMs: number
  /** How far lists are behind, in the machine's time. Reads of one file are never behind. */
  listLagMs: number
  /** `equal`: each list is `listLagMs` old; `random`: up to that, so a list may show less than the one before it. */
  listAges: 'equal' | 'random'
  /** `yes`: lists are behind only on what others than the replica that asks have changed. */
  listsShowOwnFirst: 'no' | 'yes'
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
  listLagMs: amount(
    'VTEX documents no delay of lists, and no promise that there is none.',
    0,
    LONGEST_LAG_MS
  ),
  listAges: choice(
    'The latest that lists can be is the hardest for most callers.',
    'equal',
    'random'
  ),
  listsShowOwnFirst: choice(
    'A store that serves all lists from one copy shows the same to all replicas.',
    'no',
    'yes'
  ),
}
