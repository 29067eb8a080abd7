import { describeInBrowser, useBrowser } from './support/browser'

const INVOICED = {
  orderId: '1390000000011-01',
  status: 'invoiced',
  packages: [{ type: 'Output' as const, invoiceNumber: '1001' }],
}

describeInBrowser('the return of an invoiced order', () => {
  const { simulator, open } = useBrowser()

  const openDialog = async () => {
    const { orderId } = await simulator.seed(INVOICED)
    const page = await open(`?order=${orderId}`)

    await page.press('Return order…')
    await page.dialog().getByLabel('Number of the return invoice').fill('R1')

    return { page, orderId }
  }

  test('flow 8: is not sent while the order id is mistyped', async () => {
    const { page, orderId } = await openDialog()

    await page
      .dialog()
      .getByLabel(`Type ${orderId} to go on`)
      .fill('1390000000011-02')
    await page.pressInDialog('Return order')
    await page.see(`Type ${orderId} to go on.`)
    expect(page.count('ReturnOrder')).toBe(0)
    expect(await page.sent('invoice')).toBe(0)

    await page.dialog().getByLabel(`Type ${orderId} to go on`).fill(orderId)
    await page.pressInDialog('Return order')
    await page.dialog().waitFor({ state: 'detached' })
    await page.see(/chose to return the order/)
    expect(await page.sent('invoice')).toBe(1)
  })

  test('flow 8: that the app refuses is not said to be sent, neither before the order was read nor after', async () => {
    const { page, orderId } = await openDialog()

    await page.answered()
    await simulator.seed({ orderId, status: 'canceled' })

    const letRead = await page.holdReads()

    await page.dialog().getByLabel(`Type ${orderId} to go on`).fill(orderId)
    await page.pressInDialog('Return order')
    await page.seeVerdict('An answer came. Reading the order…')
    await page.see('This order takes no return any more.')
    expect(await page.offered()).toEqual([])
    letRead()
    await page.seeVerdict('The order is canceled.')
    expect(await page.text(/was sent/).count()).toBe(0)
    expect(await page.sent('invoice')).toBe(0)
  })

  test('flow 8: is one invoice when its reply is lost: the order shows it, and no further return is offered', async () => {
    const { page, orderId } = await openDialog()

    await simulator.fault({
      name: 'the reply to the invoice is lost',
      method: 'POST',
      path: `/orders/${orderId}/invoice`,
      processing: 'after',
      kind: 'reset',
    })
    await page.dialog().getByLabel(`Type ${orderId} to go on`).fill(orderId)
    await page.pressInDialog('Return order')
    await page.dialog().waitFor({ state: 'detached' })
    await page.see(/chose to return the order/)
    await page.seeVerdict(
      'VTEX has the request. The order is not canceled yet.'
    )
    expect(await page.offered()).toEqual([])
    expect(await page.sent('invoice')).toBe(1)
  })
})
