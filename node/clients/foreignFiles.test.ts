import { LOST_INDEX } from '../domain/batch/batchIndex'
import { NEW_LANE } from '../domain/lane/lane'
import { fixture, holding, NEWEST } from '../testing/batches/storedFiles'

describe('the files of another workspace, which a promoted one brings along', () => {
  const read = async (name: string) => {
    const { file, foreign } = holding(name, fixture(NEWEST, name), 'test1')

    return { read: await file.read(), foreign }
  }

  it.each([
    'manifest.json',
    'control.json',
    'progress.json',
    'in-0000.json',
    'out-0000.json',
  ])('%s counts as missing, and is reported', async (name) => {
    const { read: found, foreign } = await read(name)

    expect(found).toEqual({ kind: 'missing', etag: '"1"' })
    expect(foreign).toHaveLength(1)
  })

  it('the index counts as lost, so that the batches of this workspace are looked for in their folders', async () => {
    expect((await read('index.json')).read).toEqual({
      kind: 'found',
      content: LOST_INDEX,
      etag: '"1"',
    })
  })

  it('the lane counts as one that no replica has owned, above every epoch of before', async () => {
    const before = Math.floor(Date.now() / 1_000)
    const { read: found } = await read('lane.json')

    expect(found).toEqual({
      kind: 'found',
      content: { ...NEW_LANE, epoch: expect.any(Number) },
      etag: '"1"',
    })
    expect(found).toMatchObject({ kind: 'found' })

    const { epoch } = (found as { content: { epoch: number } }).content

    expect(epoch).toBeGreaterThanOrEqual(before)
  })

  it('a file that does not name its workspace is one’s own: no version wrote one elsewhere', async () => {
    const { file, foreign } = holding(
      'manifest.json',
      fixture('form-1', 'manifest.json'),
      'test1'
    )

    expect((await file.read()).kind).toBe('found')
    expect(foreign).toEqual([])
  })
})
