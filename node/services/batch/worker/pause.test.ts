import { aBatchInput } from '../../../testing/batches/aBatchInput'
import { CALM } from '../../../testing/batches/conditions'
import { VirtualPlatform } from '../../../testing/batches/virtualPlatform'
import { controlBatch } from '../api/controlBatch'
import { createBatch } from '../api/createBatch'

const input = (idempotencyKey: string, orderIds: string[]) =>
  aBatchInput(orderIds, { idempotencyKey, checkFirst: false, maxPerMinute: 3 })

describe('a batch that is paused', () => {
  it('sends no further row, not even one that waits for its turn, while another batch continues', async () => {
    const platform = new VirtualPlatform(1, {
      ...CALM,
      orders: 4,
      isMixed: false,
    })

    const ports = platform.callerPorts()
    const start = async (key: string, orderIds: string[]) => {
      const { batch } = await createBatch(ports, input(key, orderIds))
      const id = batch?.manifest.id ?? ''

      await controlBatch(ports, {
        id,
        action: 'START',
        expectedOrders: orderIds.length,
      })

      return id
    }

    const sent = () =>
      [...platform.oms.orders.values()]
        .filter(({ effects }) => effects.length > 0)
        .map(({ id }) => id)

    const operator = (async () => {
      const id = await start('first', ['B0-01', 'B1-01'])

      await start('second', ['B2-01', 'B3-01'])
      // By now the first row of each is sent, and the second waits for its turn 20 s later.
      await platform.time.wait(8_000)
      expect(sent()).toEqual(['B0-01', 'B2-01'])

      const { refusal } = await controlBatch(ports, {
        id,
        action: 'PAUSE',
        expectedOrders: null,
      })

      expect(refusal).toBeNull()
      await platform.time.wait(180_000)
    })()

    await platform.time.run()
    await operator
    expect(sent()).toEqual(['B0-01', 'B2-01', 'B3-01'])
  })
})
