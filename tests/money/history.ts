import type { Seed } from '../../simulator/services/oms/seed'
import { seedsOf } from './beginning'
import type { Choices } from './choices'
import { DISPLAYS, PLAIN, WITH_ALL_LINES } from './display'
import type { Display } from './display'
import { CLICKS } from './others'
import type { Click } from './others'

/** What this app's callers do to one order. */
export const OPERATIONS = [
  'cancel',
  'accept',
  'deny',
  'return',
  'read',
] as const

export type Operation = (typeof OPERATIONS)[number]

/** An act of another client at a point between two calls of this app. */
export interface Between {
  atCall: number
  when: 'before' | 'after'
  click: Click
}

type Past = { kind: 'theirs'; click: Click } | { kind: 'wait'; ms: number }

export type Step =
  | Past
  | {
      kind: 'ours'
      operation: Operation
      /** The number of the return invoice. */
      number: string
      requestedByUser: boolean
      between: Between[]
      /** A second caller begins the same operation this much later; null: none does. */
      twinAfterMs: number | null
      /** The process ends this long after the call began; null: it lives. */
      diesAfterMs: number | null
    }

/** One order of a history: how it begins, what befalls it, and how OMS shows it. */
export interface OrderHistory {
  seeds: Seed[]
  /** The order that the callers name; the other one is its other side. */
  orderId: string
  display: Display
  /** What others did before this app's first call. */
  past: Past[]
  steps: Step[]
}

const SALES: Click[] = [
  'invoices the whole order',
  'invoices the whole order',
  'invoices the whole order',
  'invoices a part',
  'invoices the whole order without lines',
  'invoices half of the value without lines',
  'invoices freight',
]

const CHANGES: Click[] = [
  'takes a discount off',
  'removes an item',
  'removes an item',
  'adds an item',
]

const RETURNS: Click[] = [
  'returns all',
  'returns half of the value',
  'returns one piece',
  'returns one piece for nothing but a cent',
  'sends the last return again',
  'compensates',
  'compensates, and the document names the goods',
]

/** Makes the history of one order. */
export function orderHistory(choices: Choices, orderId: string): OrderHistory {
  const { seeds, named } = seedsOf(choices, orderId)
  const isAsked = seeds.some(
    ({ status }) => status === 'cancellation-requested'
  )

  const past = pastOf(choices)

  return {
    seeds,
    orderId: named,
    display: displayFor(choices, past),
    past,
    steps: Array.from({ length: choices.from(4, 7) }, () =>
      stepOf(choices, isAsked)
    ),
  }
}

/** Where an item was removed, OMS may list it on invoices all the same (known issue 1330069). */
function displayFor(choices: Choices, past: Past[]): Display {
  const isRemoved = past.some(
    (step) => step.kind === 'theirs' && step.click === 'removes an item'
  )

  if (isRemoved && choices.is(0.4)) return WITH_ALL_LINES

  return choices.is(0.4) ? choices.pick(DISPLAYS) : PLAIN
}

const theirs = (click: Click): Past => ({ kind: 'theirs', click })

/** What others did before this app's first call: mostly changes, then invoices, then returns. */
function pastOf(choices: Choices): Past[] {
  const some = (share: number, clicks: Click[]) =>
    choices.is(share) ? [theirs(choices.pick(clicks))] : []

  const isSold = choices.is(0.6)

  return [
    ...some(0.25, CHANGES),
    ...(isSold ? some(0.95, SALES) : []),
    ...(isSold
      ? some(0.35, [...SALES, 'invoices the same goods under another number'])
      : []),
    { kind: 'wait', ms: choices.pick([1_000, 5_000, 5_000, 70_000]) },
    ...some(0.15, CHANGES),
    ...(isSold && choices.is(0.08)
      ? [theirs('takes a discount off'), theirs('adds an item')]
      : []),
    ...(isSold ? some(0.45, RETURNS) : []),
    ...(isSold ? some(0.25, RETURNS) : []),
    ...(choices.is(0.1) ? [theirs('asks to cancel, as the shopper')] : []),
    { kind: 'wait', ms: choices.pick([1_000, 5_000]) },
  ]
}

/** Operations that fit most orders, and those that fit one with an open request. */
const MOSTLY: Operation[] = [
  'cancel',
  'cancel',
  'return',
  'return',
  'return',
  'deny',
  'accept',
  'read',
]

const ON_REQUESTS: Operation[] = ['accept', 'deny', 'deny', 'cancel', 'return']

function stepOf(choices: Choices, isAsked: boolean): Step {
  if (choices.is(0.15)) return theirs(choices.pick(CLICKS))
  if (choices.is(0.2)) {
    return {
      kind: 'wait',
      ms: choices.pick([3_000, 45_000, 70_000, 660_000, 10_800_000]),
    }
  }

  return {
    kind: 'ours',
    operation: choices.pick(isAsked ? ON_REQUESTS : MOSTLY),
    number: choices.pick(['A1', 'A1', 'A1', 'B1', 'X1', 'N1']),
    requestedByUser: choices.is(0.2),
    between: betweenOf(choices),
    twinAfterMs: choices.is(0.15) ? choices.random() * 3_000 : null,
    diesAfterMs: choices.is(0.06) ? choices.random() * 8_000 : null,
  }
}

/** What others do between the calls of one operation. */
export function betweenOf(choices: Choices, lastCall = 5): Between[] {
  return Array.from(
    { length: choices.is(0.5) ? choices.from(1, 2) : 0 },
    () => ({
      atCall: choices.from(1, lastCall),
      when: choices.is(0.5) ? 'before' : 'after',
      click: choices.pick(CLICKS),
    })
  )
}
