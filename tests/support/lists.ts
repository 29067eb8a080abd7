/** Returns a sorted copy of a list of strings. */
export const sorted = (texts: string[]) =>
  [...texts].sort((one, other) => one.localeCompare(other))
