import { entryId, mustBeGuarded, nextSeq } from '../../domain/journal/claims'
import type { JournalEntry } from '../../domain/journal/journal'
import type { SendPorts } from '../ports'
import type { Attempt, Result } from './action'
import { storageUnavailable } from './examine'
import type { Examined } from './examine'
import { GUARD_MS, seeTurn, takeTurn } from './guard'
import { lookAgain } from './lookAgain'
import type { Claim, GaveWay, Look, NotDone } from './lookAgain'
import { sendAndRecord, writeEnd } from './sendAndRecord'

/** Claims an order that was examined, makes sure that no other call sends for it, and sends. */
export async function sendClaimed(
  ports: SendPorts,
  attempt: Attempt,
  { examined, by }: { examined: Examined; by: string }
): Promise<Result | GaveWay | NotDone> {
  const { action, orderId } = attempt
  const { order, listed } = examined
  const isGuarded = mustBeGuarded(action.kind, order)
  const seenMs = ports.now()
  const turn = isGuarded ? await seeTurn(ports, orderId, listed) : 'free'

  // Nothing is claimed yet: a claim would keep the call waiting that has the turn.
  if (turn === 'others') return { kind: 'gave-way' }
  if (turn === 'unavailable') return storageUnavailable(ports, examined)

  const entry = newEntry(ports, attempt, { examined, isGuarded, by })
  const claim = {
    examined,
    entry,
    isGuarded,
    claimedMs: ports.now(),
  }

  const look = await claimAndLook(ports, attempt, { claim, seenMs }).catch(
    async (error: unknown) => {
      await withdraw(ports, attempt, entry)

      throw error
    }
  )

  if (look.kind === 'alone') {
    return sendAndRecord(ports, attempt, {
      // The later read is the one that justifies the send.
      order: look.order,
      journal: examined.journal,
      entry: { ...entry, statusSeen: look.order.status },
    })
  }

  await withdraw(ports, attempt, entry)

  return look.result
}

/** Makes the journal entry of a send that is about to be made in someone's name. */
function newEntry(
  { newId, epochMs }: SendPorts,
  { action: { kind, journalFields }, batchId }: Attempt,
  {
    examined: { order, listed },
    isGuarded,
    by,
  }: Pick<Claim, 'examined' | 'isGuarded'> & { by: string }
): JournalEntry {
  return {
    id: entryId(newId(), isGuarded),
    seq: nextSeq(listed),
    kind,
    by,
    ...journalFields,
    ...(batchId === undefined ? {} : { batchId }),
    statusSeen: order.status,
    startedAtMs: epochMs(),
    completion: null,
  }
}

/** Writes the claim, and looks whether it is the only one. */
async function claimAndLook(
  ports: SendPorts,
  attempt: Attempt,
  { claim, seenMs }: { claim: Claim; seenMs: number }
): Promise<Look> {
  const { orderId, lane } = attempt
  const { entry, examined, isGuarded } = claim
  const [taken] = await Promise.all([
    isGuarded
      ? takeTurn(ports, orderId, { entry, seenMs })
      : ('taken' as const),
    ports.journals.claim(orderId, entry),
  ])

  switch (taken) {
    case 'taken':
      if (isGuarded) await passGuard(ports, lane)

      return lookAgain(ports, attempt, claim)

    case 'late':
      return { kind: 'not-alone', result: { kind: 'gave-way' } }

    case 'unavailable':
      return {
        kind: 'not-alone',
        result: storageUnavailable(ports, examined),
      }
  }
}

function passGuard({ sleep }: SendPorts, lane: Attempt['lane']): Promise<void> {
  const guard = () => sleep(GUARD_MS)

  return lane ? lane.passGuard(guard) : guard()
}

/** Ends the entry of a send that is not made after all, so that no other call waits for it. */
async function withdraw(
  ports: SendPorts,
  attempt: Attempt,
  entry: JournalEntry
): Promise<void> {
  await writeEnd(ports, attempt, {
    ...entry,
    completion: {
      outcome: 'withdrawn',
      atMs: ports.epochMs(),
      sentAtMs: null,
      date: null,
      receipt: null,
    },
  })
}
