/** Finds an installed Chromium or Chrome; null where there is none. */
export function findChromium(): string | null
