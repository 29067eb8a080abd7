import { openRequest } from '../../domain/order/requests'
import { isJustified } from '../shop/sends'
import type { Send } from '../shop/sends'
import type { ClaimsRun } from './runClaims'

/** A rule about two sends for one order, of which `earlier` was sent first. */
type Rule = (earlier: Send, later: Send) => string | false

/** No two sends for an order may meet at OMS: each is made from a read that shows what became of those before. */
const APART: Rule[] = [
  (earlier, later) =>
    earlier.decidedAtMs > later.sentAtMs &&
    'was sent while another send could still take effect',
  (earlier, later) =>
    earlier.decidedAtMs <= later.sentAtMs &&
    earlier.decidedAtMs > (later.read?.atMs ?? -Infinity) &&
    'was sent by a read older than the effect of another send',
]

/** No send may do what an earlier one has done, or may have done. */
const ONCE: Rule[] = [
  (earlier, later) =>
    isSameDecision(earlier, later) &&
    (earlier.isApplied || earlier.decidedAtMs > later.sentAtMs) &&
    'was sent twice',
  // A refund is money: OMS must have said no to the one before.
  (earlier, later) =>
    earlier.kind === 'return' &&
    later.kind === 'return' &&
    !['rejected', 'rate-limited'].includes(earlier.reply ?? '') &&
    'was sent after a return that may have been taken',
]

/** Finds the sends that met another one on their way. */
export function meetings({ shop }: ClaimsRun): string[] {
  return pairs(shop.sends, APART)
}

/** Finds what was sent, or took effect, although it must not have. */
export function harms(run: ClaimsRun): string[] {
  const { sends } = run.shop

  return [
    ...pairs(sends, ONCE),
    ...sends
      .filter((send) => !isJustified(send))
      .map(
        (send) => `${nameOf(send)} was sent without a read that justifies it`
      ),
    ...sends
      .filter(
        ({ kind, isApplied, statusBefore }) =>
          kind === 'cancel' &&
          isApplied &&
          statusBefore === 'cancellation-requested'
      )
      .map((send) => `${nameOf(send)} accepted a request`),
    ...[...run.shop.orders.keys()].flatMap((id) =>
      appliedTwice(sends.filter(({ orderId }) => orderId === id))
    ),
  ]
}

/** Finds what took effect a second time: a request that was denied may be made and accepted anew. */
function appliedTwice(sends: Send[]): string[] {
  const applied = sends.filter(({ isApplied }) => isApplied)
  const keyOf = ({ kind, read }: Send) =>
    [kind, kind === 'return' ? '' : read?.order.requests.length].join()

  return applied
    .filter((one, index) =>
      applied.slice(0, index).some((before) => keyOf(before) === keyOf(one))
    )
    .map((send) => `${nameOf(send)} took effect twice`)
}

/** Tells whether two sends decide about the same request. */
function isSameDecision(one: Send, other: Send): boolean {
  return (
    one.kind === other.kind &&
    (one.kind === 'accept' || one.kind === 'deny') &&
    requestOf(one) === requestOf(other)
  )
}

function requestOf({ read }: Send): string | null {
  return read ? openRequest(read.order)?.id ?? null : null
}

function pairs(sends: Send[], rules: Rule[]): string[] {
  return sends.flatMap((later, index) =>
    sends
      .slice(0, index)
      .filter(({ orderId }) => orderId === later.orderId)
      .flatMap((earlier) => rules.map((rule) => rule(earlier, later)))
      .flatMap((what) => (what ? [`${nameOf(later)} ${what}`] : []))
  )
}

export function nameOf({ kind, by, orderId }: Send): string {
  return `${kind} of ${orderId} by ${by}`
}
