import { describeInBrowser, useBrowser } from './support/browser'

describeInBrowser('the list of many orders', () => {
  const { open } = useBrowser()

  const problems = async (text: string) => {
    const page = await open('?view=many')

    await page.field('Order ids, one a line').fill(text)

    return page
  }

  test('flow 10: from a file with a byte order mark and semicolons names each line with a problem', async () => {
    const page = await open('?view=many')

    await page.page.locator('input[type=file]').setInputFiles({
      name: 'orders.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        '\uFEFFreason;orderId\r\nOut of stock;1390000000001-01\r\n;1390000000002-01\r\nAgain;1390000000001-01\r\n;1.38E+12\r\n;"not an id!"\r\n;1390000000003\r\n',
        'utf8'
      ),
    })
    await page.see('3 orders. 1 repeated, left out. 3 lines with a problem.')
    expect(await page.tableRows()).toEqual([
      ['4', 'Again, 1390000000001-01', 'Same order as line 2. Left out.'],
      [
        '5',
        ', 1.38E+12',
        'A spreadsheet changed this number. Format the column as text. Left out.',
      ],
      ['6', ', not an id!', 'Not an order id. Left out.'],
      [
        '7',
        ', 1390000000003',
        'Only digits: perhaps a sequence number. It stays in the list.',
      ],
    ])
    expect(page.count('CreateBatch')).toBe(0)

    await page.press('Check 3 orders')
    await page.see('3 lines of your list are not in this batch.')
    await page.page.getByRole('link', { name: 'Look at the list' }).click()
    await page.see('3 orders. 1 repeated, left out. 3 lines with a problem.')
    await page.field('Order ids, one a line').fill('1390000000001-01')
    await page.page.goBack()
    await page.verdict().waitFor()
    expect(
      await page.page.getByRole('link', { name: 'Look at the list' }).count()
    ).toBe(0)
    expect(await page.sent()).toBe(0)
  })

  test.each([
    [
      'not text',
      Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
      'This file is not text. Save it as CSV.',
    ],
    [
      'over 5 MB',
      Buffer.alloc(5 * 1024 * 1024 + 1, 'a'),
      'This file is over 5 MB. Split it.',
    ],
  ])(
    'flow 10: from a file that is %s is refused, and the list stays',
    async (_what, buffer, copy) => {
      const page = await problems('1390000000001-01')

      await page.page
        .locator('input[type=file]')
        .setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer })
      await page.see(copy)
      expect(await page.field('Order ids, one a line').inputValue()).toBe(
        '1390000000001-01'
      )
    }
  )

  test('says what is missing when an empty list is checked', async () => {
    const page = await open('?view=many')

    await page.press('Check the list')
    await page.see('The list has no orders. Paste order ids, or choose a file.')
    expect(page.count('CreateBatch')).toBe(0)
  })

  test('is dropped as a file anywhere on its block', async () => {
    const page = await open('?view=many')

    const data = await page.page.evaluateHandle(() => {
      const transfer = new DataTransfer()

      transfer.items.add(new File(['1390000000001-01\n'], 'orders.csv'))

      return transfer
    })

    await page.page.dispatchEvent('#oc-list', 'drop', { dataTransfer: data })
    await page.see('1 order.')
    expect(await page.field('Order ids, one a line').inputValue()).toBe(
      '1390000000001-01\n'
    )
  })

  test('keeps its draft over a reload of the tab', async () => {
    const page = await problems('1390000000001-01\n1390000000002-01')

    await page.field('Name, to find it by').fill('Recall')
    await page.page.reload()
    await page.see('2 orders.')
    expect(await page.field('Name, to find it by').inputValue()).toBe('Recall')
  })
})
