import { untilBatch } from '../../support/batches'
import type { Simulator } from '../../support/simulator'
import type { AdminPage } from './adminPage'

/** The app checks a batch and works on it in real time. */
export const LONG_MS = 150_000

/** Names the batch that the page shows. */
const shownBatch = (page: AdminPage) =>
  String(new URL(page.page.url()).searchParams.get('batch'))

/**
 * Pastes a list, checks it, and lets the page see the end of the check. Returns the id of the
 * batch. The page was opened with a clock that can be moved.
 */
export async function checkList(
  page: AdminPage,
  simulator: Simulator,
  lines: string[]
) {
  await page.field('Order ids, one a line').fill(lines.join('\n'))
  await page.button(/^Check \d/).click()

  return untilChecked(page, simulator)
}

/** Waits until the batch that the page goes to is checked, and lets the page see it. Returns its id. */
export async function untilChecked(page: AdminPage, simulator: Simulator) {
  await page.page.waitForURL(/batch=/)

  const id = shownBatch(page)

  await untilBatch(simulator, id, ({ state }) => state === 'READY')
  await page.look()
  await page.seeVerdict('Waiting for your start.')

  return id
}

/** Presses the button that starts the shown batch, and confirms with what is typed. */
export async function startBatch(page: AdminPage, typed: string) {
  await page.press(/^Cancel [\d,]+ orders…$/)
  await page.dialog().getByLabel(/^Type/).fill(typed)
  await page
    .dialog()
    .getByRole('button', { name: /^Cancel/ })
    .click()
}
