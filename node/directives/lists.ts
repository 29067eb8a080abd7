/** What an answer is made of, as far as its cost is bounded. */
export type Unit = 'rows' | 'batches' | 'orders'

/** The most of each in one answer, whatever the number of its lists, aliases and fragments. */
export const MOST: Record<Unit, number> = {
  rows: 2_000,
  batches: 100,
  orders: 100,
}

/** A field that gives many rows, batches or orders, or one of them. */
interface SizedField {
  unit: Unit
  /** How many it gives where `first` is missing. */
  usual: number
  /** The largest `first`. */
  most: number
  /** As how many a short page counts: it costs the read of a whole file, or of a page of OMS's list. */
  least: number
}

const ONE_BATCH: SizedField = { unit: 'batches', usual: 1, most: 1, least: 1 }

/** Every field whose cost counts, by its name, which no other type has. */
export const SIZED_FIELDS = {
  cancellationBatch: ONE_BATCH,
  createCancellationBatch: ONE_BATCH,
  controlCancellationBatch: ONE_BATCH,
  cancellationBatches: { unit: 'batches', usual: 20, most: 50, least: 1 },
  orders: { unit: 'rows', usual: 50, most: 200, least: 100 },
  // Its lists have up to 50 entries each.
  cancellationCase: { unit: 'orders', usual: 1, most: 1, least: 10 },
  cancellationRequests: { unit: 'orders', usual: 25, most: 25, least: 5 },
} satisfies Record<string, SizedField>

/** Finds the cost of a field; undefined for one that costs nothing of its own. */
export function sizedField(name: string): SizedField | undefined {
  return Object.hasOwn(SIZED_FIELDS, name)
    ? SIZED_FIELDS[name as keyof typeof SIZED_FIELDS]
    : undefined
}
