/** A copy of a list of texts, in order. */
export const sorted = (texts: string[]) =>
  [...texts].sort((one, other) => one.localeCompare(other))

/** Texts in their order. */
export const sorted = (texts: string[]) =>
  [...texts].sort((one, other) => (one < other ? -1 : 1))
