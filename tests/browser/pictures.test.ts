import { mkdirSync, readFileSync } from 'fs'
import { join } from 'path'

import { startBatch, untilBatch } from '../support/batches'
import { LAG_SECONDS } from '../support/requestList'
import { ROOT } from '../support/repository'
import type { AdminPage } from './support/adminPage'
import { describeInBrowser, useBrowser } from './support/browser'

/** VTEX's store listing takes pictures of at most this size. */
const WIDTH_PX = 700
const HEIGHT_PX = 400

/** A page of 1120 px is drawn on as many. */
const SCALE = WIDTH_PX / 1120

/** `npm run pictures` sets it: the pictures of docs/ are made anew. */
const FOLDER = process.env.PICTURES_FOLDER ?? join('coverage', 'pictures')

const fileOf = (folder: string, name: string) =>
  join(ROOT, folder, `${name}.png`)

/** Reads the size of a PNG: its header tells it. */
const sizeOf = (file: string) => {
  const header = readFileSync(file)

  return [header.readUInt32BE(16), header.readUInt32BE(20)]
}

describeInBrowser('the pictures of docs/operators.md', () => {
  const { simulator, open } = useBrowser()

  const openSmall = (search: string) =>
    open(search, {
      width: WIDTH_PX / SCALE,
      height: HEIGHT_PX / SCALE,
      scale: SCALE,
    })

  /** Takes what an operator looks at, without what stands above it: as large as the picture in the docs. */
  const expectPicture = async (
    name: string,
    { page }: AdminPage,
    from: string
  ) => {
    await page
      .locator(from)
      .first()
      .evaluate((element) => {
        window.scrollTo(0, element.getBoundingClientRect().top - 24)
      })

    const picture = await page.screenshot({
      path: fileOf(FOLDER, name),
      animations: 'disabled',
    })

    expect(picture.byteLength).toBeGreaterThan(0)
    expect(sizeOf(fileOf(FOLDER, name))).toEqual([WIDTH_PX, HEIGHT_PX])
    expect(sizeOf(fileOf('docs/images', name))).toEqual([WIDTH_PX, HEIGHT_PX])
  }

  beforeAll(() => mkdirSync(join(ROOT, FOLDER), { recursive: true }))

  test('show one order', async () => {
    const page = await openSmall('?order=1380000000009-01')

    await page.button('Accept cancellation…').waitFor()
    await expectPicture('one-order', page, 'h1')
  })

  test('show a list with its problems', async () => {
    const page = await openSmall('?view=many')

    await page
      .field('Order ids, one a line')
      .fill('1380000000001-01\n1380000000002-01\n1380000000001-01\n1.38E+12')
    await page.see('2 orders. 1 repeated, left out. 1 line with a problem.')
    await expectPicture('many-orders', page, 'h2')
  })

  test('show a batch at work', async () => {
    const { orderIds } = await simulator.seedMany(24, '13900')
    const { id } = await startBatch(simulator, {
      name: 'Recall of the summer collection',
      reason: 'Out of stock',
      maxPerMinute: 60,
      orders: orderIds,
    })

    await untilBatch(simulator, id, ({ counts }) => counts.accepted > 6)

    const page = await openSmall(`?batch=${id}`)

    await page.see(/of 24 settled/)
    await expectPicture('batch', page, 'h1')
  })

  test('show the requests to decide', async () => {
    for (const number of [1, 2, 3]) {
      // The list shows them in this sequence.
      // eslint-disable-next-line no-await-in-loop
      await simulator.seed({
        orderId: `139000000000${number}-01`,
        status: 'cancellation-requested',
        origin: 'Fulfillment',
        cancellation: { reason: 'Ordered twice', requestedByUser: true },
      })
    }

    await simulator.advance(LAG_SECONDS)

    const page = await openSmall('?view=requests')

    await page.page.locator('tbody tr').nth(3).waitFor()
    await page.page
      .locator('#oc-choose-1390000000001-01')
      .check({ force: true })
    await expectPicture('requests', page, 'h1')
  })
})
