/** The account and workspace that the simulated platform runs the app in. */
export const ACCOUNT = 'acme'
export const WORKSPACE = 'master'

/** The owner of a token: a user, an API key or an app. */
export interface Caller {
  key: string
  title: string
  user: string
  account: string
  token: string
  /** License Manager resources of product OMS (19). */
  grants: string[]
  /** VTEX ID no longer knows an expired token. */
  expired?: true
}

const ALL = ['OMSViewer', 'ListOrders', 'CancelAction', 'RefundAction']

/** The ready-made callers. Their tokens are plain words, so that a text search finds a leak. */
export const CALLERS: Caller[] = [
  {
    key: 'operator',
    title: 'Olga, order operator: may view and cancel',
    user: 'olga@acme.example',
    account: ACCOUNT,
    token: 'simulated-token-of-operator',
    grants: ALL,
  },
  {
    key: 'viewer',
    title: 'Vera, analyst: may only view orders',
    user: 'vera@acme.example',
    account: ACCOUNT,
    token: 'simulated-token-of-viewer',
    grants: ['OMSViewer', 'ListOrders'],
  },
  {
    key: 'blind',
    title: 'Bob, misconfigured role: may cancel, but not view orders',
    user: 'bob@acme.example',
    account: ACCOUNT,
    token: 'simulated-token-of-blind',
    grants: ['CancelAction'],
  },
  {
    key: 'other-account',
    title: 'Oscar, operator of another account',
    user: 'oscar@globex.example',
    account: 'globex',
    token: 'simulated-token-of-other-account',
    grants: ALL,
  },
  {
    key: 'expired',
    title: 'Erin, operator whose session has expired',
    user: 'erin@acme.example',
    account: ACCOUNT,
    token: 'simulated-token-of-expired',
    grants: ALL,
    expired: true,
  },
  {
    key: 'api-key',
    title: "An integrator's API key, exchanged for a token",
    user: 'vtexappkey-acme-SIMULATED',
    account: ACCOUNT,
    token: 'simulated-token-of-api-key',
    grants: ALL,
  },
  {
    key: 'other-app',
    title: 'Another app, acme.order-console',
    user: 'acme.order-console@1.0.0',
    account: ACCOUNT,
    token: 'simulated-token-of-other-app',
    grants: ALL,
  },
]

/** The API key that an integrator exchanges at VTEX ID for the token of the caller `api-key`. */
export const API_KEY = {
  appkey: 'vtexappkey-acme-SIMULATED',
  apptoken: 'simulated-secret-of-api-key',
}

/** The token that the platform gives the app itself. */
export const APP_TOKEN = 'simulated-token-of-this-app'

/** Finds the caller with a token; undefined if VTEX ID does not know the token or it has expired. */
export function callerByToken(token: unknown): Caller | undefined {
  return CALLERS.find(
    (caller) => caller.token === token && caller.expired !== true
  )
}
