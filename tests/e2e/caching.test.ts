import { answerOf, ask, cookieOf } from '../support/graphql'
import { useSimulator } from '../support/simulator'

const ORDER = '1390000000001-01'
const MUTATION = `mutation { cancelOrder(orderId: "${ORDER}") { state } }`
const READ = `orderCancellation(orderId: "${ORDER}") { state }`
const QUERY = `{ ${READ} }`
const TOO_MANY = `{ ${Array.from(
  { length: 11 },
  (_, index) => `a${index}: ${READ}`
).join(' ')} }`

describe('the edge of a production workspace', () => {
  const simulator = useSimulator({
    orderId: ORDER,
    status: 'payment-approved',
  })

  it.each([
    ['the answer to a query', QUERY, 'operator'],
    ['the answer to a mutation', MUTATION, 'operator'],
    [
      'a refusal that is data',
      `{ orderCancellation(orderId: "..") { state } }`,
      'operator',
    ],
    ['a refusal of the caller', QUERY, null],
    ['a refusal of the request', TOO_MANY, 'operator'],
  ])('may not cache %s', async (_what, query, as) => {
    const { headers } = await ask(simulator, query, { as })

    expect(headers.get('cache-control')).toBe('no-cache,no-store')
  })

  it('may not cache the answer to a query by GET, which a CDN would cache', async () => {
    const { headers, data } = await answerOf(
      await fetch(
        `${simulator.url}/graphql?query=${encodeURIComponent(QUERY)}`,
        { headers: cookieOf('operator') }
      )
    )

    expect(data).toEqual({ orderCancellation: { state: 'NOT_REQUESTED' } })
    expect(headers.get('cache-control')).toBe('no-cache,no-store')
  })

  it('passes a repeated query on to the app, so that the caller sees the new state', async () => {
    const before = await ask(simulator, QUERY)

    await ask(simulator, MUTATION)

    const after = await ask(simulator, QUERY)

    expect([before, after].map(({ data }) => data)).toEqual([
      { orderCancellation: { state: 'NOT_REQUESTED' } },
      { orderCancellation: { state: 'ACCEPTED' } },
    ])
    expect(after.headers.get('x-simulator-cache')).toBe('MISS')
  })

  /** README, "What the simulator does not prove": the runtime answers these before any resolver of the app runs. */
  it.each([
    [
      'a query for the schema',
      '{ __schema { queryType { name } } }',
      'public,max-age=86400',
    ],
    ['a query for a type name', '{ __typename }', 'public,max-age=86400'],
    [
      'a query without its variable',
      'query($id: ID!) { orderCancellation(orderId: $id) { state } }',
      'public,max-age=2',
    ],
    [
      'a query for an unknown field',
      '{ orderCancellations { state } }',
      'public,max-age=2',
    ],
  ])(
    'caches the answer that only the runtime gives to %s',
    async (_what, query, cacheControl) => {
      await ask(simulator, query)

      const { headers } = await ask(simulator, query)

      expect(headers.get('cache-control')).toBe(cacheControl)
      expect(headers.get('x-simulator-cache')).toBe('HIT')
    }
  )
})
