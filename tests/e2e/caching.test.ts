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
    ['an answer', QUERY, 'operator'],
    ['a mutation', MUTATION, 'operator'],
    [
      'a refusal as data',
      `{ orderCancellation(orderId: "..") { state } }`,
      'operator',
    ],
    ['a refusal of the caller', QUERY, null],
    ['a refusal of the request', TOO_MANY, 'operator'],
  ])('may not keep %s', async (_what, query, as) => {
    const { headers } = await ask(simulator, query, { as })

    expect(headers.get('cache-control')).toBe('no-cache,no-store')
  })

  it('may not keep a query by GET, which is what a CDN would keep', async () => {
    const { headers, data } = await answerOf(
      await fetch(
        `${simulator.url}/graphql?query=${encodeURIComponent(QUERY)}`,
        { headers: cookieOf('operator') }
      )
    )

    expect(data).toEqual({ orderCancellation: { state: 'NOT_REQUESTED' } })
    expect(headers.get('cache-control')).toBe('no-cache,no-store')
  })

  it('shows the new state to whoever asks the same question again', async () => {
    const before = await ask(simulator, QUERY)

    await ask(simulator, MUTATION)

    const after = await ask(simulator, QUERY)

    expect([before, after].map(({ data }) => data)).toEqual([
      { orderCancellation: { state: 'NOT_REQUESTED' } },
      { orderCancellation: { state: 'ACCEPTED' } },
    ])
    expect(after.headers.get('x-simulator-cache')).toBe('MISS')
  })

  /** README, "What the simulator does not prove": the runtime answers these before any field of ours runs. */
  it.each([
    [
      'the schema',
      '{ __schema { queryType { name } } }',
      'public,max-age=86400',
    ],
    ['a type name', '{ __typename }', 'public,max-age=86400'],
    [
      'a missing variable',
      'query($id: ID!) { orderCancellation(orderId: $id) { state } }',
      'public,max-age=2',
    ],
    [
      'an unknown field',
      '{ orderCancellations { state } }',
      'public,max-age=2',
    ],
  ])(
    'does keep what is out of our reach: %s',
    async (_what, query, cacheControl) => {
      await ask(simulator, query)

      const { headers } = await ask(simulator, query)

      expect(headers.get('cache-control')).toBe(cacheControl)
      expect(headers.get('x-simulator-cache')).toBe('HIT')
    }
  )
})
