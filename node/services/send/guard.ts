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
 * gave way. The turn is read again with each list: the one that has it waits for the
 * others, which have lost it. It needs a VBase that shows a write to the next read of the same
 * file, and no two wrong 404s in a row.
 */
export const GUARD_MS = 1_000

/** What the turn says before a claim. `others`: another call that the list does not show may still send. */
export type Seen = 'free' | 'others' | 'unavailable'

/** Looks whose turn it is, before a claim is made. */
export async function seeTurn(
  { journals, epochMs }: Pick<SendPorts, 'journals' | 'epochMs'>,
  orderId: string,
  listed: ListedEntry[]
): Promise<Seen> {
  const turn = await readTurn(journals, orderId, listed)

  if (turn === null) return 'unavailable'

  return turn !== 'none' && isLive(turn, listed, epochMs()) ? 'others' : 'free'
}

/** What became of a turn. `late`: its write may have hidden another call's. */
export type Taken = 'taken' | 'late' | 'unavailable'

/** Takes the order's turn for an entry. `seenMs`: when the call began to look whose turn it was, on the clock of `now`. */
export async function takeTurn(
  { journals, now }: Pick<SendPorts, 'journals' | 'now'>,
  orderId: string,
  {
    entry: { id, startedAtMs },
    seenMs,
  }: { entry: JournalEntry; seenMs: number }
): Promise<Taken> {
  if (!(await journals.writeTurn(orderId, { id, startedAtMs })))
    return 'unavailable'

  return now() - seenMs <= GUARD_MS - TIMER_EARLY_MS ? 'taken' : 'late'
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
