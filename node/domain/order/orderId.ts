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
  problem: (text: string) => string
}

/** What may be wrong with an id, the surest first. A problem repeats no text of the caller, except a valid id that is found in it. */
const SUSPICIONS: Suspicion[] = [
  { isIt: (text) => text === '', problem: () => 'it is empty.' },
  {
    isIt: (text) => SHORTENED.test(text),
    problem: () =>
      'a spreadsheet has shortened it to a power of ten, and its last digits are lost. Format the column as text and export the ids again.',
  },
  {
    // Before the invisible characters: without the line break between them, two ids make a third.
    isIt: (text) => {
      const parts = text.split(/[ \u00a0\t\r\n,;|]+/)

      return parts.length > 1 && parts.every(looksLikeOne)
    },
    problem: () => 'it looks like more than one id. Give one at a time.',
  },
  {
    isIt: (text) => isOrderId(cleaned(text)) && cleaned(text) !== text,
    problem: (text) =>
      `it has ${
        text.replace(INVISIBLE, '') === text
          ? 'a dash that is no hyphen'
          : 'an invisible character'
      } in it. If ${cleaned(text)} is meant, give that.`,
  },
  {
    isIt: (text) => text.length > MAX_ORDER_ID_LENGTH,
    problem: () => `it is longer than ${MAX_ORDER_ID_LENGTH} characters.`,
  },
]

const GENERAL_PROBLEM =
  'an id has letters, digits, "-", "_" and ".", the first a letter or digit; single spaces only behind the three letters of an affiliate.'

/** Says what is wrong with a text that is no order id, as the end of a sentence. */
export function problemOfId(text: string): string {
  const given = givenOrderId(text)
  const suspicion = SUSPICIONS.find(({ isIt }) => isIt(given))

  return suspicion ? suspicion.problem(given) : GENERAL_PROBLEM
}

/** Tells whether a part of a text may be an id by itself: the two digits behind an id's hyphen are none. */
function looksLikeOne(part: string): boolean {
  return isOrderId(part) && /\d{4}/.test(part)
}

function cleaned(text: string): string {
  return text.replace(INVISIBLE, '').replace(OTHER_DASHES, '-').trim()
}
