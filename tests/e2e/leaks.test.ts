import type { FaultRule } from '../../simulator/edge/faults'
import { ask } from '../support/graphql'
import { useSimulator } from '../support/simulator'

/** What stands in the simulated answers and requests, and in no reply or log line of the app. */
const SECRETS = [
  'simulated-token',
  'shopper@',
  'Sofia-Private',
  '00011122233',
  'SECRET-REASON',
  'UPSTREAM-BODY',
  'UPSTREAM-HEADER',
  'node_modules',
  '/src/node/',
  '    at ',
  'AxiosError',
]

const HTML =
  '<html><body>UPSTREAM-BODY of shopper@private.example</body></html>'

const HEADERS = {
  'set-cookie': 'UPSTREAM-HEADER=1',
  'x-trace': 'UPSTREAM-HEADER',
}

type Answer = Omit<FaultRule, 'name'>

const ANSWERS: Record<string, Answer> = {
  '500 with HTML': { status: 500, headers: HEADERS, body: HTML },
  '200 with HTML': { status: 200, headers: HEADERS, body: HTML },
  '403 with an e-mail': {
    status: 403,
    headers: HEADERS,
    body: { error: { message: 'UPSTREAM-BODY shopper@private.example' } },
  },
  '401 with HTML': { status: 401, headers: HEADERS, body: HTML },
  '404 with a body': {
    status: 404,
    headers: HEADERS,
    body: { a: 'UPSTREAM-BODY' },
  },
  '409 with a body': {
    status: 409,
    headers: HEADERS,
    body: { a: 'UPSTREAM-BODY' },
  },
  '429 with a body': { status: 429, headers: HEADERS, body: 'UPSTREAM-BODY' },
  '302 to a login page': {
    status: 302,
    headers: { ...HEADERS, location: '/UPSTREAM-BODY' },
  },
  '200 with broken JSON': {
    status: 200,
    headers: { ...HEADERS, 'content-type': 'application/json' },
    body: '{"UPSTREAM-BODY": "shopper@',
  },
  '200 with JSON of another shape': {
    status: 200,
    body: [{ user: 'UPSTREAM-BODY', email: 'shopper@private.example' }],
  },
  '200 with 6 MB': { status: 200, body: 'UPSTREAM-BODY '.repeat(430_000) },
  'a reset': { kind: 'reset' },
}

/** The codes of the thrown errors; an outcome as data has none. */
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
    '200 with 6 MB': 'UNAUTHENTICATED',
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

describe('what never leaves the app, in a reply or a log line', () => {
  const simulator = useSimulator()

  function expectNoSecret(what: string, text: string) {
    expect({
      what,
      found: SECRETS.filter((secret) => text.includes(secret)),
    }).toEqual({ what, found: [] })
  }

  /** The one place of an answer where the reason belongs is the field of that name, and it is left out here. */
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

  describe.each(Object.entries(AUTH_CODES))('%s answers', (host, codes) => {
    it.each(Object.entries(codes))(
      '%s: one line with the code %s, and OMS is asked nothing',
      async (what, code) => {
        await simulator.fault({ name: what, host, ...ANSWERS[what] })

        const { text, errors } = await cancel('1380000000002-01')

        expect(errors.map(({ extensions }) => extensions.code)).toEqual([code])
        expectNoSecret(what, text)
        expect(await simulator.omsCalls()).toEqual([])
      }
    )
  })

  it('a login page of License Manager that @auth takes for a yes gives nobody more than OMS does', async () => {
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

  it('whatever OMS answers to the read: a refusal, and nothing is sent', async () => {
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
      '200 with 6 MB': 'OMS_UNAVAILABLE',
      'a reset': 'OMS_UNAVAILABLE',
    })
    expect(
      (await simulator.omsCalls()).filter((call) => call.startsWith('POST'))
    ).toEqual([])
  })

  it('whatever OMS answers to the cancel: no secret, and one cancel each', async () => {
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

  it('whatever VBase or VTEX ID answer about the journal: no secret, and nothing is sent', async () => {
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

  it('no line of the log of a call that a header wants traced', async () => {
    const last = '1390000000998-01'
    const { orderId } = await simulator.seed({ orderId: '1390000000997-01' })

    for (const path of ['/cancel', 'journal/files', 'authenticated/user']) {
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

  it('no file in VBase, but for the reason in its own field', async () => {
    for (const orderId of ['1380000000001-01', '1380000000005-01']) {
      // eslint-disable-next-line no-await-in-loop
      await cancel(orderId)
    }

    const files = await simulator.files()
    const text = JSON.stringify(files).replaceAll(
      '"reason":"SECRET-REASON"',
      ''
    )

    expect(files).toHaveLength(2)
    expectNoSecret('the files', text)
  })

  it('a reason that stands in the text of a refused query is not repeated', async () => {
    const { text } = await ask(
      simulator,
      `mutation { a: cancelOrder(orderId: "1", reason: "SECRET-REASON") { state }
                  b: cancelOrder(orderId: "2", reason: "SECRET-REASON") { state } }`
    )

    expectNoSecret('the text of the query', text)
  })

  it('no line of the log of all of this', async () => {
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

  /** What the app has printed, once a line about an order is among it. */
  async function logUpTo(orderId: string): Promise<string[]> {
    const { logLines } = await simulator.app()

    return logLines.some((line) => line.includes(orderId))
      ? logLines
      : logUpTo(orderId)
  }
})
