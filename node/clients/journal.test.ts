import { emptyJournal } from '../domain/journal/journal'
import { journalStore } from './journal'

/** A VBase that holds nothing, and remembers the paths that it is asked for. */
function emptyFiles() {
  const paths: string[] = []

  return {
    paths,
    store: journalStore({
      read: async (_bucket, path) => {
        paths.push(path)

        return { kind: 'missing' }
      },
      write: async ({ path }) => {
        paths.push(path)

        return 'written'
      },
    }),
  }
}

describe("the file of an order's journal", () => {
  it.each([
    ['1380000000001-01', '1380000000001-01.json'],
    ['BWW-Loja Exemplo-2660650814-01', 'BWW-Loja/Exemplo-2660650814-01.json'],
  ])(
    'of %s is %s, in letters that VBase is known to take',
    async (orderId, path) => {
      const { store, paths } = emptyFiles()

      await store.read(orderId)
      await store.write(emptyJournal(orderId), null)
      expect(paths).toEqual([path, path])
    }
  )
})
