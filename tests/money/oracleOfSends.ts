import { WITHOUT_CHANGES } from './display'
import { ADDED_SKU } from './others'
import type { Sent } from './records'
import { isOut, piecesOut, stillOut, sumOf } from './truth'
import type { TrueInvoice, Truth } from './truth'
import type { MoneyWorld } from './world'

/** What the sends of a run did: what must never be, and races that no client of OMS can rule out. */
export interface Judgement {
  violations: string[]
  /** Another client acted between the read that justifies a send and OMS's processing. */
  races: string[]
}

/** What is wrong with a send of each kind, if this was true of its order. */
const PROBLEMS: Record<
  Sent['kind'],
  (world: MoneyWorld, sent: Sent, truth: Truth) => string[]
> = {
  cancel: (world, sent, truth) => [
    ...(isOut(truth)
      ? [
          `sent although goods are out: ${sumOf(truth, 'Input')} of ${sumOf(
            truth,
            'Output'
          )} came back, ${piecesOut(truth)} pieces did not`,
        ]
      : []),
    ...requestProblems(world, sent, truth),
  ],
  deny: (world, { by, orderId, requestId }, truth) => [
    ...(by.isBatch && world.batchAction !== 'DENY'
      ? [`a batch that ${world.batchAction}s denies`]
      : []),
    ...(truth.status === 'cancellation-requested' &&
    truth.request?.id !== requestId
      ? [`names request ${requestId}, and ${truth.request?.id} is open`]
      : []),
    ...(world.isOwnRequest(orderId, requestId)
      ? ["denies this app's own request"]
      : []),
  ],
  return: (_world, { invoice }, truth) =>
    invoice ? returnProblems(invoice, truth) : [],
}

/** Judges everything that this app has sent, by what was true at the read that justifies it. */
export function judgeSends(world: MoneyWorld): Judgement {
  const sends = world.callers.flatMap((caller) => caller.sends)
  const found = sends.map((sent) => ofSend(world, sent))

  return {
    violations: [
      ...found.flatMap(({ violations }) => violations),
      ...returnsTwice(sends),
      ...paidTooMuch(world, sends),
    ],
    races: found.flatMap(({ races }) => races),
  }
}

function ofSend(world: MoneyWorld, sent: Sent): Judgement {
  const { justifiedBy, orderId, kind, by } = sent
  const name = `${kind} of ${by.name} for ${orderId}`

  if (!justifiedBy)
    return { violations: [`${name}: sent without a read`], races: [] }

  const problems = PROBLEMS[kind]
  const violations = problems(world, sent, justifiedBy)
  const late =
    sent.met && sent.tookEffect ? problems(world, sent, sent.met) : []

  const named = (list: string[]) => list.map((what) => `${name}: ${what}`)

  // What another client sent, and OMS did not show yet, no reader can know.
  return isHiddenBefore(world, sent) || isAdditionHidden(world, sent)
    ? { violations: [], races: named(violations) }
    : {
        violations: named(violations),
        races: violations.length === 0 ? named(late) : [],
      }
}

/** Tells whether OMS had an invoice of another client that the read did not show. */
function isHiddenBefore(
  { callers }: MoneyWorld,
  { justifiedBy }: Sent
): boolean {
  // OMS makes no second invoice of a number that the order has: that one is still the other client's.
  const own = callers
    .flatMap(({ sends }) => sends)
    .filter((sent) => !isRepeated(sent))

  const isOwn = ({ number, value }: TrueInvoice) =>
    own.some(
      ({ invoice }) => invoice?.number === number && invoice.value === value
    )

  return (justifiedBy?.invoices ?? []).some(
    (one) => one.isHidden && !isOwn(one)
  )
}

/** Tells whether an item that a change added is on an invoice without lines, and OMS shows no changes (known issue 955489). */
function isAdditionHidden(
  world: MoneyWorld,
  { orderId, justifiedBy }: Sent
): boolean {
  return (
    world.displayOf(orderId).name === WITHOUT_CHANGES &&
    justifiedBy?.sentWithoutLines[ADDED_SKU] !== undefined
  )
}

/** A cancel meets no open request, which it would accept; the second step of a batch meets only the app's own. A batch that accepts meets nothing else, and one that denies sends none. */
function requestProblems(
  world: MoneyWorld,
  sent: Sent,
  { status, request }: Truth
): string[] {
  const isOpen = status === 'cancellation-requested'

  if (sent.by.isBatch && world.batchAction !== 'CANCEL') {
    return isOpen && world.batchAction === 'ACCEPT'
      ? []
      : [
          `a batch that ${world.batchAction}s cancels an order that is ${status}`,
        ]
  }

  if (!isOpen) return []

  const { by, orderId } = sent
  // OMS may have had the request of another client, and not shown it, when it took the app's own cancel.
  const hasCanceled = world
    .sendsFor(orderId)
    .some((one) => one !== sent && one.kind === 'cancel' && one.tookEffect)

  if (by.isBatch)
    return hasCanceled || world.isOwnRequest(orderId, request?.id ?? null)
      ? []
      : ['a row accepts a request that the app has not made']

  return by.name.startsWith('accept')
    ? []
    : ['a cancel is sent to an order with an open request']
}

function returnProblems(
  { value, lines }: NonNullable<Sent['invoice']>,
  truth: Truth
): string[] {
  const back = sumOf(truth, 'Input')
  const sold = sumOf(truth, 'Output')

  const worth = lines.reduce(
    (sum, { quantity, price }) => sum + quantity * price,
    0
  )

  const tooMany = lines.filter(
    ({ id, quantity }) => quantity > stillOut(truth, id)
  )

  return [
    ...(value > truth.value
      ? [`${value} is more than the order's ${truth.value}`]
      : []),
    ...(value + back > sold
      ? [`${value} beside ${back} that came back is more than ${sold} invoiced`]
      : []),
    ...(worth > value ? [`its lines are worth ${worth}, and it ${value}`] : []),
    ...(tooMany.length > 0
      ? [
          `more pieces than are out: ${tooMany
            .map(({ id, quantity }) => `${quantity} of ${id}`)
            .join(', ')}`,
        ]
      : []),
    ...(truth.isFullyInvoiced
      ? []
      : ['sent before all is invoiced, so it refunds nothing']),
  ]
}

/** One return invoice for each order, unless more was invoiced after it. */
function returnsTwice(sends: Sent[]): string[] {
  const taken = sends.filter(
    (sent) => sent.kind === 'return' && sent.tookEffect && !isRepeated(sent)
  )

  return taken.flatMap((sent, index) => {
    const earlier = taken
      .slice(0, index)
      .filter(
        (one) =>
          one.orderId === sent.orderId && shownSales(one) >= shownSales(sent)
      )

    return earlier.length > 0
      ? [`${sent.orderId}: a second return, ${sent.invoice?.number}`]
      : []
  })
}

/** Tells whether a return has the number of one that the order had already: OMS gives it a new receipt, and nothing else. */
function isRepeated({ met, invoice }: Sent): boolean {
  return (
    met?.invoices.some(
      (one) => one.kind === 'Input' && one.number === invoice?.number
    ) ?? false
  )
}

/** Adds up the sale's invoices that a send's read has shown. */
function shownSales({ justifiedBy }: Sent): number {
  return (justifiedBy?.invoices ?? [])
    .filter(({ kind, isHidden }) => kind === 'Output' && !isHidden)
    .reduce((sum, { value }) => sum + value, 0)
}

/** Walks through the book: none of this app's returns may pay back what was not there, as its read had it. */
function paidTooMuch(world: MoneyWorld, sends: Sent[]): string[] {
  return sends.flatMap((sent) => {
    const { kind, tookEffect, invoice, justifiedBy, orderId } = sent

    if (kind !== 'return' || !tookEffect || !invoice || !justifiedBy) return []

    const entry = world.oms.orders
      .book(orderId)
      ?.entries.find(({ invoiceNumber }) => invoiceNumber === invoice.number)

    const { captured, paidBack } = justifiedBy.book
    // Another client invoiced more than was paid, which a later addition covers up.
    const isExcused =
      sumOf(justifiedBy, 'Output') > captured ||
      isHiddenBefore(world, sent) ||
      // The changes that paid something back are not shown.
      world.displayOf(orderId).name === WITHOUT_CHANGES

    return entry && !isExcused && paidBack + entry.value > captured
      ? [
          `${orderId}: return ${invoice.number} pays ${entry.value} back beside ${paidBack}, of ${captured} paid`,
        ]
      : []
  })
}
