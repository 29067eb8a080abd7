import { newShard } from '../domain/batch/shard'
import { NEW_LANE } from '../domain/lane/lane'
import { newPacer } from '../domain/lane/pacer'
import { batchStore } from './batchStore'

const WORKSPACE = { name: 'master', onForeignFile: () => undefined }

/** A VBase that returns the same file for every path. */
function holding(body: unknown) {
  const written: unknown[] = []
  const files: Parameters<typeof batchStore>[0] = {
    read: async () => ({ kind: 'found', body, etag: '"1"' }),
    write: async (_file, content) => {
      written.push(content)

      return 'written'
    },
    remove: async () => true,
    list: async () => null,
    listBeginning: async () => null,
  }

  return { store: batchStore(files, WORKSPACE), written }
}

const row = { orderId: 'a-0001', reason: null, problem: null }

describe('a file of a batch', () => {
  it('is read back as it was written, although empty fields are not stored', async () => {
    const { store, written } = holding(null)
    const shard = newShard([row])
    const lane = {
      ...NEW_LANE,
      pacers: { sends: newPacer(-3), reads: newPacer(-4) },
    }

    await store.shard('f', 0).write(shard, null)
    await store.lane().write(lane, null)

    expect(JSON.stringify(written)).not.toContain('null')
    expect(await holding(written[0]).store.shard('f', 0).read()).toEqual({
      kind: 'found',
      content: shard,
      etag: '"1"',
    })
    expect(await holding(written[1]).store.lane().read()).toMatchObject({
      content: lane,
    })
  })

  it.each([
    ['half a document', '{"version": 1, "rows": ['],
    ['nothing', null],
    ['an HTML page', '<html></html>'],
    [
      'a later version of the format',
      { version: 7, rows: [{ state: 'PENDING' }] },
    ],
    ['no version', { rows: [{ state: 'PENDING' }] }],
    ['no rows', { version: 2, epoch: 0, isClean: true, generation: 0 }],
    [
      'a row without a state',
      { version: 1, epoch: 0, isClean: true, generation: 0, rows: [{}] },
    ],
    [
      'an epoch that is text',
      { version: 1, epoch: '0', rows: [{ state: 'PENDING' }] },
    ],
  ])(
    'that holds %s counts as unreadable, not as missing',
    async (_what, body) => {
      expect(await holding(body).store.shard('f', 0).read()).toEqual({
        kind: 'unreadable',
        body,
        etag: '"1"',
      })
    }
  )
})
