/** Each kind of stored file, by its key in the virtual VBase. */
export const TARGETS: Record<string, RegExp> = {
  manifest: /^batches\/\w+\/manifest\.json$/,
  control: /\/control\.json$/,
  progress: /\/progress\.json$/,
  in: /\/in\/\d+\.json$/,
  out: /\/out\/\d+\.json$/,
  index: /^batches\/index\.json$/,
  'index page': /^batches\/index\/.+\.json$/,
  lane: /^batches\/lane\.json$/,
  'lane-found': /^batches\/lane-found\.json$/,
  'journal entry': /^journal-.*\/\d+-[^./]+\.json$/,
  'end of a journal entry': /^journal-.*\/\d+-[^./]+\.\w+\.json$/,
  turn: /\/turn\.json$/,
}

/** What a spoilt file may harm: one batch, one order, or no work at all. */
export interface Harmed {
  batchId: string | null
  orderId: string | null
}

/** Finds what a key belongs to. */
export function harmedBy(key: string): Harmed {
  const [, batchId = null] = /^batches\/([0-9a-f]{32})\//.exec(key) ?? []
  const [, orderId = null] = /^journal-..\/([^/]+)\//.exec(key) ?? []

  return { batchId, orderId }
}
