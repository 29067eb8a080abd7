import type { OrderCancellation } from '../../node/domain/cancellation/cancellation'
import type { ShownRefusal } from '../../node/domain/refusal/refusal'
import { allSends, CLAIMS, STATES } from './claims'
import type { Around } from './claims'
import { PLAIN } from './display'
import type { Told } from './operations'
import type { Sent } from './records'
import type { Truth } from './truth'
import type { MoneyWorld } from './world'

/** Lists what is untrue of an answer about one order, by the book and by what OMS said to this app. */
export function judgeAnswer(world: MoneyWorld, told: Told): string[] {
  const { returned, cancellation, ask, truths, caller } = told
  const around: Around = {
    world,
    orderId: ask.orderId,
    truths,
    ...displayed(world, ask.orderId),
  }

  return [
    // Another client's return of the same number came first: OMS answers with a receipt all the same.
    ...(returned && !world.racedReturns.has(ask.orderId)
      ? ofReturn(returned, around)
      : []),
    ...(cancellation ? ofCancellation(cancellation, around) : []),
    ...(cancellation && ask.operation === 'read'
      ? ofPayment(cancellation, around)
      : []),
  ].map((what) => `${caller.name}: ${what}`)
}

/** Tells how OMS shows an order. */
export function displayed(world: MoneyWorld, orderId: string) {
  const display = world.displayOf(orderId)

  return { isPlain: display === PLAIN, isDisplayFalse: display.isFalse }
}

function ofReturn(
  {
    refusal,
    invoiceNumber,
    invoiceValue,
    receipt,
  }: NonNullable<Told['returned']>,
  around: Around
): string[] {
  const { world, orderId, truths } = around

  if (refusal) return ofRefusal(refusal, around)

  const order = world.oms.orders.find(orderId)
  const sent = allSends(around).find(
    ({ kind, tookEffect, invoice }) =>
      kind === 'return' && tookEffect && invoice?.number === invoiceNumber
  )

  const onOrder = truths
    .flatMap(({ invoices }) => invoices)
    .find(({ kind, number }) => kind === 'Input' && number === invoiceNumber)

  const value = sent?.invoice?.value ?? onOrder?.value

  return [
    ...(order && value === undefined
      ? [`return ${invoiceNumber} is told as done, and OMS has none`]
      : []),
    ...(value !== undefined && invoiceValue !== null && invoiceValue !== value
      ? [
          `return ${invoiceNumber} is told to be worth ${invoiceValue}, and is ${value}`,
        ]
      : []),
    ...ofReceipt(receipt, around),
  ]
}

/** A receipt is one that OMS gave this app for this order. */
function ofReceipt(receipt: string | null, around: Around): string[] {
  const isKnown = allSends(around).some(
    ({ confirmed }) => confirmed?.receipt === receipt
  )

  return receipt === null || isKnown ? [] : [`receipt ${receipt} is not OMS's`]
}

export function ofCancellation(
  cancellation: OrderCancellation,
  around: Around
): string[] {
  const { state, refusal, receipt, nextStep } = cancellation
  const { truths, isDisplayFalse } = around
  const isTrue = truths.some((truth) => STATES[state](truth, around))
  const isWhole = truths.every((truth) => truth.isFullyInvoiced)

  return [
    ...(truths.length > 0 && !isTrue
      ? [`state ${state} of an order that is ${statusesOf(truths)}`]
      : []),
    ...(refusal ? ofRefusal(refusal, around) : []),
    ...ofReceipt(receipt, around),
    ...(truths.length > 0 &&
    nextStep === 'MODIFY_ORDER' &&
    !isDisplayFalse &&
    isWhole
      ? ['MODIFY_ORDER, and all is invoiced']
      : []),
  ]
}

/** The sentence of a refusal that does not say that nothing was sent. */
const MAY_HAVE_ARRIVED = 'it may still arrive'

/** A refusal says that this call did nothing, and why. */
function ofRefusal(refusal: ShownRefusal, around: Around): string[] {
  const { truths, isDisplayFalse } = around
  const { code, message } = refusal
  const claim = CLAIMS[code] ?? (() => true)
  const isTrue = truths.some(
    (truth) => hides(truth) || claim(truth, message, around)
  )

  return truths.length > 0 && !isDisplayFalse && !isTrue
    ? [`${code} of an order that is ${statusesOf(truths)}: "${message}"`]
    : []
}

/** Tells whether OMS has an invoice that it does not show yet: then no claim about the goods can be held against the app. */
function hides({ invoices }: Truth): boolean {
  return invoices.some(({ isHidden }) => isHidden)
}

function statusesOf(truths: Truth[]): string {
  return truths.map(({ status }) => status).join(', then ')
}

/** Finds what a refused call has done all the same. Judged when nothing can take effect any more. */
export function effectsOfRefused({
  returned,
  cancellation,
  caller,
}: Told): string[] {
  const refused = (kinds: Array<Sent['kind']>, refusal: ShownRefusal | null) =>
    refusal && !refusal.message.includes(MAY_HAVE_ARRIVED)
      ? caller.sends
          .filter(({ kind, tookEffect }) => kinds.includes(kind) && tookEffect)
          .map(
            ({ kind }) =>
              `${caller.name}: refused with ${refusal.code}, and its ${kind} took effect`
          )
      : []

  return [
    ...refused(['return'], returned?.refusal ?? null),
    ...refused(['cancel', 'deny'], cancellation?.refusal ?? null),
  ]
}

/** A canceled order whose payment holds money is said to do so, and no other is. */
function ofPayment(
  { state, warnings }: OrderCancellation,
  { world, orderId }: Around
): string[] {
  const order = world.oms.orders.find(orderId)

  if (!order || state !== 'CANCELED' || order.origin === 'Fulfillment')
    return []

  const isReleased = order.transactionStatus === 'Canceled'
  const isSaid = warnings.some((one) =>
    one.startsWith('The payment is not canceled')
  )

  const isUnread = warnings.some((one) =>
    one.startsWith('The payment could not be read')
  )

  return [
    ...(!isReleased && !isSaid && !isUnread
      ? ['the payment of a canceled order is kept, and no warning says so']
      : []),
    ...(isReleased && isSaid
      ? ['a warning says that a canceled payment is not']
      : []),
  ]
}
