import { isConfirmed } from '../journal/journal'
import type { Order } from '../order/order'
import { conflict, refusal } from '../refusal/refusal'
import type { Refusal } from '../refusal/refusal'
import type { Subjects } from '../refusal/refusalRules'
import type { NextStep } from '../vocabulary'
import type { Action, Facts } from './facts'
import type { RulingCode } from './rules'
import type { RefusedRuling } from './ruling'

/** What a refusal is told about. */
interface About {
  order: Order
  facts: Facts
}

/** What a ruling adds to that. */
interface Told {
  action: Action
  nextStep: NextStep
  because: string | null
}

type Make = (about: About, told: Told) => Refusal

const statusOf = ({ order }: About) => ({
  orderId: order.orderId,
  orderStatus: order.status,
})

type GoodsCode = {
  [Code in RulingCode & keyof Subjects]: Subjects[Code] extends {
    goods: unknown
  }
    ? Code
    : never
}[RulingCode & keyof Subjects]

const ofGoods =
  (code: GoodsCode): Make =>
  (about, { nextStep, because }) =>
    refusal(
      code,
      { ...statusOf(about), goods: about.facts.goods, nextStep, because },
      { nextStep }
    )

/** The account that can do what this one cannot, by the action. */
const RIGHT_ACCOUNT: Record<Action, string> = {
  cancel: 'the account that sells it',
  accept: "the seller's account, which decides about the request",
  deny: "the seller's account, which decides about the request",
  return: 'the account that ships it and sent its invoice',
}

const MAKE: Record<RulingCode, Make> = {
  ORDER_INVOICED: ofGoods('ORDER_INVOICED'),
  ORDER_PARTIALLY_INVOICED: ofGoods('ORDER_PARTIALLY_INVOICED'),
  ORDER_NOT_INVOICED: ofGoods('ORDER_NOT_INVOICED'),
  RETURN_INCOMPLETE: ofGoods('RETURN_INCOMPLETE'),
  INVOICES_UNREADABLE: ofGoods('INVOICES_UNREADABLE'),
  INVOICES_ABOVE_ORDER: ofGoods('INVOICES_ABOVE_ORDER'),
  ORDER_IN_TRANSITION: (about) =>
    refusal('ORDER_IN_TRANSITION', statusOf(about)),
  ORDER_STOPPED: (about) =>
    refusal('ORDER_STOPPED', {
      ...statusOf(about),
      since: isoOrNull(about.facts.progress.lastMovedMs),
    }),
  RETURN_NOT_TAKEN: (about) => refusal('RETURN_NOT_TAKEN', statusOf(about)),
  OTHER_RETURN: ({ order }) => conflict('OTHER_RETURN', order),
  RETURN_SENT: ({ order, facts: { sentReturn } }) =>
    conflict(
      sentReturn && isConfirmed(sentReturn)
        ? 'OTHER_RETURN'
        : 'UNCONFIRMED_RETURN',
      order
    ),
  DECISION_PENDING: (about) => refusal('DECISION_PENDING', statusOf(about)),
  NO_OPEN_REQUEST: (about) =>
    refusal('NO_OPEN_REQUEST', {
      ...statusOf(about),
      isUnnamed: about.facts.case.phase === 'DECIDED_HERE',
    }),
  OWN_REQUEST: ({ order: { orderId } }, { nextStep, because }) =>
    refusal('OWN_REQUEST', { orderId, because }, { nextStep }),
  NOT_CANCELLABLE: (about) => refusal('NOT_CANCELLABLE', statusOf(about)),
  WRONG_ACCOUNT: ({ order: { orderId } }, { action, nextStep }) =>
    refusal(
      'WRONG_ACCOUNT',
      { orderId, rightAccount: RIGHT_ACCOUNT[action] },
      { nextStep }
    ),
}

const IN_ERROR = "OMS says that the order's workflow is in error."

/** Makes the refusal of a ruling, with the reason and the next step for this order. */
export function refusalOf(ruling: RefusedRuling, about: About): Refusal {
  const made = madeOf(ruling, about)

  return about.facts.progress.isInError && ruling.code !== 'ORDER_STOPPED'
    ? { ...made, message: `${made.message} ${IN_ERROR}` }
    : made
}

function madeOf(
  { action, code, nextStep, because }: RefusedRuling,
  about: About
): Refusal {
  return MAKE[code](about, {
    action,
    nextStep,
    because: because && madeOf(because, about).message,
  })
}

function isoOrNull(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString()
}
