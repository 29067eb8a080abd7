import type { NextStep } from '../../node/domain/vocabulary'
import { judgeAnswer } from './oracleOfAnswers'
import { ask } from './operations'
import type { Ask, Told } from './operations'
import type { MoneyWorld } from './world'

/** The most steps that are followed: a way that is longer leads in a circle. */
const MOST_STEPS = 12

/** How long a caller waits before each new try. Nothing that the platform moves by itself takes longer than all of them. */
const WAITS_MS = [60_000, 660_000, 10_800_000]

type Way = { told: Told; waits: number }

/** A call that an answer names, and the words that name it. */
interface Advice {
  says: string
  operations: Array<Ask['operation']>
}

/** Sentences that name a call where the next step does not. */
const SENTENCES: Advice[] = [
  { says: 'Cancel it instead', operations: ['cancel'] },
  { says: 'accept or deny the request', operations: ['accept', 'deny'] },
  { says: 'Accept it instead', operations: ['accept'] },
  { says: 'with returnInvoicedOrder', operations: ['return'] },
]

const STEPS: Partial<Record<NextStep, Advice>> = {
  RETURN_INVOICE: { says: 'RETURN_INVOICE', operations: ['return'] },
  DECIDE_REQUEST: { says: 'DECIDE_REQUEST', operations: ['accept', 'deny'] },
}

/**
 * Follows the advice of an answer mechanically, with no fault and no other client around.
 * Returns what is wrong with it: a call that it names and that is refused, or a way without
 * an end.
 */
export async function followAdvice(
  world: MoneyWorld,
  first: Ask
): Promise<string[]> {
  const problems: string[] = []
  let way: Way | null = await begin(world, first)

  for (let step = 1; way; step += 1) {
    problems.push(...judgeAnswer(world, way.told))
    if (problems.length > 0) return problems
    if (step > MOST_STEPS) return [`the advice has no end: ${endOf(way)}`]

    // Each step is what the one before has advised.
    // eslint-disable-next-line no-await-in-loop
    const next: Way | string | null = await follow(world, way)

    if (typeof next === 'string') return [next]
    way = next
  }

  return problems
}

async function begin(world: MoneyWorld, first: Ask): Promise<Way | null> {
  const told = await ask(world, first)

  return told && { told, waits: 0 }
}

function endOf({ told }: Way): string {
  return `${told.ask.operation} ${stepOf(told)}`
}

async function follow(
  world: MoneyWorld,
  { told, waits }: Way
): Promise<Way | string | null> {
  const advice = adviceIn(told)

  if (advice) return tryOne(world, told, advice)

  if (!isToWait(told)) return null
  if (isUnlisted(told)) return null
  if (waits >= WAITS_MS.length)
    return `waiting does not help: ${told.ask.operation} is told ${stepOf(
      told
    )} after hours`

  await world.time.wait(WAITS_MS[waits])

  const again = await ask(world, told.ask)

  return again && { told: again, waits: waits + 1 }
}

/** Tries each call that an advice names; one of them has to be taken. */
async function tryOne(
  world: MoneyWorld,
  { ask: before }: Told,
  { says, operations }: Advice
): Promise<Way | string> {
  const refusals: string[] = []

  for (const operation of operations) {
    const number = operation === 'return' ? `F${world.callers.length}` : 'F'
    // The second is tried only where the first is refused.
    // eslint-disable-next-line no-await-in-loop
    const told = await askUntilTaken(world, { ...before, operation, number })

    if (!told) return `${operation} has no answer`

    const { returned, cancellation } = told
    const refusal = returned ? returned.refusal : cancellation?.refusal

    if (!refusal) return { told, waits: 0 }
    refusals.push(`${operation}: ${refusal.code} "${refusal.message}"`)
  }

  return `${
    before.operation
  } is told ${says}, which is refused: ${refusals.join('; ')}`
}

/** Makes a call again for as long as its refusal names a wait. */
async function askUntilTaken(world: MoneyWorld, what: Ask) {
  let told = await ask(world, what)

  for (const waitMs of WAITS_MS) {
    const refusal = told && (told.returned ?? told.cancellation)?.refusal

    if (!refusal?.retryable) return told

    // Each try comes after the wait of the one before.
    // eslint-disable-next-line no-await-in-loop
    await world.time.wait(waitMs)
    // eslint-disable-next-line no-await-in-loop
    told = await ask(world, what)
  }

  return told
}

/** Finds the call that an answer advises; null where it advises none. */
function adviceIn(told: Told): Advice | null {
  const message = refusalIn(told)?.message ?? ''
  const named = SENTENCES.find(({ says }) => message.includes(says))

  return named ?? STEPS[stepOf(told)] ?? null
}

function refusalIn({ returned, cancellation }: Told) {
  return returned?.refusal ?? cancellation?.refusal ?? null
}

function stepOf({ returned, cancellation }: Told): NextStep {
  if (returned?.refusal)
    return returned.refusal.retryable ? 'RETRY_LATER' : 'NONE'

  return cancellation?.nextStep ?? 'NONE'
}

/** Nothing is known of a status that VTEX does not document: its advice is to look again, for as long as it lasts. */
function isUnlisted({ truths }: Told): boolean {
  return truths.some(({ status }) => status === 'a-status-of-tomorrow')
}

function isToWait(told: Told): boolean {
  return ['RETRY_LATER', 'CHECK_AGAIN'].includes(stepOf(told))
}
