import { ask } from '../support/graphql'
import { useSimulator } from '../support/simulator'
import { ANSWERS, SECRETS } from '../support/upstreamAnswers'

/** The code of the error that the caller gets for each faulty answer, by host. */
const AUTH_CODES: Record<string, Record<string, string | undefined>> = {
  'vtexid.vtex.com.br': {
    '500 with HTML': 'AUTH_UNAVAILABLE',
    '200 with HTML': 'UNAUTHENTICATED',
    '403 with an e-mail': 'UNAUTHENTICATED',
    '401 with HTML': 'UNAUTHENTICATED',
    '404 with a body': 'UNAUTHENTICATED',
    '409 with a body': 'AUTH_UNAVAILABLE',
    '429 with a body': 'AUTH_UNAVAILABLE',
    '200 with broken JSON': 'UNAUTHENTICATED',
    '200 with JSON of another shape': 'UNAUTHENTICATED',
    '200 with 6 MB': 'AUTH_UNAVAILABLE',
    'a reset': 'AUTH_UNAVAILABLE',
  },
  'acme.vtexcommercestable.com.br': {
    '500 with HTML': 'AUTH_UNAVAILABLE',
    '403 with an e-mail': 'FORBIDDEN',
    '401 with HTML': 'AUTH_UNAVAILABLE',
    '404 with a body': 'FORBIDDEN',
    '409 with a body': 'AUTH_UNAVAILABLE',
    '429 with a body': 'AUTH_UNAVAILABLE',
    'a reset': 'AUTH_UNAVAILABLE',
  },
}

const MUTATION = (orderId: string) => `mutation($note: String) {
  cancelOrder(orderId: "${orderId}", reason: $note) {
    cacheId orderId state awaiting orderStatus date receipt reason canceledAt nextStep warnings
    refusal { code message retryable retryAfterSeconds }
  }
}`

describe('secrets and upstream text', () => {
  const simulator = useSimulator()

  function expectNoSecret(what: string, text: string) {
    expect({
      what,
      found: SECRETS.filter((secret) => text.includes(secret)),
    }).toEqual({ what, found: [] })
  }

  /** Cancels an order and removes the field `reason` from the answer, the only place where the reason may stand. */
  async function cancel(orderId: string, as = 'operator') {
    const answer = await ask(simulator, MUTATION(orderId), {
      variables: { note: 'SECRET-REASON' },
      as,
    })

    return {
      ...answer,
      text: answer.text.replace('"reason":"SECRET-REASON"', ''),
    }
  }

  describe.each(Object.entries(AUTH_CODES))('from %s', (host, codes) => {
    it.each(Object.entries(codes))(
      'that answers %s are replaced by one error with the code %s, without a call to OMS',
      async (what, code) => {
        await simulator.fault({ name: what, host, ...ANSWERS[what] })

        const { text, errors } = await cancel('1380000000002-01')

        expect(errors.map(({ extensions }) => extensions.code)).toEqual([code])
        expectNoSecret(what, text)
        expect(await simulator.omsCalls()).toEqual([])
      }
    )
  })

  it('do not leak, and OMS still refuses the caller, when @auth takes a login page of License Manager for a grant', async () => {
    await simulator.fault({
      name: 'login page',
      host: 'acme.vtexcommercestable.com.br',
      ...ANSWERS['200 with HTML'],
    })

    const { data, text } = await cancel('1380000000002-01', 'viewer')

    expect(data?.cancelOrder).toMatchObject({
      state: 'NOT_REQUESTED',
      refusal: { code: 'NOT_PERMITTED' },
    })
    expectNoSecret('login page of License Manager', text)

    const [order] = (await simulator.orders()).filter(
      ({ orderId }) => orderId === '1380000000002-01'
    )

    expect(order.status).toBe('payment-pending')
  })

  it('do not leak, and nothing is sent, whatever OMS answers to the read', async () => {
    const codes: Record<string, string> = {}

    for (const [what, answer] of Object.entries(ANSWERS)) {
      // eslint-disable-next-line no-await-in-loop
      await simulator.fault({
        name: what,
        method: 'GET',
        path: '/oms/',
        ...answer,
      })

      // eslint-disable-next-line no-await-in-loop
      const { data, text } = await cancel('1380000000002-01')
      const { state, refusal } = data?.cancelOrder ?? {}

      expect({ what, state }).toEqual({ what, state: 'UNKNOWN' })
      codes[what] = (refusal as { code: string }).code
      expectNoSecret(what, text)
    }

    expect(codes).toEqual({
      '500 with HTML': 'OMS_UNAVAILABLE',
      '200 with HTML': 'NOT_PERMITTED',
      '403 with an e-mail': 'NOT_PERMITTED',
      '401 with HTML': 'NOT_PERMITTED',
      '404 with a body': 'ORDER_NOT_FOUND',
      '409 with a body': 'OMS_UNAVAILABLE',
      '429 with a body': 'RATE_LIMITED',
      '302 to a login page': 'OMS_UNAVAILABLE',
      '200 with broken JSON': 'OMS_UNAVAILABLE',
      '200 with JSON of another shape': 'OMS_UNAVAILABLE',
      '200 with 6 MB': 'ORDER_UNREADABLE',
      'a reset': 'OMS_UNAVAILABLE',
    })
    expect(
      (await simulator.omsCalls()).filter((call) => call.startsWith('POST'))
    ).toEqual([])
  })

  it('do not leak, and each cancel is sent once, whatever OMS answers to it', async () => {
    const cases = await Promise.all(
      Object.entries(ANSWERS).map(async ([what, answer], index) => {
        const { orderId } = await simulator.seed({
          orderId: `1390000000${100 + index}-01`,
          status: 'payment-approved',
        })

        await simulator.fault({
          name: what,
          method: 'POST',
          path: orderId,
          ...answer,
        })

        return { what, orderId, ...(await cancel(orderId)) }
      })
    )

    const calls = await simulator.omsCalls()

    for (const { what, orderId, text } of cases) {
      expectNoSecret(what, text)
      expect({
        what,
        sent: calls.filter((call) => call === `POST ${orderId}/cancel`).length,
      }).toEqual({ what, sent: 1 })
    }
  })

  it('do not leak, and nothing is sent, whatever VBase or VTEX ID answers when the journal is written', async () => {
    for (const [what, answer] of Object.entries(ANSWERS)) {
      for (const where of [
        { host: 'infra.io.vtex.com' },
        { host: 'vtexid.vtex.com.br', skip: 1 },
      ]) {
        // eslint-disable-next-line no-await-in-loop
        await simulator.clearFaults()
        // eslint-disable-next-line no-await-in-loop
        await simulator.fault({ name: what, times: 20, ...where, ...answer })

        // eslint-disable-next-line no-await-in-loop
        const { data, text } = await cancel('1380000000002-01')

        expect({ what, where, ...data?.cancelOrder }).toMatchObject({
          refusal: { code: 'STORAGE_UNAVAILABLE' },
        })
        expectNoSecret(what, text)
      }
    }

    expect(
      (await simulator.omsCalls()).filter((call) => call.startsWith('POST'))
    ).toEqual([])
  })

  it('do not leak to the log when a header requests a trace', async () => {
    const last = '1390000000998-01'
    const { orderId } = await simulator.seed({ orderId: '1390000000997-01' })

    for (const path of ['/cancel', '/journal-', 'authenticated/user']) {
      // eslint-disable-next-line no-await-in-loop
      await simulator.fault({
        name: path,
        path,
        skip: path === '/cancel' ? 0 : 1,
        ...ANSWERS['409 with a body'],
      })

      // eslint-disable-next-line no-await-in-loop
      await ask(simulator, MUTATION(orderId), {
        variables: { note: 'SECRET-REASON' },
        headers: { 'uber-trace-id': '3e8:3e8:0:1' },
      })
    }

    await cancel(last)

    const logLines = await logUpTo(last)

    logLines.forEach((line) => expectNoSecret(line, line))
  })

  it('do not leak to a file in VBase, where the reason stands only in its own field', async () => {
    for (const orderId of ['1380000000001-01', '1380000000005-01']) {
      // eslint-disable-next-line no-await-in-loop
      await cancel(orderId)
    }

    const files = await simulator.files()
    const text = JSON.stringify(files).replaceAll(
      '"reason":"SECRET-REASON"',
      ''
    )

    // Each claim and its end, and the turn of the order in handling.
    expect(files).toHaveLength(5)
    expectNoSecret('the files', text)
  })

  it('do not leak when a refused query contains the reason in its text', async () => {
    const { text } = await ask(
      simulator,
      `mutation { a: cancelOrder(orderId: "1", reason: "SECRET-REASON") { state }
                  b: cancelOrder(orderId: "2", reason: "SECRET-REASON") { state } }`
    )

    expectNoSecret('the text of the query', text)
  })

  it('do not leak to the log', async () => {
    const last = '1390000000999-01'

    await cancel('1380000000002-01')
    await cancel('1380000000002-01', 'viewer')
    await cancel('../SECRET-REASON')
    await simulator.fault({
      name: 'VTEX ID is down',
      host: 'vtexid.vtex.com.br',
      ...ANSWERS['500 with HTML'],
    })
    await cancel('1380000000002-01')
    await cancel(last)

    const logLines = await logUpTo(last)

    logLines.forEach((line) => expectNoSecret(line, line))
    expect(
      logLines.filter((line) => line.includes('"operation":"cancelOrder"'))
        .length
    ).toBeGreaterThanOrEqual(3)
  })

  /** Reads the app's log repeatedly until it contains a line about an order. */
  async function logUpTo(orderId: string): Promise<string[]> {
    const { logLines } = await simulator.app()

    return logLines.some((line) => line.includes(orderId))
      ? logLines
      : logUpTo(orderId)
  }
})
