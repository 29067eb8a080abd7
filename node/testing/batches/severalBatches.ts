import type { BatchInput } from '../../domain/batch/batchInput'
import type { BatchView } from '../../services/batch/api/batchAnswer'
import { controlBatch } from '../../services/batch/api/controlBatch'
import { createBatch } from '../../services/batch/api/createBatch'
import { readBatch } from '../../services/batch/api/readBatch'
import { aBatchInput } from './aBatchInput'
import { CALM } from './conditions'
import type { BatchConditions } from './conditions'
import { VirtualPlatform } from './virtualPlatform'

/** A call of the app to OMS for one order. */
interface OmsCall {
  orderId: string
  kind: 'read' | 'send'
  atMs: number
}

/** Several batches on one platform, whose lane works by itself. */
export class SeveralBatches {
  public readonly platform: VirtualPlatform
  public readonly calls: OmsCall[] = []
  /** Tells whether OMS refuses the app's token for a call. */
  public refuses: (call: OmsCall) => boolean = () => false
  private readonly orderIds: string[]
  private taken = 0

  constructor(orders: number, conditions: Partial<BatchConditions> = {}) {
    this.platform = new VirtualPlatform(1, {
      ...CALM,
      orders,
      isMixed: false,
      ...conditions,
    })
    this.orderIds = [...this.platform.oms.orders.keys()]
    this.record()
  }

  /** Creates a batch of the next orders that no batch has. */
  public async create(
    orders: number,
    input: Partial<BatchInput> = {}
  ): Promise<{ id: string; orderIds: string[] }> {
    const orderIds = this.orderIds.slice(this.taken, this.taken + orders)

    this.taken += orders

    const { batch } = await createBatch(
      this.platform.callerPorts(),
      aBatchInput(orderIds, {
        idempotencyKey: orderIds[0],
        checkFirst: false,
        ...input,
      })
    )

    return { id: batch?.manifest.id ?? '', orderIds }
  }

  /** Creates a batch and starts it; tells when that was. */
  public async start(orders: number, input: Partial<BatchInput> = {}) {
    const batch = await this.create(orders, input)

    await controlBatch(this.platform.callerPorts(), {
      id: batch.id,
      action: 'START',
      expectedOrders: orders,
    })

    return { ...batch, startedMs: this.platform.time.nowMs }
  }

  public async read(id: string): Promise<BatchView | null> {
    return (await readBatch(this.platform.callerPorts(), id)).batch
  }

  /** Finds the times of the calls of a kind for some orders. */
  public timesOf(kind: OmsCall['kind'], orderIds: string[]): number[] {
    return this.calls
      .filter((call) => call.kind === kind && orderIds.includes(call.orderId))
      .map(({ atMs }) => atMs)
  }

  /** Finds the orders that were read, each once, in the order of their first reads. */
  public begun(orderIds: string[]): string[] {
    const read = this.calls.flatMap(({ kind, orderId }) =>
      kind === 'read' && orderIds.includes(orderId) ? orderId : []
    )

    return [...new Set(read)]
  }

  /** Finds the orders of which cancels were sent, in that order. */
  public sent(orderIds: string[]): string[] {
    return this.calls.flatMap(({ kind, orderId }) =>
      kind === 'send' && orderIds.includes(orderId) ? orderId : []
    )
  }

  /** Lets the operators act, and the platform run until they are done. */
  public async run(operators: () => Promise<void>) {
    let isOver = false
    const acted = operators().finally(() => {
      isOver = true
    })

    acted.catch(() => undefined)
    await this.platform.time.run(() => isOver)
    await acted
  }

  private record() {
    const { oms, time } = this.platform
    const seenBy = oms.seenBy.bind(oms)

    oms.seenBy = (alive) => {
      const seen = seenBy(alive)
      const recorded = async <T>(
        call: Omit<OmsCall, 'atMs'>,
        made: () => Promise<T>
      ) => {
        const at = { ...call, atMs: time.nowMs }

        this.calls.push(at)
        if (!this.refuses(at)) return made()
        await alive(time.wait(50))

        return { kind: 'not-permitted' as const }
      }

      return {
        ...seen,
        getOrder: (orderId, options) =>
          recorded({ orderId, kind: 'read' }, () =>
            seen.getOrder(orderId, options)
          ),
        cancelOrder: (orderId, request) =>
          recorded({ orderId, kind: 'send' }, () =>
            seen.cancelOrder(orderId, request)
          ),
      }
    }
  }
}
