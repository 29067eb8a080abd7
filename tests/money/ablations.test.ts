import * as omsParsers from '../../node/clients/omsParsers'
import { RULES } from '../../node/domain/decision/rules'
import type { Rule, Then } from '../../node/domain/decision/rules'
import * as extent from '../../node/domain/goods/extent'
import * as goods from '../../node/domain/goods/goods'
import * as returns from '../../node/domain/goods/returns'
import * as sale from '../../node/domain/goods/sale'
import type { Order } from '../../node/domain/order/order'
import * as requests from '../../node/domain/order/requests'
import * as returnVerdict from '../../node/domain/return/returnVerdict'
import { firstViolations } from './campaign'

/**
 * Each test takes one rule out of the app and expects the campaign to find a violation. That
 * shows what the rule is for, and that the campaign can fail.
 */
const SEEDS = 2_500

afterEach(() => {
  jest.restoreAllMocks()
})

/** Changes the rules of an action that a test picks. */
function changeRules(
  action: keyof typeof RULES,
  change: (rules: Rule[]) => Rule[]
) {
  jest.replaceProperty(RULES, action, RULES[action].map(change))
}

const saysCode =
  (code: string) =>
  ({ then }: Rule) =>
    typeof then === 'object' && then.code === code

const without = (code: string) => (rules: Rule[]) =>
  rules.filter((rule) => !saysCode(code)(rule))

const instead = (code: string, then: Then) => (rules: Rule[]) =>
  rules.map((rule) => (saysCode(code)(rule) ? { ...rule, then } : rule))

/** Lets the goods be read from another order than the one that OMS shows. */
function readGoodsFrom(change: (order: Order) => Order) {
  const real = goods.goodsOf

  jest
    .spyOn(goods, 'goodsOf')
    .mockImplementation((order) => real(change(order)))
}

function readReturnsFrom(change: (order: Order) => Order) {
  const real = returns.returnsOf

  jest
    .spyOn(returns, 'returnsOf')
    .mockImplementation((order, sold) => real(change(order), sold))
}

const RULES_TAKEN_OUT: Array<
  [what: string, takeOut: () => void, found: RegExp]
> = [
  [
    'any return counts as the return of all',
    () => {
      const real = returns.returnsOf

      jest.spyOn(returns, 'returnsOf').mockImplementation((order, sold) => {
        const read = real(order, sold)

        return {
          ...read,
          extent: read.extent === 'NONE' ? 'NONE' : 'WHOLE',
        }
      })
    },
    /sent although goods are out|is on a return invoice already/,
  ],
  [
    'an invoice bars no accept',
    () => {
      const [phases, , rest] = RULES.accept

      jest.replaceProperty(RULES, 'accept', [phases, rest])
    },
    /sent although goods are out/,
  ],
  [
    'an invoiced order is canceled',
    () => changeRules('cancel', instead('ORDER_INVOICED', 'NO_BAR')),
    /sent although goods are out/,
  ],
  [
    'a partly invoiced order is canceled',
    () => changeRules('cancel', instead('ORDER_PARTIALLY_INVOICED', 'NO_BAR')),
    /sent although goods are out/,
  ],
  [
    'an order that came back in part is canceled',
    () => changeRules('cancel', instead('RETURN_INCOMPLETE', 'NO_BAR')),
    /sent although goods are out/,
  ],
  [
    'a cancel is sent to an order with an open request',
    () => changeRules('cancel', without('DECISION_PENDING')),
    /a cancel is sent to an order with an open request/,
  ],
  [
    'a return may be worth more than the order',
    () =>
      readGoodsFrom((order) =>
        order.status === 'invoiced'
          ? { ...order, value: Number.MAX_SAFE_INTEGER }
          : order
      ),
    /is more than the order's/,
  ],
  [
    'a compensation counts as goods that came back',
    () =>
      readReturnsFrom((order) => ({
        ...order,
        invoices: order.invoices.map((one) => ({
          ...one,
          isCompensation: false,
        })),
      })),
    /sent although goods are out|is on a return invoice already/,
  ],
  [
    'a return that is shown twice counts twice',
    () =>
      readReturnsFrom((order) => ({
        ...order,
        invoices: order.invoices.map((one, index) =>
          one.type === 'Input'
            ? { ...one, number: `${one.number}-${index}` }
            : one
        ),
      })),
    /sent although goods are out|is on a return invoice already|stand against/,
  ],
  [
    'what a change removed still counts as ordered',
    () => readGoodsFrom((order) => ({ ...order, removed: [] })),
    /more pieces than are out|and all is invoiced|ORDER_PARTIALLY_INVOICED/,
  ],
  [
    'an addition cannot be on an invoice without lines',
    () => readGoodsFrom((order) => ({ ...order, added: [] })),
    /sent although goods are out/,
  ],
  [
    'the value alone says that all is invoiced',
    () => {
      const real = sale.saleOf

      jest.spyOn(sale, 'saleOf').mockImplementation((order) => {
        const read = real(order)
        const reaches =
          read.value !== null &&
          order.value !== null &&
          read.value > 0 &&
          read.value >= order.value

        return reaches ? { ...read, extent: 'WHOLE' } : read
      })
    },
    /sent before all is invoiced|ORDER_INVOICED|RETURN_INVOICE/,
  ],
  [
    'changes that lowered and raised the price are no reason to stop',
    () => readGoodsFrom((order) => ({ ...order, isLoweredAndRaised: false })),
    /pays \d+ back beside/,
  ],
  [
    'the rest is computed without the returns of others',
    () => {
      const real = goods.goodsOf

      jest.spyOn(goods, 'goodsOf').mockImplementation((order) => ({
        ...real(order),
        rest: real({
          ...order,
          invoices: order.invoices.filter(({ type }) => type !== 'Input'),
        }).rest,
      }))
    },
    /that came back is more than|pays \d+ back beside/,
  ],
  [
    'a return that is sent and not seen is sent again',
    () => {
      const real = returnVerdict.returnVerdictOf

      jest
        .spyOn(returnVerdict, 'returnVerdictOf')
        .mockImplementation((situation, request) =>
          real(
            {
              ...situation,
              journal: {
                ...situation.journal,
                entries: situation.journal.entries.filter(
                  ({ kind }) => kind !== 'return'
                ),
              },
            },
            request
          )
        )
    },
    /a second return|that came back is more than/,
  ],
  [
    'the advice knows nothing of a return that was sent and not seen',
    () => changeRules('return', without('RETURN_SENT')),
    /which is refused/,
  ],
  [
    'roundings may be any amount',
    () => jest.spyOn(extent, 'tolerance').mockReturnValue(1_000_000),
    /sent although goods are out|is more than the order's/,
  ],
  [
    'the first open request of the list is meant',
    () => {
      const real = requests.openRequest

      jest.spyOn(requests, 'openRequest').mockImplementation((order) => {
        const open = real(order)
        const [first] = order.requests

        return open && first ? { ...open, id: first.id } : open
      })
    },
    /names request/,
  ],
  [
    "the store's own request may be denied",
    () => changeRules('deny', instead('OWN_REQUEST', 'SEND')),
    /denies this app's own request/,
  ],
  [
    'the status is asked before the returns',
    () => {
      const [[returned, ...rest]] = RULES.return

      jest.replaceProperty(RULES, 'return', [
        [...rest.slice(0, -1), returned, ...rest.slice(-1)],
      ])
    },
    /RETURN_NOT_TAKEN of an order/,
  ],
  [
    'the next step is a return, whether it can be sent or not',
    () =>
      changeRules(
        'cancel',
        instead('RETURN_INCOMPLETE', {
          code: 'RETURN_INCOMPLETE',
          nextStep: 'RETURN_INVOICE',
        })
      ),
    /which is refused/,
  ],
  [
    'a lost reply counts as a refusal',
    () => {
      const real = omsParsers.parseReceiptReply

      jest
        .spyOn(omsParsers, 'parseReceiptReply')
        .mockImplementation((reply, nowMs) => {
          const read = real(reply, nowMs)

          return read.kind === 'unsettled' ? { kind: 'rejected' } : read
        })
    },
    /refused with \w+, and its \w+ took effect|row REFUSED of an order/,
  ],
]

describe('the campaign of money finds a violation when', () => {
  it.each(RULES_TAKEN_OUT)('%s', async (_what, takeOut, found) => {
    takeOut()

    const violations = await firstViolations(SEEDS)

    expect(violations.join('\n')).toMatch(found)
  })
})
