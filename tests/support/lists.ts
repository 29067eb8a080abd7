/** A copy of a list of texts, in order. */
export const sorted = (texts: string[]) =>
  [...texts].sort((one, other) => one.localeCompare(other))
