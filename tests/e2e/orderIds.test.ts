import { cancelOrder, orderCancellation } from '../support/graphql'
import { useSimulator } from '../support/simulator'

const BAD_IDS: Array<[string, string]> = [
  ['two dots', '..'],
  ['an empty id', ''],
  ['5 kB of digits', '1'.repeat(5_000)],
  ['101 characters', '1'.repeat(101)],
  ['a slash', 'a/b'],
  ['an encoded path', '%2e%2e'],
  ['two dots inside', '138..01'],
  ['a newline inside', '1380000000001\r\n-01'],
  ['an emoji', '1380000000001-🛒'],
  ['a space inside', '1380000000001 01'],
  ['a query', '1380000000001-01?an=globex'],
  ['a fragment', '1380000000001-01#'],
  ['a leading dot', '.1380000000001-01'],
  ['a leading hyphen', '-01'],
  ['a NUL', '1380000000001-01\u0000'],
  ['a full-width digit', '１380000000001-01'],
]

describe('an order id', () => {
  const simulator = useSimulator()

  it.each(BAD_IDS)(
    'with %s is refused by both operations without a call to OMS',
    async (_what, orderId) => {
      const answers = [
        await cancelOrder(simulator, orderId),
        await orderCancellation(simulator, orderId),
      ]

      expect(answers.map(({ refusal }) => refusal?.code)).toEqual([
        'INVALID_ORDER_ID',
        'INVALID_ORDER_ID',
      ])
      expect(answers.map(({ state }) => state)).toEqual(['UNKNOWN', 'UNKNOWN'])
      expect(await simulator.omsCalls()).toEqual([])
    }
  )

  it.each([
    ['spaces around it', ' 1390000000001-01 '],
    ['a newline at the end', '1390000000001-01\n'],
  ])('with %s is trimmed, as in a batch', async (_what, given) => {
    await simulator.seed({ orderId: '1390000000001-01' })

    expect(await cancelOrder(simulator, given)).toMatchObject({
      orderId: '1390000000001-01',
      refusal: null,
    })
    expect(await simulator.omsCalls()).toEqual([
      'GET 1390000000001-01',
      'POST 1390000000001-01/cancel',
    ])
  })

  it('that is invalid is repeated only up to the maximum length of an order id', async () => {
    const { orderId, cacheId } = await cancelOrder(simulator, '/'.repeat(5_000))

    expect([orderId, cacheId]).toEqual(['/'.repeat(100), '/'.repeat(100)])
  })

  it('that is invalid is reported only to a caller who may use the operation', async () => {
    await expect(
      cancelOrder(simulator, '..', { as: 'viewer' })
    ).rejects.toThrow('FORBIDDEN')
  })

  it.each(['SLR-1390000000001_a.b-01', 'v5000', '1'.repeat(100)])(
    'such as %s is accepted and sent in the path unchanged',
    async (orderId) => {
      await simulator.seed({ orderId })

      expect((await cancelOrder(simulator, orderId)).state).toBe('ACCEPTED')
      expect(await simulator.omsCalls()).toEqual([
        `GET ${orderId}`,
        `POST ${orderId}/cancel`,
      ])
    }
  )

  it('that is a sequence number is refused with the id of the order that OMS found, and nothing is sent', async () => {
    await simulator.seed({ orderId: '1390000000001-01', sequence: '777777' })

    expect(await cancelOrder(simulator, '777777')).toMatchObject({
      orderId: '777777',
      state: 'UNKNOWN',
      orderStatus: null,
      refusal: {
        code: 'ORDER_ID_MISMATCH',
        message:
          'OMS found order 1390000000001-01 under 777777, which is not its full id. Call again with the full id of the order you mean.',
        retryable: false,
      },
    })
    expect(await simulator.omsCalls()).toEqual(['GET 777777'])
  })

  it('that OMS does not know is reported as ORDER_NOT_FOUND', async () => {
    expect(await cancelOrder(simulator, '1390000000009-01')).toMatchObject({
      state: 'UNKNOWN',
      nextStep: 'NONE',
      refusal: { code: 'ORDER_NOT_FOUND', retryable: false },
    })
    expect(await simulator.omsCalls()).toEqual(['GET 1390000000009-01'])
  })
})
