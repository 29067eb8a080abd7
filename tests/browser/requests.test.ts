import { allRows, untilBatch } from '../support/batches'
import { cancelOrder } from '../support/graphql'
import { LAG_SECONDS } from '../support/requestList'
import { untilChecked } from './support/batchScreen'
import { describeInBrowser, useBrowser } from './support/browser'

const OPEN_REQUEST = {
  status: 'cancellation-requested' as const,
  origin: 'Fulfillment' as const,
  cancellation: { reason: 'Ordered twice', requestedByUser: true },
}

describeInBrowser('requests to decide', () => {
  const { simulator, open } = useBrowser()

  test('of one order are decided on its own screen', async () => {
    await simulator.seed({ orderId: '1390000000031-01', ...OPEN_REQUEST })
    const page = await open('?view=requests')

    await page.page
      .locator('tr', { hasText: '1390000000031-01' })
      .getByRole('link')
      .click()
    await page.seeVerdict('The shopper asked to cancel. Accept or deny.')
    expect(await page.offered()).toEqual(['Accept cancellation…', 'Deny…'])
    await page.press('Deny…')
    await page.pressInDialog('Deny request')
    await page.see('A reason is needed. Enter one.')
    expect(await page.sent('deny-cancellation-request')).toBe(0)

    await page
      .dialog()
      .getByLabel(/^Reason/)
      .fill('It has left the warehouse')
    await page.pressInDialog('Deny request')
    await page.seeVerdict('The request was denied. The order goes on.')
    expect(await page.sent('deny-cancellation-request')).toBe(1)
    expect(await page.sent('cancel')).toBe(0)
  })

  test('flow 17: that are denied together are a batch: each is decided once, and one of the store’s own is left out', async () => {
    const ids = ['1390000000041-01', '1390000000042-01', '1390000000043-01']

    for (const orderId of ids) {
      // The list shows them in this sequence.
      // eslint-disable-next-line no-await-in-loop
      await simulator.seed({ orderId, ...OPEN_REQUEST })
    }

    await simulator.seed({ orderId: '1390000000044-01', status: 'handling' })
    await cancelOrder(simulator, '1390000000044-01')
    // VTEX's list shows it a little later.
    await simulator.advance(LAG_SECONDS)

    const page = await open('?view=requests', { moveClock: true })

    for (const id of [...ids, '1390000000044-01']) {
      // eslint-disable-next-line no-await-in-loop
      await page.page.locator(`#oc-choose-${id}`).check({ force: true })
    }

    await page.press('Deny 3…')
    await page.see(
      '1 of the chosen is left out: it is your own, or was not read.'
    )
    await page
      .dialog()
      .getByLabel(/^Reason/)
      .fill('It has left the warehouse')
    await page.pressInDialog('Check 3 requests')

    const id = await untilChecked(page, simulator)

    expect(await page.sent('deny-cancellation-request')).toBe(0)

    await page.press('Deny 3 requests…')
    await page.dialog().getByLabel(/^Type/).fill('3')
    await page.pressInDialog('Deny 3 requests')

    await untilBatch(simulator, id, ({ state }) => state === 'DONE')
    expect(
      (await allRows(simulator, id)).map(({ orderId, state }) => [
        orderId,
        state,
      ])
    ).toEqual(ids.map((orderId) => [orderId, 'DENIED']))
    expect(await page.sent('deny-cancellation-request')).toBe(3)
  })
})
