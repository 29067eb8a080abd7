import { dequeued, queueOf } from '../../../domain/batch/batchIndex'
import { earliest } from '../../../domain/batch/batchProgress'
import { enqueue } from '../enqueue'
import type { BatchPorts } from '../ports'
import { updateFile } from '../updateFile'
import { ActiveBatch } from './activeBatch'

/** The batches in the queue of the lane, first come first served, with what the operators want of them. */
export class BatchQueue {
  private batches: ActiveBatch[] = []
  /** Every batch in the queue is loaded. */
  private isQueueRead = false

  constructor(private readonly ports: BatchPorts) {}

  public inOrder(): readonly ActiveBatch[] {
    return this.batches
  }

  /** Tells whether nothing is left to do, now or later, until an operator acts. */
  public isExhausted(): boolean {
    return this.isQueueRead && this.nextDueMs() === null
  }

  /** Finds when the next thing of any batch is due; an epoch time. */
  public nextDueMs(): number | null {
    return earliest(...this.batches.map((batch) => batch.nextDueMs()))
  }

  /** Loads batches that are new in the queue, and refreshes what the operators want of the others. */
  public async refresh() {
    const { store } = this.ports
    const index = await store.index().read()
    const queue = index.kind === 'found' ? queueOf(index.content) : []
    const known = new Set(this.batches.map(({ manifest }) => manifest.id))

    await Promise.all(
      this.batches.map((batch) => batch.refreshControl(this.ports))
    )

    const loaded = await Promise.all(
      queue
        .filter((id) => !known.has(id))
        .map((id) => ActiveBatch.load(this.ports, id))
    )

    this.batches.push(...loaded.flatMap((batch) => batch ?? []))
    this.isQueueRead = index.kind === 'found' && !loaded.includes(null)
  }

  /** Takes batches with nothing left to do out of the queue; an operator's command brings them back. */
  public async dropIdle(isHeld: (batch: ActiveBatch) => boolean) {
    const idle = this.batches.filter(
      (batch) => batch.nextDueMs() === null && !isHeld(batch)
    )

    for (const batch of idle) {
      // eslint-disable-next-line no-await-in-loop
      await batch.save(this.ports)
      // eslint-disable-next-line no-await-in-loop
      const hasLeft = await this.dequeue(batch)

      if (hasLeft) {
        this.batches = this.batches.filter((other) => other !== batch)
      }
    }
  }

  /** Saves how far each batch has come. */
  public async save() {
    await Promise.all(this.batches.map((batch) => batch.save(this.ports)))
  }

  /**
   * Takes a batch out of the queue. An operator's command may have come meanwhile, and have
   * found the batch still in the queue: so its control is read once more, after.
   */
  private async dequeue(batch: ActiveBatch): Promise<boolean> {
    const { ports } = this
    const { manifest } = batch
    const updated = await updateFile(ports, ports.store.index(), (index) =>
      dequeued(index, manifest.id)
    )

    if (updated.kind !== 'written') return false

    const isRead = await batch.refreshControl(ports)

    if (isRead && batch.nextDueMs() === null) return true

    await enqueue(ports, manifest)

    return false
  }
}
