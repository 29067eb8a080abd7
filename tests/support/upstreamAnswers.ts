import type { FaultRule } from '../../simulator/edge/faults'

/** Texts in the simulated replies and requests that no reply or log line of the app may contain. */
export const SECRETS = [
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

/** What an upstream may answer that says nothing the app can use. */
export const ANSWERS: Record<string, Answer> = {
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
