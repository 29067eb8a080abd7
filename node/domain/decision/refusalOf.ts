import { isConfirmed } from '../journal/journal'
import type { Order } from '../order/order'
import type { Part } from '../refusal/details'
import { flawsOf, sumsOf, sumsOfPart } from '../refusal/grounds'
import { conflict, partsOf, refusal, withGround } from '../refusal/refusal'
import type { Refusal } from '../refusal/refusal'
import { nameOfStatus } from '../refusal/said'
import type { Sums } from '../refusal/said'
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
  /** Why the action that would help is not possible either; null where it is. */
  because: Because | null
}

interface Because {
  grounds: Part[]
  sums: Sums | null
}

type Make = (about: About, told: Told) => Refusal

const statusOf = ({ order: { orderId, status } }: About) => ({
  orderId,
  subject: nameOfStatus(status),
})

const MAKE: Record<RulingCode, Make> = {
  ORDER_INVOICED: ({ order: { orderId } }, { nextStep, because }) =>
    refusal(
      invoicedDetail(nextStep, because),
      { orderId },
      { nextStep, ...because }
    ),
  RETURN_INCOMPLETE: ({ order: { orderId }, facts: { goods } }, told) => {
    const { nextStep, because } = told

    return goods.returned === 'UNKNOWN'
      ? refusal(
          'RETURNED_UNKNOWN',
          { orderId },
          {
            nextStep,
            ...because,
            grounds: [...flawsOf(goods), ...(because?.grounds ?? [])],
          }
        )
      : refusal(
          because ? 'PART_BACK_RETURN_BARRED' : 'PART_BACK_RETURN_REST',
          { orderId, sums: sumsOf(goods) },
          { nextStep, ...because }
        )
  },
  ORDER_PARTIALLY_INVOICED: ({ order: { orderId }, facts: { goods } }) =>
    refusal(
      goods.returned === 'WHOLE' ? 'PART_INVOICED_AND_BACK' : 'PART_INVOICED',
      { orderId, sums: sumsOfPart(goods) }
    ),
  ORDER_NOT_INVOICED: (about, { nextStep }) =>
    refusal(notInvoicedDetail(nextStep), statusOf(about), { nextStep }),
  INVOICES_UNREADABLE: ({ order: { orderId }, facts: { goods } }) =>
    refusal('INVOICES_UNREADABLE', { orderId }, { grounds: flawsOf(goods) }),
  INVOICES_ABOVE_ORDER: ({ order: { orderId }, facts: { goods } }) =>
    refusal(aboveDetail(goods.changedBy), { orderId, sums: sumsOf(goods) }),
  ORDER_IN_TRANSITION: (about) =>
    refusal('ORDER_IN_TRANSITION', statusOf(about)),
  ORDER_STOPPED: (about) =>
    refusal('ORDER_STOPPED', statusOf(about), {
      grounds: lastChange(about.facts.progress.lastMovedMs),
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
  DECISION_PENDING: ({ order: { orderId } }) =>
    refusal('DECISION_PENDING', { orderId }),
  NO_OPEN_REQUEST: (about) =>
    about.facts.case.phase === 'DECIDED_HERE'
      ? refusal('REQUEST_WITHOUT_ID', about.order)
      : refusal('NO_OPEN_REQUEST', statusOf(about)),
  OWN_REQUEST: ({ order: { orderId } }, { nextStep, because }) =>
    refusal(
      because ? 'OWN_REQUEST_ACCEPT_BARRED' : 'OWN_REQUEST_ACCEPT_IT',
      { orderId },
      { nextStep, ...because }
    ),
  // Only a replaced order gets it from its facts (help page Order replacement).
  NOT_CANCELLABLE: (about) => refusal('ORDER_REPLACED', statusOf(about)),
  WRONG_ACCOUNT: ({ order: { orderId } }, { action, nextStep }) =>
    refusal(
      action === 'return' ? 'RETURN_ELSEWHERE' : 'DECISION_ELSEWHERE',
      { orderId },
      { nextStep }
    ),
}

/** Makes the refusal of a ruling, with the reason and the next step for this order. */
export function refusalOf(ruling: RefusedRuling, about: About): Refusal {
  const made = madeOf(ruling, about)

  return about.facts.progress.isInError
    ? withGround(made, 'WORKFLOW_IN_ERROR')
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

/** Tells why the action that would help is not possible either, without what the refusal itself says. */
function reasonOf(
  because: RefusedRuling,
  code: RulingCode,
  about: About
): Because {
  const isSaid =
    code === 'RETURN_INCOMPLETE' &&
    because.code === 'INVOICES_UNREADABLE' &&
    about.facts.goods.returned === 'UNKNOWN'

  if (isSaid)
    return {
      grounds: [{ detail: 'SETTLE_IN_ADMIN', subject: null }],
      sums: null,
    }

  const made = madeOf(because, about)

  return { grounds: partsOf(made), sums: made.sums }
}

function invoicedDetail(nextStep: NextStep, because: Because | null) {
  if (because) return 'INVOICED_RETURN_BARRED'

  return nextStep === 'CHECK_AGAIN'
    ? 'INVOICED_REQUEST_ANSWERED'
    : 'INVOICED_RETURN_IT'
}

/** Finds what helps instead of a return of an order that is not fully invoiced. */
function notInvoicedDetail(nextStep: NextStep) {
  switch (nextStep) {
    case 'MODIFY_ORDER':
      return 'NOT_INVOICED_IN_FULL'

    case 'WAIT_FOR_DECISION':
      return 'NOT_INVOICED_REQUEST_OPEN'

    default:
      return 'NOT_INVOICED_CANCEL_IT'
  }
}

function aboveDetail(changedBy: number) {
  if (changedBy === 0) return 'INVOICES_ABOVE_ORDER'

  return changedBy < 0
    ? 'INVOICES_ABOVE_LOWERED_ORDER'
    : 'INVOICES_ABOVE_RAISED_ORDER'
}

function lastChange(epochMs: number | null): Part[] {
  return epochMs === null
    ? []
    : [{ detail: 'LAST_CHANGE', subject: new Date(epochMs).toISOString() }]
}
