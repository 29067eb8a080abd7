import { isConfirmed } from '../journal/journal'
import type { Order } from '../order/order'
import { conflict, refusal } from '../refusal/refusal'
import type { Refusal } from '../refusal/refusal'
import type { Subjects } from '../refusal/subjects'
import { SETTLE_IN_ADMIN } from '../refusal/words'
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

const DECISION = {
  doing: 'decide about the cancellation request of',
  rightAccount: "the seller's account",
}

/** What this account cannot do, and the account that can, by the action. */
const ELSEWHERE: Record<Action, typeof DECISION> = {
  cancel: { doing: 'cancel', rightAccount: 'the account that sells it' },
  accept: DECISION,
  deny: DECISION,
  return: {
    doing: 'send a return invoice for',
    rightAccount: 'the account that ships it and sent its invoice',
  },
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
  // Only a replaced order gets it from its facts (help page Order replacement).
  NOT_CANCELLABLE: (about) =>
    refusal('NOT_CANCELLABLE', {
      ...statusOf(about),
      known:
        'Another order has taken its place: cancel that one, if it is meant.',
    }),
  WRONG_ACCOUNT: ({ order: { orderId } }, { action, nextStep }) =>
    refusal('WRONG_ACCOUNT', { orderId, ...ELSEWHERE[action] }, { nextStep }),
}

const IN_ERROR = "OMS says that the order's workflow is in error."

/** Makes the refusal of a ruling, with the reason and the next step for this order. */
export function refusalOf(ruling: RefusedRuling, about: About): Refusal {
  const made = madeOf(ruling, about)

  return about.facts.progress.isInError
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
    because: because && reasonOf(because, code, about),
  })
}

/** Says why the action that would help is not possible either, without what the refusal itself says. */
function reasonOf(
  because: RefusedRuling,
  code: RulingCode,
  about: About
): string {
  const isSaid =
    code === 'RETURN_INCOMPLETE' &&
    because.code === 'INVOICES_UNREADABLE' &&
    about.facts.goods.returned === 'UNKNOWN'

  return isSaid ? SETTLE_IN_ADMIN : madeOf(because, about).message
}

function isoOrNull(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString()
}
