import * as fc from 'fast-check'

import { anyOrder } from '../../testing/anyOrder'
import { NOW_MS } from '../../testing/documents'
import { ORDER_ID } from '../../testing/orders'
import { verdictByFacts } from '../decision/verdict'
import { emptyJournal } from '../journal/journal'
import type { Invoice, Order } from '../order/order'
import { returnInvoiceOf } from '../return/returnInvoice'
import { goodsOf } from './goods'
import type { Rest } from './goods'

const RUNS = { numRuns: 3_000 }

const anInvoiceOf = (type: 'Output' | 'Input'): fc.Arbitrary<Invoice> =>
  anyOrder
    .map(({ invoices }) => invoices.filter((one) => one.type === type))
    .filter((invoices) => invoices.length > 0)
    .map(([first]) => first)

const cancelOf = (order: Order) =>
  verdictByFacts('cancel', {
    order,
    journal: emptyJournal(ORDER_ID),
    nowMs: NOW_MS,
  }).kind

const worthOfRest = (rest: Rest) =>
  rest.kind === 'RETURNABLE' ? rest.value : 0

/** Counts the pieces of each SKU that are on the invoices of a type, or were ordered. */
function countsOf(lines: Array<{ skuId: string | null; quantity: number }>) {
  const counts = new Map<string | null, number>()

  for (const { skuId, quantity: count } of lines) {
    counts.set(skuId, (counts.get(skuId) ?? 0) + count)
  }

  return counts
}

const linesOf = (
  { invoices, items: ordered }: Order,
  type: 'Output' | 'Input'
) =>
  invoices
    .filter((one) => one.type === type)
    .filter(({ isCompensation }) => type === 'Output' || !isCompensation)
    .flatMap(({ lines }) => lines)
    .filter(({ quantity: count }) => count > 0)
    .map(({ itemIndex, quantity: count }) => ({
      skuId: ordered[itemIndex].skuId,
      quantity: count,
    }))

describe('for any order document, the goods of the order', () => {
  it('can be read, and its return is built, without an error', () => {
    let returnable = 0

    fc.assert(
      fc.property(anyOrder, (order) => {
        returnable += goodsOf(order).rest.kind === 'RETURNABLE' ? 1 : 0
      }),
      RUNS
    )

    // The documents are not all unreadable.
    expect(returnable).toBeGreaterThan(RUNS.numRuns / 10)
  })

  it('leave a rest that is never worth more than the order, nor than was invoiced and has not been paid back', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const { rest, value, invoicedValue, returnedValue } = goodsOf(order)

        if (rest.kind !== 'RETURNABLE') return

        expect(rest.value).toBeGreaterThan(0)
        expect(rest.value).toBeLessThanOrEqual(value ?? -1)
        expect(rest.value).toBeLessThanOrEqual(
          (invoicedValue ?? -1) - (returnedValue ?? 0)
        )
      }),
      RUNS
    )
  })

  it('are returned by an invoice that repeats no SKU and whose lines add up to no more than its value', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const invoice = returnInvoiceOf(order, {
          invoiceNumber: 'R1',
          issuanceDate: '2026-11-26T12:00:00Z',
        })

        if (!invoice) return

        const ids = invoice.items.map(({ id }) => id)
        const sum = invoice.items.reduce(
          (total, { quantity: count, price }) => total + count * price,
          0
        )

        expect(new Set(ids).size).toBe(ids.length)
        expect(sum).toBeLessThanOrEqual(invoice.invoiceValue)
        expect(
          invoice.items.every(({ quantity: count }) => Number.isInteger(count))
        ).toBe(true)
      }),
      RUNS
    )
  })

  it('are returned with no more pieces of a SKU than were sold and are still out', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const { rest, returned } = goodsOf(order)

        if (rest.kind !== 'RETURNABLE') return

        const ordered = countsOf([...order.items, ...order.added])
        const removed = countsOf(order.removed)
        const invoiced = countsOf(linesOf(order, 'Output'))
        const back = countsOf(linesOf(order, 'Input'))
        // Each return counts once, so a repeated one is left to another test.
        const isRepeated =
          new Set(order.invoices.map(({ number }) => number)).size <
          order.invoices.length

        for (const [skuId, { quantity: count }] of rest.pieces) {
          const sold = (ordered.get(skuId) ?? 0) - (removed.get(skuId) ?? 0)
          const out =
            Math.min(sold, invoiced.get(skuId) ?? 0) -
            (isRepeated ? 0 : back.get(skuId) ?? 0)

          expect(count).toBeLessThanOrEqual(out)
        }

        expect(returned).not.toBe('WHOLE')
      }),
      RUNS
    )
  })

  it('never came back without a return', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const sold = {
          ...order,
          invoices: order.invoices.filter(({ type }) => type !== 'Input'),
        }

        expect(goodsOf(sold).returned).toBe('NONE')
      }),
      RUNS
    )
  })

  it('are worth no more to return with one return more', () => {
    fc.assert(
      fc.property(anyOrder, anInvoiceOf('Input'), (order, one) => {
        const more = { ...order, invoices: [...order.invoices, one] }

        expect(worthOfRest(goodsOf(more).rest)).toBeLessThanOrEqual(
          worthOfRest(goodsOf(order).rest)
        )
      }),
      RUNS
    )
  })

  it('are not canceled because of one invoice more, unless a return was there before its sale', () => {
    fc.assert(
      fc.property(anyOrder, anInvoiceOf('Output'), (order, one) => {
        const { returned } = goodsOf(order)

        // A return that the invoices so far do not explain may be of the one that comes.
        if (!['NONE', 'PART'].includes(returned)) return
        if (cancelOf(order) === 'send') return

        const more = { ...order, invoices: [...order.invoices, one] }

        expect(cancelOf(more)).not.toBe('send')
      }),
      RUNS
    )
  })

  it('are not canceled while an invoice stands on the order without a return', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const types = order.invoices.map(({ type }) => type)

        const isOut = types.includes('Output') && !types.includes('Input')

        expect(isOut && cancelOf(order) === 'send').toBe(false)
      }),
      RUNS
    )
  })

  it('are the same in whatever order packages and lines stand', () => {
    const shuffled = anyOrder.chain((order) =>
      fc
        .tuple(
          fc.shuffledSubarray(order.invoices, {
            minLength: order.invoices.length,
          }),
          fc.boolean()
        )
        .map(([invoices, isReversed]) => ({
          order,
          other: {
            ...order,
            invoices: invoices.map((one) => ({
              ...one,
              lines: isReversed ? [...one.lines].reverse() : one.lines,
            })),
          },
        }))
    )

    const said = (order: Order) => {
      const { rest, flaws, ...goods } = goodsOf(order)

      return {
        ...goods,
        rest:
          rest.kind === 'RETURNABLE'
            ? { ...rest, pieces: Object.fromEntries(rest.pieces) }
            : rest,
        flaws: new Set(flaws.map((flaw) => JSON.stringify(flaw))),
      }
    }

    fc.assert(
      fc.property(shuffled, ({ order, other }) => {
        expect(said(other)).toEqual(said(order))
        expect(cancelOf(other)).toBe(cancelOf(order))
      }),
      RUNS
    )
  })
})
