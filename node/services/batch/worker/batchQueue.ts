import { dequeued, queueOf } from '../../../domain/batch/batchIndex'
import { earliest } from '../../../domain/batch/batchProgress'
import { enqueue, updateIndex } from '../enqueue'
import type { BatchPorts } from '../ports'
import { ActiveBatch } from './activeBatch'
import type { NotActive } from './activeBatch'

/** The batches in the queue of the lane, first come first served, with what the operators want of them. */
export class BatchQueue {
  private batches: ActiveBatch[] = []
  /** Every batch in the queue is loaded. */
  private isQueueRead = false
  /** Batches in the queue that could not be worked on when they were loaded. */
  private readonly unusable = new Set<string>()

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
      this.batches.map((batch) =>
        this.guarded(() => batch.refreshControl(this.ports))
      )
    )

    const loaded = await Promise.all(
      queue.filter((id) => !known.has(id)).map((id) => this.load(id))
    )

    this.batches.push(
      ...loaded.flatMap((batch) => (typeof batch === 'object' ? batch : []))
    )
    this.isQueueRead =
      index.kind !== 'unavailable' && !loaded.includes('unavailable')

    if (index.kind !== 'unavailable') await this.bringBack(new Set(queue))
  }

  /** Loads a batch. One that no replica can work on leaves the queue, once that was found twice. */
  private async load(id: string): Promise<ActiveBatch | NotActive> {
    const batch =
      (await this.guarded(() => ActiveBatch.load(this.ports, id))) ??
      'unavailable'

    if (typeof batch === 'object' || batch === 'unavailable') {
      this.unusable.delete(id)

      return batch
    }

    if (!this.unusable.has(id)) {
      this.unusable.add(id)

      // It is looked at once more.
      return 'unavailable'
    }

    const left = await updateIndex(this.ports, (index) => dequeued(index, id))

    if (left.kind === 'written') {
      this.ports.logger.info({
        operation: 'drainBatches',
        problem: 'batch set aside',
        batchId: id,
        file: batch,
      })
    }

    return batch
  }

  /** Puts batches with work left back in the queue, where they were lost from it: a successor must find them there. */
  private async bringBack(queued: Set<string>) {
    const lost = this.batches.filter(
      (batch) => batch.nextDueMs() !== null && !queued.has(batch.manifest.id)
    )

    for (const { manifest } of lost) {
      // Each changes the index.
      // eslint-disable-next-line no-await-in-loop
      await enqueue(this.ports, manifest)
    }
  }

  /** Keeps a bug in the work on one batch from the others; undefined after one. */
  private async guarded<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      this.ports.logger.bug('drainBatches', error)

      return undefined
    }
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
    await Promise.all(
      this.batches.map((batch) => this.guarded(() => batch.save(this.ports)))
    )
  }

  /**
   * Takes a batch out of the queue. An operator's command may have come meanwhile, and have
   * found the batch still in the queue: so its control is read once more, after.
   */
  private async dequeue(batch: ActiveBatch): Promise<boolean> {
    const { ports } = this
    const { manifest } = batch
    const updated = await updateIndex(ports, (index) =>
      dequeued(index, manifest.id)
    )

    if (updated.kind !== 'written') return false

    const isRead = await batch.refreshControl(ports)

    if (isRead && batch.nextDueMs() === null) return true

    await enqueue(ports, manifest)

    return false
  }
}
