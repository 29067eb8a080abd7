import { mustBeGuarded, standingOf } from '../../domain/journal/claims'
import type { ListedEntry, Turn } from '../../domain/journal/claims'
import { SEND_WITHIN_MS } from '../../domain/journal/pendingSend'
import type { JournalEntry } from '../../domain/journal/journal'
import type { Order } from '../../domain/order/order'
import type { SendPorts } from '../ports'
import type { Attempt, Result } from './action'
import { examineAgain, storageUnavailable } from './examine'
import type { Examination, Examined } from './examine'

/** The order may be sent for, and it is too late to begin. Nothing was sent. */
export interface NotDone {
  kind: 'not-done'
  examined: Examined
}

/** Another call has written for the order, or is about to: this one begins anew. */
export interface GaveWay {
  kind: 'gave-way'
}

/** An entry that is written, and what was examined before. */
export interface Claim {
  examined: Examined
  entry: JournalEntry
  isGuarded: boolean
  /** When it was written, on the clock of `now`. */
  claimedMs: number
}

/** What a look at the journal after the claim came to. */
export type Look =
  | { kind: 'alone'; order: Order }
  | { kind: 'not-alone'; result: Result | GaveWay | NotDone }

const GAVE_WAY: Look = { kind: 'not-alone', result: { kind: 'gave-way' } }

/** How long a claim waits until a list shows it, and until the calls that came at the same moment have given way: what they write may be listed as late. */
const LOOK_WITHIN_MS = { unlisted: 5_000, first: 9_000 }
const FIRST_WAIT_MS = 50
const LONGEST_WAIT_MS = 500

/** The wait before an order is read once more whose read gave nothing. */
const UNREAD_WAIT_MS = 250

/** An order that was read longer ago than this is read again. */
const FRESH_MS = 1_000

/** Lists the journal after the claim until it is clear whether this call alone may send; reads the order again where the first read may be overtaken. */
export async function lookAgain(
  ports: SendPorts,
  attempt: Attempt,
  claim: Claim
): Promise<Look> {
  const { journals, now, sleep } = ports
  // A row waits for its pace beside the first look, which says nothing about VBase.
  let sinceMs = attempt.lane ? null : claim.claimedMs

  for (
    let waitMs = FIRST_WAIT_MS;
    ;
    waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)
  ) {
    // eslint-disable-next-line no-await-in-loop
    const [listed, examination, turn] = await Promise.all([
      journals.list(attempt.orderId),
      latest(ports, attempt, claim),
      claim.isGuarded ? journals.readTurn(attempt.orderId) : claim.entry,
    ])

    const seen = { listed, examination, turn }
    const look = lookOf(ports, attempt, { ...claim, ...seen })

    if (typeof look === 'object') return look

    sinceMs ??= now()

    if (now() + waitMs - sinceMs > LOOK_WITHIN_MS[look]) {
      return {
        kind: 'not-alone',
        result: storageUnavailable(ports, claim.examined),
      }
    }

    // eslint-disable-next-line no-await-in-loop
    await sleep(waitMs)
  }
}

/** The read that justifies the send. An entry in the first list may have had its effect after the read beside that list. */
async function latest(
  ports: SendPorts,
  attempt: Attempt,
  { examined, isGuarded }: Claim
): Promise<Examination> {
  const isOvertaken =
    isGuarded ||
    examined.listed.length > 0 ||
    ports.now() - examined.askedMs > FRESH_MS

  if (!isOvertaken) return { kind: 'sendable', examined }

  const examination = await examineAgain(ports, attempt, examined)

  if (!isUnread(examination)) return examination

  // Nothing is sent without this read, and the claim has cost more than one more.
  await ports.sleep(UNREAD_WAIT_MS)

  return examineAgain(ports, attempt, examined)
}

function isUnread(examination: Examination): boolean {
  return (
    examination.kind === 'nothing-to-send' &&
    examination.result.refusal?.code === 'OMS_UNAVAILABLE'
  )
}

interface Seen extends Claim {
  listed: ListedEntry[] | null
  examination: Examination
  turn: Pick<Turn, 'id'> | 'none' | null
}

/** Decides from one look, or says why another one must follow. */
function lookOf(
  ports: SendPorts,
  attempt: Attempt,
  seen: Seen
): Look | 'unlisted' | 'first' {
  const { listed, entry, examined, isGuarded, turn } = seen

  if (!listed || turn === null || turn === 'none') return 'unlisted'
  // Before all else: the one that has the turn waits for those that have lost it.
  if (turn.id !== entry.id) return GAVE_WAY

  const standing = standingOf(
    { id: entry.id, isGuarded },
    examined.listed,
    listed
  )

  switch (standing) {
    case 'unlisted':

    case 'first':
      return standing

    case 'behind':
      return GAVE_WAY

    case 'alone':
      return whenAlone(ports, attempt, seen)
  }
}

/** Decides from the latest read whether a call that is alone sends. */
function whenAlone(
  { now }: SendPorts,
  { action, call, lane }: Attempt,
  { examination, claimedMs, isGuarded }: Seen
): Look {
  switch (examination.kind) {
    case 'nothing-to-send':
      return { kind: 'not-alone', result: examination.result }

    case 'busy':
      return GAVE_WAY

    case 'sendable':
      // The order has moved on to a status in which a second send would do harm.
      if (!isGuarded && mustBeGuarded(action.kind, examination.examined.order))
        return GAVE_WAY

      return (lane ? lane.maySend() : now() <= call.sendByMs) &&
        now() - claimedMs <= SEND_WITHIN_MS
        ? { kind: 'alone', order: examination.examined.order }
        : {
            kind: 'not-alone',
            result: { kind: 'not-done', examined: examination.examined },
          }
  }
}
