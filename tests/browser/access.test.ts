import type { AdminPage } from './support/adminPage'
import { checkList, startBatch } from './support/batchScreen'
import { describeInBrowser, useBrowser } from './support/browser'

const ORDER = { orderId: '1390000000051-01' }

describeInBrowser('what an operator may not do', () => {
  const { simulator, open } = useBrowser()

  const without = (resource: string) =>
    simulator.grant({
      user: 'olga@acme.example',
      product: '19',
      resource,
      granted: false,
    })

  const logOut = async ({ page }: AdminPage) => {
    const context = page.context()

    await context.clearCookies({ name: 'VtexIdclientAutCookie' })
    await context.addCookies([
      { name: 'simulator-logged-out', value: '1', url: simulator.url },
    ])
  }

  test('flow 18: who may only view sees a sentence, no button, and asks for nothing that is forbidden', async () => {
    await simulator.seed(ORDER)
    const page = await open(`?order=${ORDER.orderId}`, { as: 'viewer' })

    await page.see('You can look, not cancel.')
    await page.see('Ask an administrator for: Cancel order.')
    expect(await page.offered()).toEqual([])

    const many = await open('?view=many', { as: 'viewer' })

    await many.see('You can look, not cancel.')
    expect(await many.button(/^Check/).count()).toBe(0)
    expect(await page.sent()).toBe(0)
  })

  test('flow 18: who may not list cannot start a batch that they could not follow', async () => {
    await without('ListOrders')
    const page = await open('?view=many')

    await page.see('You could start a batch, but not follow it.')
    await page.see('Ask an administrator for: List orders.')
    expect(await page.button(/^Check/).count()).toBe(0)

    const history = await open('?view=history')

    await history.see('Ask an administrator for: List orders.')
  })

  test('flow 18: who may not refund is told what to ask for beside an invoiced order', async () => {
    await without('RefundAction')
    await simulator.seed({
      ...ORDER,
      status: 'invoiced',
      packages: [{ type: 'Output', invoiceNumber: '1' }],
    })
    const page = await open(`?order=${ORDER.orderId}`)

    await page.see('You cannot return orders.')
    await page.see('Ask an administrator for: Notify refund.')
    expect(await page.offered()).toEqual([])
  })

  test('flow 18: who may nothing is told so, once, and the page stops asking', async () => {
    const page = await open(`?order=${ORDER.orderId}`, {
      as: 'blind',
      moveClock: true,
    })

    page.expectsFailures = true
    await page.see(/Ask an administrator for: View order/)

    const asked = page.asked.length

    await page.page.clock.runFor(120_000)
    expect(page.asked).toHaveLength(asked)
  })

  test('flow 20: whose session has ended is asked to log in, and nothing is asked any more', async () => {
    const page = await open(`?order=${ORDER.orderId}`, {
      as: null,
      moveClock: true,
    })

    page.expectsFailures = true
    await page.see('Your session has ended. Log in again. Nothing was done.')

    const asked = page.asked.length

    await page.page.clock.runFor(120_000)
    expect(page.asked).toHaveLength(asked)
    expect(await page.sent()).toBe(0)
  })

  test('flow 20: whose session ends while an order is followed is told so, and the polls stop', async () => {
    await simulator.seed(ORDER)
    const page = await open(`?order=${ORDER.orderId}`, { moveClock: true })

    page.expectsFailures = true
    await page.press('Cancel order…')
    await page.pressInDialog('Cancel order')
    await page.seeVerdict(
      'VTEX has the request. The order is not canceled yet.'
    )
    await logOut(page)
    await page.page.clock.runFor(11_000)
    await page.see(/Your session has ended\./)

    const asked = page.asked.length

    await page.page.clock.runFor(300_000)
    expect(page.asked).toHaveLength(asked)
    await page.see('VTEX has the request. The order is not canceled yet.')
    expect(await page.sent()).toBe(1)
  })
})

describeInBrowser('a page that is cut off or out of sight', () => {
  const { simulator, open } = useBrowser()

  test('flow 19: offline says so, offers nothing, keeps the draft, and catches up', async () => {
    await simulator.seed(ORDER)
    const page = await open(`?order=${ORDER.orderId}`, { moveClock: true })

    page.expectsFailures = true
    await page.button('Cancel order…').waitFor()
    await page.page.context().setOffline(true)
    await page.see(/^No connection\. This is from .* Nothing can be sent\.$/)
    expect(await page.offered()).toEqual([])

    await page.page.getByRole('link', { name: 'Many orders' }).click()
    await page.field('Order ids, one a line').fill(ORDER.orderId)
    expect(await page.button(/^Check/).count()).toBe(0)

    await page.page.context().setOffline(false)
    await page.button('Check 1 order').waitFor()
    expect(await page.field('Order ids, one a line').inputValue()).toBe(
      ORDER.orderId
    )
    await page.page.goBack()
    await page.button('Cancel order…').waitFor()
  })

  test('flow 21: hidden for five minutes asks for a batch that works five times at most', async () => {
    const { orderIds } = await simulator.seedMany(2, 'N')
    const page = await open('?view=many', { moveClock: true })

    await checkList(page, simulator, orderIds)
    await startBatch(page, '2')
    await page.page.getByRole('progressbar').waitFor()
    await page.page.evaluate(() => {
      Object.defineProperty(document, 'hidden', {
        value: true,
        configurable: true,
      })
      document.dispatchEvent(new Event('visibilitychange'))
    })

    const before = page.asked.length

    for (let seconds = 0; seconds < 300; seconds += 5) {
      // Each look is answered before the next.
      // eslint-disable-next-line no-await-in-loop
      await page.page.clock.runFor(5_000)
      // eslint-disable-next-line no-await-in-loop
      await page.answered()
    }

    expect(page.asked.slice(before)).toEqual(Array(5).fill('Batch'))
  })

  test('flow 22: keeps each screen in its address, and goes Back', async () => {
    await simulator.seed(ORDER)
    const page = await open('', { inFrame: true })
    const frame = page.page.frameLocator('#app')

    for (const [link, query] of [
      ['Many orders', '?view=many'],
      ['Requests to decide', '?view=requests'],
      ['History', '?view=history'],
      ['One order', ''],
    ]) {
      // eslint-disable-next-line no-await-in-loop
      await frame.getByRole('link', { name: link, exact: true }).click()
      // eslint-disable-next-line no-await-in-loop
      await page.page.waitForURL(
        `${simulator.url}/admin/order-cancellation${query}`
      )
    }

    await page.page.goBack()
    await frame.getByRole('heading', { name: 'History' }).waitFor()
    // In another tab the page stands in the Admin, too.
    expect(
      await frame
        .getByRole('link', { name: 'Many orders', exact: true })
        .getAttribute('href')
    ).toBe('/admin/order-cancellation?view=many')
    expect(page.page.url()).toContain('?view=history')

    const deep = await open(`?order=${ORDER.orderId}`, { inFrame: true })

    await deep.page
      .frameLocator('#app')
      .getByRole('heading', { name: 'Nobody has asked to cancel this order.' })
      .waitFor()
  })

  test.each([
    '<img src=x onerror=alert(1)>',
    '../../admin',
    `${'9'.repeat(300)}`,
    '{{constructor}} %00',
  ])('flow 22: shows a hostile id as text: %s', async (id) => {
    const page = await open(`?order=${encodeURIComponent(id)}`)

    await page.see(/No order id\. Copy the full one\./)
    expect(await page.page.locator('.oc-page img').count()).toBe(0)
    expect(await page.offered()).toEqual([])
    expect(await simulator.ledger('oms')).toEqual([])
  })
})
