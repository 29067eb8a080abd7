import type { AdminPage } from './adminPage'

/** A batch is created, checked, worked on and followed by the page in real time. */
export const LONG_MS = 150_000

/** Names the batch that the page shows. */
export const shownBatch = (page: AdminPage) =>
  String(new URL(page.page.url()).searchParams.get('batch'))

/** Pastes a list, checks it, and waits for the end of the check. Returns the id of the batch. */
export async function checkList(page: AdminPage, ids: string[]) {
  await page.field('Order ids, one a line').fill(ids.join('\n'))
  await page.button(/^Check \d/).click()
  await page.page.waitForURL(/batch=/)
  await page.page
    .locator('h2', { hasText: 'Waiting for your start.' })
    .waitFor({ timeout: LONG_MS })

  return shownBatch(page)
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
