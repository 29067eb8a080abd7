import { Faults } from './faults'

const call = (method: string, body = '') => ({
  method,
  host: 'infra.example',
  url: '',
  path: '/jobs/files/1.json',
  query: {},
  headers: {},
  body,
})

describe('Faults', () => {
  it('hit only a call that meets every condition', () => {
    const faults = new Faults()
    const hit = (method: string, body?: string) =>
      faults.take(call(method, body))?.name

    faults.add({
      name: 'received',
      host: 'infra.example',
      method: 'PUT',
      path: '/jobs/',
      requestBody: '"received"',
    })

    expect(hit('GET', '{"state":"received"}')).toBeUndefined()
    expect(hit('PUT', '{"state":"sent"}')).toBeUndefined()
    expect(hit('PUT', '{"state":"received"}')).toBe('received')
    expect(hit('PUT', '{"state":"received"}')).toBeUndefined()
  })

  it('let `skip` calls pass, then hit `times` calls', () => {
    const faults = new Faults()

    faults.add({ name: 'late', method: 'PUT', skip: 2, times: 2 })

    const hit = (method: string) => faults.take(call(method))?.name

    expect(['GET', 'PUT', 'PUT', 'GET', 'PUT', 'PUT', 'PUT'].map(hit)).toEqual([
      ...[undefined, undefined, undefined, undefined],
      ...['late', 'late', undefined],
    ])
  })

  it('do not count a call that an earlier rule hits', () => {
    const faults = new Faults()

    faults.add({ name: 'first' })
    faults.add({ name: 'second', skip: 1 })

    const hit = () => faults.take(call('GET'))?.name

    expect([hit(), hit(), hit()]).toEqual(['first', undefined, 'second'])
  })

  describe('with a copy that arrives later', () => {
    beforeEach(() => jest.useFakeTimers())
    afterEach(() => jest.useRealTimers())

    const arrivalsAfter = (end: (faults: Faults) => void) => {
      const faults = new Faults()
      const arrived: string[] = []

      faults.copyLater(2_000, () => arrived.push('second'))
      faults.copyLater(1_000, () => arrived.push('first'))
      jest.advanceTimersByTime(1_999)
      arrived.push('1,999 ms')
      end(faults)
      jest.advanceTimersByTime(60_000)

      return arrived
    }

    it('let it arrive once, also when the rules have been removed meanwhile', () => {
      const all = ['first', '1,999 ms', 'second']

      expect(arrivalsAfter(() => undefined)).toEqual(all)
      expect(arrivalsAfter((faults) => faults.clear())).toEqual(all)
    })

    it('drop it with a reset, so that it reaches no later test', () => {
      expect(arrivalsAfter((faults) => faults.reset())).toEqual([
        'first',
        '1,999 ms',
      ])
    })
  })
})
