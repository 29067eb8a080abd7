import { answerOf, ask, cookieOf, expectRefused } from '../support/graphql'
import { useSimulator } from '../support/simulator'

const ORDER = '1390000000001-01'
const CANCEL = `cancelOrder(orderId: "${ORDER}") { state }`
const READ = `orderCancellation(orderId: "${ORDER}") { state }`
const ONE_MUTATION = 'Send one mutation a request.'
const TEN_FIELDS = 'Ask for at most 10 fields of Query a request.'

const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index))

const aliases = (count: number, field: string) =>
  times(count, (index) => `a${index}: ${field}`).join(' ')

describe('the limits of a request', () => {
  const simulator = useSimulator({
    orderId: ORDER,
    status: 'payment-approved',
  })

  describe('a request with', () => {
    it.each([
      ['two mutations', `mutation { ${aliases(2, CANCEL)} }`],
      ['500 aliases', `mutation { ${aliases(500, CANCEL)} }`],
      [
        '50 aliases in a fragment',
        `mutation { ...F } fragment F on Mutation { ${aliases(50, CANCEL)} }`,
      ],
      [
        'two fragments with one mutation each',
        `mutation { ...F ...G }
         fragment F on Mutation { a: ${CANCEL} } fragment G on Mutation { b: ${CANCEL} }`,
      ],
      [
        'two aliases in an inline fragment',
        `mutation { ... on Mutation { ${aliases(2, CANCEL)} } }`,
      ],
      [
        'one mutation and a skipped one',
        `mutation { a: ${CANCEL} b: ${CANCEL.replace(
          ' {',
          ' @skip(if: true) {'
        )} }`,
      ],
    ])('%s is refused, and no service is called', async (_what, query) => {
      await expectRefused(simulator, await ask(simulator, query), ONE_MUTATION)
    })

    it.each([
      ['11 query fields', `{ ${aliases(11, READ)} }`],
      ['500 query fields', `{ ${aliases(500, READ)} }`],
      [
        '11 query fields in a fragment',
        `{ ...F } fragment F on Query { ${aliases(11, READ)} }`,
      ],
    ])('%s is refused, and no service is called', async (_what, query) => {
      await expectRefused(simulator, await ask(simulator, query), TEN_FIELDS)
    })

    it('a mutation and __typename is accepted', async () => {
      const { data } = await ask(simulator, `mutation { __typename ${CANCEL} }`)

      expect(data).toEqual({
        __typename: 'Mutation',
        cancelOrder: { state: 'ACCEPTED' },
      })
    })

    it('ten query fields is accepted', async () => {
      const { data, errors } = await ask(simulator, `{ ${aliases(10, READ)} }`)

      expect(errors).toEqual([])
      expect(Object.keys(data ?? {})).toHaveLength(10)
    })

    it('two operations runs only the one that operationName selects', async () => {
      const { data } = await answerOf(
        await fetch(`${simulator.url}/graphql`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...cookieOf('operator'),
          },
          body: JSON.stringify({
            query: `query Q { ${READ} } mutation M { ${CANCEL} }`,
            operationName: 'Q',
          }),
        })
      )

      expect(data).toEqual({ orderCancellation: { state: 'NOT_REQUESTED' } })
      expect(await simulator.omsCalls()).toEqual([`GET ${ORDER}`])
    })

    it.each([
      [
        'fields below one root field',
        `{ orderCancellation(orderId: "${ORDER}") { ${aliases(
          500,
          'state'
        )} state } }`,
      ],
      [
        'fields through a fragment that is spread 30 times',
        `{ orderCancellation(orderId: "${ORDER}") { ${times(
          30,
          (i) => `r${i}: refusal { ...F }`
        ).join(' ')} } }
         fragment F on CancellationRefusal { ${aliases(30, 'message')} }`,
      ],
      [
        'fields through nested fragments that expand to a million',
        `{ ...F0 } ${times(
          20,
          (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`
        ).join(' ')} fragment F20 on Query { ${READ} }`,
      ],
    ])(
      'more than 500 %s is refused, and no service is called',
      async (_what, query) => {
        await expectRefused(
          simulator,
          await ask(simulator, query),
          'Ask for at most 500 fields a request.'
        )
      }
    )

    it('500 fields is accepted', async () => {
      const { data } = await ask(
        simulator,
        `{ orderCancellation(orderId: "${ORDER}") { ${aliases(
          499,
          'state'
        )} } }`
      )

      expect(Object.keys(data?.orderCancellation ?? {})).toHaveLength(499)
    })

    it('ten thousand query fields is refused before the runtime executes them', async () => {
      await expectRefused(
        simulator,
        await ask(simulator, `{ ${aliases(10_000, READ)} }`),
        TEN_FIELDS
      )
    })
  })

  describe('a condition of @skip or @include', () => {
    it.each([
      ['@include', 'state @include(if: $x)'],
      ['@skip', 'state ... on OrderCancellation @skip(if: $x) { date }'],
      ['@include in a fragment', 'state ...F'],
    ])(
      'that is null (%s) is refused, because the executor would fail only after the cancel',
      async (_what, fields) => {
        const fragment =
          'fragment F on OrderCancellation { date @include(if: $x) }'

        await expectRefused(
          simulator,
          await ask(
            simulator,
            `mutation($x: Boolean = true) { cancelOrder(orderId: "${ORDER}") { ${fields} } }
           ${fields.includes('...F') ? fragment : ''}`,
            { variables: { x: null } }
          ),
          'Give @skip and @include true or false, not null.'
        )
      }
    )

    it('that is true or false is accepted', async () => {
      const { data } = await ask(
        simulator,
        `mutation($x: Boolean = true) { cancelOrder(orderId: "${ORDER}") { state date @skip(if: $x) } }`
      )

      expect(data).toEqual({ cancelOrder: { state: 'ACCEPTED' } })
    })
  })
})
