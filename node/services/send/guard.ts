import type { ListedEntry, Turn } from '../../domain/journal/claims'
import { settledBy } from '../../domain/journal/pendingSend'
import type { JournalEntry } from '../../domain/journal/journal'
import { TIMER_EARLY_MS } from '../clock'
import type { SendPorts } from '../ports'

/**
 * The second barrier, for sends of which a second one would do harm. It does not rest on
 * lists: each such call also reads one file, the order's turn; writes its own name there
 * within GUARD_MS; waits GUARD_MS; and goes on only if its name is still there. Proof: let
 * two calls have gone on, and let X have written first. If Y read after that, it found X there,
 * and went on only if its list showed the entry of X, by which it then judged. If Y read
 * before, it wrote within GUARD_MS of that, so before X read again; X then found Y, and
 * gave way. It needs a VBase that shows a write to the next read of the same file.
 */
export const GUARD_MS = 1_000

/** What became of a claim's guard. `late`: the write may have hidden another call's. */
export type Guard = 'taken' | 'late' | 'others' | 'unavailable'

/** Takes the order's turn for an entry, unless another call that the list does not show may have it. */
export async function takeTurn(
  { journals, now, epochMs }: Pick<SendPorts, 'journals' | 'now' | 'epochMs'>,
  orderId: string,
  { entry, listed }: { entry: JournalEntry; listed: ListedEntry[] }
): Promise<Guard> {
  const readMs = now()
  const turn = await readTurn(journals, orderId, listed)

  if (turn === null) return 'unavailable'
  if (turn !== 'none' && isLive(turn, listed, epochMs())) return 'others'

  const { id, startedAtMs } = entry

  if (!(await journals.writeTurn(orderId, { id, startedAtMs })))
    return 'unavailable'

  return now() - readMs <= GUARD_MS - TIMER_EARLY_MS ? 'taken' : 'late'
}

/** Where a claim was made before, a turn may be missing only because VBase says 404 for a file that it has. */
async function readTurn(
  journals: SendPorts['journals'],
  orderId: string,
  listed: ListedEntry[]
) {
  const turn = await journals.readTurn(orderId)

  return turn === 'none' && listed.length > 0
    ? journals.readTurn(orderId)
    : turn
}

/** Tells whether another call may still send that the list does not show. */
function isLive(turn: Turn, listed: ListedEntry[], nowMs: number): boolean {
  const isListed = listed.some(({ id }) => id === turn.id)

  return !isListed && nowMs < settledBy({ ...turn, completion: null })
}
