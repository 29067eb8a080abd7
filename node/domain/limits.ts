/** The longest reason that is taken, for one order or for a whole batch. */
export const MAX_REASON_LENGTH = 1_000
