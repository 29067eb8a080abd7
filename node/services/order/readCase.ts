import { unreadOrder } from '../../domain/cancellation/cancellation'
import { journalOnly } from '../../domain/cancellation/known'
import { caseOf, unreadCase } from '../../domain/case/orderCase'
import type { CancellationCase } from '../../domain/case/orderCase'
import { givenOrderId } from '../../domain/order/orderId'
import type { CasePorts } from '../ports'
import { readOrderAndJournal } from '../send/examine'
import type { Examined } from '../send/examine'
import { heldBy, readAccess } from './readAccess'
import { preview } from './readCancellation'
import { readSurroundings } from './readSurroundings'

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
  const [read, access, { settings }] = await Promise.all([
    readAround(ports, orderId),
    readAccess(ports),
    ports.settings(),
  ])

  if (read.kind === 'refused') {
    return unreadCase(unreadOrder(orderId, read.refusal), ports.epochMs())
  }

  const { order, known, isJournalRead, isPaymentUnread } = read

  return caseOf(order, {
    cancellation: preview({ order, known }),
    known,
    isJournalRead,
    grants: heldBy(access),
    isReturnOffered: settings.isReturnOffered,
    payment: {
      transactionStatus: known.transactionStatus,
      isUnread: isPaymentUnread,
    },
  })
}

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
  { order, journal, notes, isJournalRead }: Examined
) {
  const known = journalOnly(journal, ports.epochMs(), notes)

  return {
    isJournalRead,
    ...(await readSurroundings(
      ports,
      { order, known },
      { isPaymentRead: true }
    )),
  }
}
