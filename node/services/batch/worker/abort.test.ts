import { aBatchInput } from '../../../testing/batches/aBatchInput'
import { CALM } from '../../../testing/batches/conditions'
import { VirtualPlatform } from '../../../testing/batches/virtualPlatform'
import { controlBatch } from '../api/controlBatch'
import { createBatch } from '../api/createBatch'

const LOST = { kind: 'lost' } as const
const DOWN = { kind: 'answered', status: 500, headers: {}, body: {} } as const

/** Two orders whose next step is due: one to accept, and one whose cancel was lost. OMS then answers no read. */
async function writesAfterAbort(acceptOwnRequests: boolean) {
  const platform = new VirtualPlatform(1, {
    ...CALM,
    orders: 2,
    isMixed: false,
  })

  const { oms, files, time } = platform
  const ports = platform.callerPorts()
  let sends = 0
  let isDown = false
  let writes = 0

  Object.assign(oms.orders.get('B0-01') ?? {}, {
    kind: 'handled',
    status: 'handling',
    shown: 'handling',
  })
  oms.limit = (kind) => {
    if (kind === 'read') return isDown ? DOWN : null
    sends += 1

    return sends > 1 ? LOST : null
  }

  const operator = (async () => {
    const { batch } = await createBatch(
      ports,
      aBatchInput(['B0-01', 'B1-01'], { checkFirst: false, acceptOwnRequests })
    )

    const id = batch?.manifest.id ?? ''

    await controlBatch(ports, { id, action: 'START', expectedOrders: 2 })
    await time.wait(20_000)
    isDown = true
    await controlBatch(ports, { id, action: 'ABORT', expectedOrders: null })
    await time.wait(120_000)

    const before = files.calls.write

    await time.wait(60_000)
    writes = files.calls.write - before
  })()

  let isOver = false

  void operator.finally(() => {
    isOver = true
  })
  await time.run(() => isOver)
  await operator

  return writes
}

describe('a batch that is aborted', () => {
  it.each([false, true])(
    'writes few files while it only waits (acceptOwnRequests: %p)',
    async (acceptOwnRequests) => {
      expect(await writesAfterAbort(acceptOwnRequests)).toBeLessThan(60)
    }
  )
})
