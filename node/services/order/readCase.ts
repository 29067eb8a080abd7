import { caseNotices } from '../../domain/case/caseNotices'
import { unreadOrder } from '../../domain/cancellation/cancellation'
import { journalOnly } from '../../domain/cancellation/known'
import { caseOf, unreadCase } from '../../domain/case/orderCase'
import type { CancellationCase } from '../../domain/case/orderCase'
import { givenOrderId } from '../../domain/order/orderId'
import { isReturnOffered } from '../../domain/settings'
import type { SettingsRead } from '../../domain/settings'
import type { CasePorts } from '../ports'
import { readOrderAndJournal } from '../send/examine'
import type { Examined } from '../send/examine'
import { refusalOfId } from '../send/readCheckedOrder'
import { heldBy, isUncertain, readAccess } from './readAccess'
import type { Access } from './readAccess'
import { preview } from './readCancellation'
import { readSurroundings } from './readSurroundings'
import type { Surroundings } from './readSurroundings'

/**
 * Reads everything that an operator decides with about one order. Sends nothing. At most
 * three reads wait for one another: the order and the list of its journal; the entries;
 * what stands beside the order.
 */
export async function readCase(
  ports: CasePorts,
  text: string
): Promise<CancellationCase> {
  const orderId = givenOrderId(text)
  const badId = refusalOfId(orderId)

  if (badId) return unreadCase(unreadOrder(orderId, badId), ports.epochMs())

  const [read, access, settings] = await Promise.all([
    readAround(ports, orderId),
    readAccess(ports),
    ports.settings(),
  ])

  return read.kind === 'refused'
    ? unreadCase(unreadOrder(orderId, read.refusal), ports.epochMs())
    : shownCase(read, access, settings)
}

function shownCase(
  { order, known: beside, isJournalRead, isPaymentUnread }: Around,
  access: Access,
  settings: SettingsRead
): CancellationCase {
  const notices = caseNotices(order, beside, {
    areGrantsUnread: isUncertain(access),
    settings,
  })

  const known = { ...beside, notices: [...beside.notices, ...notices] }

  return caseOf(order, {
    cancellation: preview({ order, known }),
    known,
    isJournalRead,
    grants: heldBy(access),
    isReturnOffered: isReturnOffered(settings),
    payment: {
      transactionStatus: known.transactionStatus,
      isUnread: isPaymentUnread,
    },
  })
}

/** An order that was read, with all that stands beside it. */
type Around = Surroundings & Pick<Examined, 'isJournalRead'>

async function readAround(ports: CasePorts, orderId: string) {
  const read = await readOrderAndJournal(ports, orderId)

  return read.kind === 'refused'
    ? read
    : {
        kind: 'found' as const,
        ...(await withSurroundings(ports, read.examined)),
      }
}

async function withSurroundings(
  ports: CasePorts,
  { order, journal, notices, isJournalRead }: Examined
): Promise<Around> {
  const known = journalOnly(journal, ports.epochMs(), notices)

  return {
    isJournalRead,
    ...(await readSurroundings(
      ports,
      { order, known },
      { isPaymentRead: true }
    )),
  }
}
