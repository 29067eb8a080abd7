import { emptyJournal } from '../domain/journal/journal'
import { journalStore } from './journal'

/** Finds the path of the file in which the journal of an order is kept. */
async function pathOf(orderId: string): Promise<string> {
  const paths: string[] = []

  await journalStore({
    read: async () => ({ kind: 'missing' }),
    write: async ({ path }) => {
      paths.push(path)

      return 'written'
    },
  }).write(emptyJournal(orderId), null)

  return paths.join()
}

describe('the file of a journal', () => {
  it("has the order's id as its name", async () => {
    expect(await pathOf('1380000000001-01')).toBe('1380000000001-01.json')
  })

  it("has only characters that VBase takes, also for a marketplace's id with spaces", async () => {
    expect(await pathOf('BWW-Loja Exemplo-2660650814-01')).toBe(
      'BWW-Loja/-Exemplo-2660650814-01.json'
    )
  })

  it('is not the file of another id, and no part of its path is a dot alone', async () => {
    const paths = await Promise.all(
      ['BWW-a . b', 'BWW-a .b', 'BWW-a. b', 'BWW-a b', 'BWW-a -b'].map(pathOf)
    )

    expect(new Set(paths).size).toBe(5)
    expect(paths.map((path) => new URL(path, 'http://vbase').pathname)).toEqual(
      paths.map((path) => `/${path}`)
    )
  })
})
