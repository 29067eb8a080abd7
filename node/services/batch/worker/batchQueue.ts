import { queueOf } from '../../../domain/batch/batchIndex'
import { LoadedBatch } from './loadedBatch'
import type { BatchPorts } from '../ports'
import { leave } from '../enqueue'

/** The batches in the queue of the lane, first come first served, and what people want of them. */
export class WaitingBatches {
  private batches: LoadedBatch[] = []
  /** Whether everything in the queue is known. */
  private isQueueRead = false

  constructor(private readonly ports: BatchPorts) {}

  public inOrder(): readonly LoadedBatch[] {
    return this.batches
  }

  /** Whether nothing is left to do by itself, now or later. */
  public isIdle(): boolean {
    return this.isQueueRead && this.nextDueMs() === null
  }

  /** When the next thing is due, of any batch; an epoch time. */
  public nextDueMs(): number | null {
    const dues = this.batches.flatMap((batch) => batch.nextDueMs() ?? [])

    return dues.length === 0 ? null : Math.min(...dues)
  }

  /** Takes up batches that wait, and hears what people want of those it has. */
  public async listen() {
    const { store } = this.ports
    const index = await store.index().read()
    const queue = index.kind === 'found' ? queueOf(index.content) : []
    const known = new Set(this.batches.map(({ manifest }) => manifest.id))

    await Promise.all(this.batches.map((batch) => batch.listen(this.ports)))

    const loaded = await Promise.all(
      queue
        .filter((id) => !known.has(id))
        .map((id) => LoadedBatch.load(this.ports, id))
    )

    this.batches.push(...loaded.flatMap((batch) => batch ?? []))
    this.isQueueRead = index.kind === 'found' && !loaded.includes(null)
  }

  /** A batch with nothing left to do leaves the queue, and comes back when somebody wants something. */
  public async dropIdle(isHeld: (batch: LoadedBatch) => boolean) {
    const idle = this.batches.filter(
      (batch) => batch.nextDueMs() === null && !isHeld(batch)
    )

    for (const batch of idle) {
      // eslint-disable-next-line no-await-in-loop
      await batch.save(this.ports)
      // eslint-disable-next-line no-await-in-loop
      const hasLeft = await leave(this.ports, batch)

      if (hasLeft) {
        this.batches = this.batches.filter((other) => other !== batch)
      }
    }
  }

  /** Writes how far each has come. */
  public async save() {
    await Promise.all(this.batches.map((batch) => batch.save(this.ports)))
  }
}
