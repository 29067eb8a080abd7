/** Names a sentence about a text that is no order id. */
export type IdDetail =
  | 'ID_EMPTY'
  | 'ID_SHORTENED'
  | 'ID_OF_SEVERAL'
  | 'ID_WITH_OTHER_DASH'
  | 'ID_WITH_INVISIBLE'
  | 'ID_TOO_LONG'
  | 'ID_MALFORMED'

/** The longest order id that is accepted. */
export const MAX_ORDER_ID_LENGTH = 100

const PLAIN = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/

/**
 * An id of an external marketplace stands behind the three letters of its affiliate, and
 * may hold single spaces (SkyHub's documentation, help page on order numbering).
 */
const OF_AFFILIATE = /^[A-Za-z]{3}-[A-Za-z0-9_.-]+( [A-Za-z0-9_.-]+)*$/

/**
 * Tells whether a text may stand as an order id in a path of OMS. Encoding alone is
 * not enough: `..` survives it, and the empty id addresses another endpoint.
 */
export function isOrderId(text: string): boolean {
  return (
    text.length <= MAX_ORDER_ID_LENGTH &&
    (PLAIN.test(text) || (OF_AFFILIATE.test(text) && !isSeveral(text))) &&
    !text.includes('..')
  )
}

/** Tells whether a text may stand as the id of a purchase in a path of OMS: VTEX writes a "v" before the number that its orders share. */
export function isPurchaseId(text: string): boolean {
  return isOrderId(text) || (text.startsWith('v') && isOrderId(text.slice(1)))
}

/** Tells whether each part of a text ends like an order id, with a hyphen and a number. */
function isSeveral(text: string): boolean {
  const parts = text.split(' ')

  return parts.length > 1 && parts.every((part) => /-\d{2,}$/.test(part))
}

/** Takes the order id out of what a caller gave. Spaces around it are a habit of spreadsheets. */
export function givenOrderId(text: string): string {
  return text.trim()
}

/** Characters that take no place, and that a copy from a page or a spreadsheet may bring along. A line break or a tab parts two ids. */
const INVISIBLE = /\p{Cf}|[^\P{Cc}\s]/gu

/** Dashes that are not the hyphen of an order id, which look like it. */
const OTHER_DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/gu

/** A number as a spreadsheet shortens it. */
const SHORTENED = /^\d([.,]\d+)?E\+?\d+$/i

interface Suspicion {
  isIt: (text: string) => boolean
  detail: IdDetail
}

/** What may be wrong with an id, the surest first. */
const SUSPICIONS: Suspicion[] = [
  { isIt: (text) => text === '', detail: 'ID_EMPTY' },
  { isIt: (text) => SHORTENED.test(text), detail: 'ID_SHORTENED' },
  {
    // Before the invisible characters: without the line break between them, two ids make a third.
    isIt: (text) => {
      const parts = text.split(/[ \u00a0\t\r\n,;|]+/)

      return parts.length > 1 && parts.every(looksLikeOne)
    },
    detail: 'ID_OF_SEVERAL',
  },
  {
    isIt: (text) => isCleanable(text) && text.replace(INVISIBLE, '') === text,
    detail: 'ID_WITH_OTHER_DASH',
  },
  { isIt: isCleanable, detail: 'ID_WITH_INVISIBLE' },
  {
    isIt: (text) => text.length > MAX_ORDER_ID_LENGTH,
    detail: 'ID_TOO_LONG',
  },
]

/** The sentences that name the id which may be meant. */
const NAMING: IdDetail[] = ['ID_WITH_OTHER_DASH', 'ID_WITH_INVISIBLE']

/** Which of the sentences about bad ids fits a text. */
export interface IdProblem {
  detail: IdDetail
  /** The id that may be meant; empty where the sentence names none. No other text of the caller is repeated. */
  subject: string
}

/** Finds what is wrong with a text that is no order id. */
export function problemOfId(text: string): IdProblem {
  const given = givenOrderId(text)
  const { detail = 'ID_MALFORMED' } =
    SUSPICIONS.find(({ isIt }) => isIt(given)) ?? {}

  return { detail, subject: NAMING.includes(detail) ? cleaned(given) : '' }
}

function isCleanable(text: string): boolean {
  return isOrderId(cleaned(text)) && cleaned(text) !== text
}

/** Tells whether a part of a text may be an id by itself: the two digits behind an id's hyphen are none. */
function looksLikeOne(part: string): boolean {
  return isOrderId(part) && /\d{4}/.test(part)
}

function cleaned(text: string): string {
  return text.replace(INVISIBLE, '').replace(OTHER_DASHES, '-').trim()
}
