import { API_KEY, callerByToken, CALLERS } from '../callers'
import type { SimulatedReply, SimulatedService } from '../edge/exchange'

/** The simulated VTEX ID, which returns the owner of a token, or `null` for an unknown token. */
export const vtexId: SimulatedService = ({ method, path, query }) => {
  if (method !== 'GET' || path !== '/api/vtexid/pub/authenticated/user') {
    return { status: 404 }
  }

  const caller = callerByToken(query.authToken)

  return {
    status: 200,
    body: caller ? { user: caller.user, account: caller.account } : null,
  }
}

/** Answers `POST /api/vtexid/apptoken/login`: exchanges an integrator's key and token for a VTEX ID token. */
export function exchangeApiKey(body: unknown): SimulatedReply {
  const given = Object(body)

  if (given.appkey !== API_KEY.appkey || given.apptoken !== API_KEY.apptoken) {
    return { status: 401, body: { authStatus: 'WrongCredentials' } }
  }

  return {
    status: 200,
    body: {
      authStatus: 'Success',
      token: CALLERS.find(({ key }) => key === 'api-key')?.token,
    },
  }
}
