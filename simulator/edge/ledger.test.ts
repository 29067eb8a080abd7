import { Ledger, markAnswered } from './ledger'

const CALL = {
  method: 'GET',
  host: 'portal.vtexcommercestable.com.br',
  url: 'http://portal.vtexcommercestable.com.br/',
  path: '/',
  query: {},
  headers: {},
  body: '',
}

describe('An entry of the ledger', () => {
  const times = [1_000, 1_020]

  beforeEach(() => {
    const rest = [...times]

    jest.spyOn(performance, 'now').mockImplementation(() => rest.shift() ?? NaN)
  })

  afterEach(() => jest.restoreAllMocks())

  it('has no status and no end before its answer is sent', () => {
    expect(
      new Ledger().open(CALL, { service: 'oms', replica: 0 })
    ).toMatchObject({ status: null, startedMs: 1_000, endedMs: null })
  })

  it('has the status and the time of the answer once it is sent', () => {
    const ledger = new Ledger()

    markAnswered(ledger.open(CALL, { service: 'oms', replica: 0 }), 200)

    expect(ledger.list()).toMatchObject([
      { status: 200, startedMs: 1_000, endedMs: 1_020 },
    ])
  })
})
