import { cancelOrder } from '../support/graphql'
import { describeInBrowser, useBrowser } from './support/browser'

const PAID = '1380000000002-01'

describeInBrowser('one order', () => {
  const { simulator, open } = useBrowser()

  const seeded = async (seed: object = {}) => {
    const { orderId } = await simulator.seed({ orderId: PAID, ...seed })

    return orderId
  }

  test('flow 1: is canceled by one cancel, and is called canceled only when OMS shows it', async () => {
    const orderId = await seeded()
    const page = await open('', { moveClock: true })

    await page.readOrder(orderId)
    await page.seeVerdict('Nobody has asked to cancel this order.')
    await page.press('Cancel order…')
    await page.dialog().getByLabel('Reason').fill('Out of stock')
    await page.pressInDialog('Cancel order')
    await page.seeVerdict(
      'VTEX has the request. The order is not canceled yet.'
    )
    expect(await page.tag().innerText()).toContain('Canceling')
    expect(await page.offered()).toEqual([])
    expect(
      await page.page
        .locator('h2')
        .first()
        .evaluate((h2) => h2 === document.activeElement)
    ).toBe(true)

    await simulator.advance(15)
    await page.page.clock.fastForward(10_000)
    await page.seeVerdict('VTEX shows it canceled. We look once more.')
    expect(await page.tag().innerText()).toContain('Canceled')

    const looks = page.count('Case')
    const looked = page.page.waitForResponse(/graphql/)

    await page.page.clock.fastForward(31_000)
    await looked
    expect(page.count('Case')).toBe(looks + 1)
    expect(await page.sent()).toBe(1)
  })

  test('flow 1: that was canceled a while ago is called canceled, and is not looked at again', async () => {
    const page = await open('?order=1380000000014-01', { moveClock: true })

    await page.seeVerdict('The order is canceled.')

    const asked = page.asked.length

    await page.page.clock.fastForward(3_600_000)
    expect(page.asked).toHaveLength(asked)
    expect(await page.offered()).toEqual([])
  })

  test.each([
    [
      'a double click',
      (page: Page) =>
        page.dialog().getByRole('button', { name: 'Cancel order' }).dblclick(),
    ],
    [
      'Enter twice',
      async (page: Page) => {
        await page
          .dialog()
          .getByRole('button', { name: 'Cancel order' })
          .focus()
        await page.page.keyboard.press('Enter')
        await page.page.keyboard.press('Enter')
      },
    ],
  ])('flow 2: is canceled once by %s', async (_how, confirm) => {
    const orderId = await seeded()
    const page = await open(`?order=${orderId}`)

    await page.press('Cancel order…')
    await confirm(page)
    await page.seeVerdict(
      'VTEX has the request. The order is not canceled yet.'
    )
    expect(await page.sent()).toBe(1)
    expect(page.count('CancelOrder')).toBe(1)
  })

  test.each([
    ['the safe button', (page: Page) => page.pressInDialog('Keep order')],
    ['Esc', (page: Page) => page.page.keyboard.press('Escape')],
    ['Back', (page: Page) => page.page.goBack().then(() => {})],
  ])('flow 3: is kept when a dialog is closed by %s', async (_how, keep) => {
    const orderId = await seeded()
    const page = await open(`?order=${orderId}`)

    await page.press('Cancel order…')
    await page.dialog().waitFor()
    await keep(page)
    await page.dialog().waitFor({ state: 'detached' })
    expect(page.page.url()).toContain(`?order=${orderId}`)
    await page.button('Cancel order…').waitFor()
    expect(page.count('CancelOrder')).toBe(0)
    expect(await page.sent()).toBe(0)
  })

  test('flow 3: is kept when the overlay beside a dialog is clicked, and the dialog stays', async () => {
    const orderId = await seeded()
    const page = await open(`?order=${orderId}`)

    await page.press('Cancel order…')
    await page.dialog().waitFor()
    await page.page.mouse.click(5, 5)
    await page.pressInDialog('Keep order')
    expect(page.count('CancelOrder')).toBe(0)
    expect(await page.sent()).toBe(0)
  })

  test('flow 4: takes two steps with two different buttons while it is handled', async () => {
    const orderId = await seeded({ status: 'handling' })
    const page = await open(`?order=${orderId}`)

    await page.press('Cancel order…')
    await page.see('This only asks; you accept afterwards.')
    await page.pressInDialog('Cancel order')
    await page.seeVerdict(
      'The first of two steps is taken. Accept to cancel the order.'
    )
    expect(await page.offered()).toEqual(['Accept cancellation…'])
    expect(await page.sent()).toBe(1)

    await page.press('Accept cancellation…')
    await page.pressInDialog('Accept cancellation')
    await page.seeVerdict(
      'VTEX has the request. The order is not canceled yet.'
    )
    expect(await page.sent()).toBe(2)
  })

  test('flow 6: offers nothing after a lost reply until the order was read, and sends no second cancel', async () => {
    const orderId = await seeded()
    const page = await open(`?order=${orderId}`)

    page.expectsFailures = true
    await page.press('Cancel order…')
    await page.dialog().waitFor()
    // The order is read once more when a dialog opens.
    await page.answered()
    // The app has sent; its answer does not reach the browser.
    await page.page.route('**/graphql', async (route) => {
      if (route.request().postDataJSON().operationName !== 'CancelOrder')
        return route.fallback()

      await route.fetch()

      return route.abort()
    })

    const letRead = await page.holdReads()

    await page.pressInDialog('Cancel order')
    await page.see('No answer came. It may have been sent. Reading the order…')
    expect(await page.offered()).toEqual([])
    letRead()
    await page.seeVerdict(
      'VTEX has the request. The order is not canceled yet.'
    )
    expect(await page.offered()).toEqual([])
    expect(await page.sent()).toBe(1)
  })

  test('flow 7: a request of the store itself is offered no denial', async () => {
    const orderId = await seeded({ status: 'handling' })
    const page = await open(`?order=${orderId}`)

    await page.press('Cancel order…')
    await page.pressInDialog('Cancel order')
    await page.button('Accept cancellation…').waitFor()
    expect(await page.offered()).toEqual(['Accept cancellation…'])
    expect(await page.button(/Deny/).count()).toBe(0)
    expect(await page.sent('deny-cancellation-request')).toBe(0)
  })

  test('flow 9: has no confirmation any more when it changes under a dialog', async () => {
    const orderId = await seeded()
    const page = await open(`?order=${orderId}`, { moveClock: true })

    await page.press('Cancel order…')
    await page.dialog().getByRole('button', { name: 'Cancel order' }).waitFor()
    await cancelOrder(simulator, orderId, { as: 'api-key' })
    await page.page.clock.fastForward(11_000)
    await page.see('This order has changed. Read it again.')
    expect(await page.dialog().getByRole('button').allTextContents()).toEqual([
      'Keep order',
    ])
    await page.pressInDialog('Keep order')
    expect(page.count('CancelOrder')).toBe(0)
    expect(await page.sent()).toBe(1)
  })
})

type Page = Awaited<ReturnType<ReturnType<typeof useBrowser>['open']>>
