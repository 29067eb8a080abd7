/** What a spoilt body is made of. */
export interface Spoiling {
  body: unknown
  random: () => number
  /** The time on the app's clock. */
  epochMs: number
}

/** Makes another body of a stored one; undefined where the file is to be deleted. It may change the copy that it is given. */
type Spoil = (spoiling: Spoiling) => unknown

/** A value in a body, and where it is. */
interface Slot {
  holder: Record<string, unknown>
  name: string
}

const pick = <T>(items: readonly T[], random: () => number): T =>
  items[Math.floor(random() * items.length)]

const isHolder = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Lists every value of a body, at any depth. The form and the workspace have ways of their own. */
function slotsOf(body: unknown, depth = 0): Slot[] {
  if (!isHolder(body)) return []

  return Object.keys(body)
    .filter((name) => depth > 0 || !['version', 'workspace'].includes(name))
    .flatMap((name) => [
      { holder: body, name },
      ...slotsOf(body[name], depth + 1),
    ])
}

/** Puts another value in the place of one that meets a condition; the body stays as it is where none does. */
function replaced(
  { body, random }: Spoiling,
  isWanted: (slot: Slot) => boolean,
  value: (slot: Slot) => unknown
): unknown {
  const slot = pick(slotsOf(body).filter(isWanted), random)

  if (slot) slot.holder[slot.name] = value(slot)

  return body
}

const valueOf = ({ holder, name }: Slot) => holder[name]

/** Values of every type. */
const OTHERS: unknown[] = ['x', '', 7, true, false, null, [], ['x'], {}]

/** Numbers that no field means, and the ends of the ranges of those that do. */
const NUMBERS = [-1, 0.5, 1e9, 2 ** 32, 2 ** 53, 8.64e15, 1e17, 1e300]

/** How far in the future a time is put, in milliseconds. */
const AHEAD = [60 * 60_000, 30 * 86_400_000, 40 * 365 * 86_400_000, 1e15]

/** Names that every object has from its prototype. */
const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']

/** Each way in which a stored file is spoilt. */
export const WAYS: Record<string, Spoil> = {
  'is deleted': () => undefined,
  'is empty': ({ random }) => pick<unknown>(['', null, {}, []], random),
  'is cut off': ({ body, random }) => {
    const text = JSON.stringify(body)

    // A body that is no JSON comes as a text.
    return text.slice(0, Math.floor(random() * text.length))
  },
  // The client gives this in place of what it does not read.
  'is too large': () => null,
  'has another type': (spoiling) =>
    replaced(
      spoiling,
      () => true,
      (slot) =>
        pick(
          OTHERS.filter((one) => typeof one !== typeof valueOf(slot)),
          spoiling.random
        )
    ),
  'lacks a field': (spoiling) => {
    const slot = pick(
      slotsOf(spoiling.body).filter(({ holder }) => !Array.isArray(holder)),
      spoiling.random
    )

    if (slot) delete slot.holder[slot.name]

    return spoiling.body
  },
  'has a number out of range': (spoiling) =>
    replaced(
      spoiling,
      (slot) => typeof valueOf(slot) === 'number',
      () => pick(NUMBERS, spoiling.random)
    ),
  'has a time of the future': (spoiling) =>
    replaced(
      spoiling,
      (slot) => slot.name.endsWith('Ms'),
      () => spoiling.epochMs + pick(AHEAD, spoiling.random)
    ),
  'has a list of another length': (spoiling) =>
    replaced(
      spoiling,
      (slot) => Array.isArray(valueOf(slot)),
      (slot) => {
        const list = valueOf(slot) as unknown[]
        const half = list.slice(0, Math.floor(list.length / 2))

        return pick([[...list, ...list], half, []], spoiling.random)
      }
    ),
  'has a key of the prototype': ({ body, random }) => {
    const key = pick(INHERITED, random)
    const holders = [body, ...slotsOf(body).map(valueOf)]
      .filter(isHolder)
      .filter((holder) => !Array.isArray(holder))

    // Only so is the key the object's own, as in a file that was parsed.
    if (holders.length > 0) {
      Object.defineProperty(pick(holders, random), key, {
        value: pick(OTHERS, random),
        enumerable: true,
        configurable: true,
        writable: true,
      })
    }

    return body
  },
  'has a name of the prototype': (spoiling) =>
    replaced(
      spoiling,
      (slot) => typeof valueOf(slot) === 'string',
      // The others are ids that an order may have: no reader can tell one from the right one.
      ({ name }) =>
        name === 'orderId' ? '__proto__' : pick(INHERITED, spoiling.random)
    ),
  'is of another workspace': ({ body }) =>
    isHolder(body) ? { ...body, workspace: 'other' } : body,
  'is of another form': ({ body, random }) =>
    isHolder(body)
      ? { ...body, version: pick<unknown>([99, '5', -1, null], random) }
      : body,
}

/** Spoils a stored body in one way. The stored one stays as it is. */
export function spoilt(
  way: string,
  { body, random, epochMs }: Spoiling
): unknown {
  return WAYS[way]({ body: structuredClone(body), random, epochMs })
}
