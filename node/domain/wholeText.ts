/** Half of a character: VBase and OMS would store another text than the caller gave, and two keys would become one. */
const LONE_SURROGATE = /[\uD800-\uDFFF]/u

/** Tells whether a text is made of whole characters. */
export function isWholeText(text: string): boolean {
  return !LONE_SURROGATE.test(text)
}

/** Takes the beginning of a text, and no half of a character at its end. */
export function beginningOf(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
}
