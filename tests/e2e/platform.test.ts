import { useSimulator } from '../support/simulator'

describe('the files of VBase', () => {
  const simulator = useSimulator()

  it('can be planted and seen, and are forgotten by a reset', async () => {
    const file = { bucket: 'jobs', path: 'a/1.json', body: { count: 1 } }
    const planted = await simulator.putFile(file.bucket, file.path, file.body)

    expect(planted).toMatchObject({ ...file, contentType: 'application/json' })
    expect(await simulator.files()).toEqual([planted])

    await simulator.reset()
    expect(await simulator.files()).toEqual([])
  })

  it('are kept as the switches say, until a reset', async () => {
    const switches = async () =>
      (await fetch(`${simulator.url}/_simulator/vbase/switches`)).json()

    const initial = await switches()

    await simulator.vbase({ ifMatch: 'ignored', latencyMs: 5 })
    expect(await switches()).toMatchObject({
      ifMatch: { value: 'ignored', initial: 'enforced' },
      staleStatus: { value: 412 },
      latencyMs: { value: 5 },
    })

    await simulator.reset()
    expect(await switches()).toEqual(initial)
  })

  it.each([
    ['/vbase/switches', '{"ifMatch":"maybe"}'],
    ['/files', '{"bucket":"jobs"}'],
    ['/files', '[broken'],
  ])('refuse PUT %s %s', async (path, body) => {
    const url = `${simulator.url}/_simulator${path}`
    const { status } = await fetch(url, { method: 'PUT', body })

    expect(status).toBe(400)
  })
})
