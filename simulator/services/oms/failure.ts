import type { SimulatedReply } from '../../edge/exchange'
import type { OmsSwitches } from './switches'

const LOGIN_PAGE = '<!DOCTYPE html><html><body>Sign in</body></html>'

/** Builds an error reply of OMS, in one of the forms that are documented or were seen. */
export function failure(
  { errorForm }: OmsSwitches,
  status: number,
  [code, message]: [string, string]
): SimulatedReply {
  switch (errorForm) {
    case 'json':
      return { status, body: { error: { code, message, exception: null } } }

    case 'text':
      return {
        status,
        headers: { 'content-type': 'text/plain' },
        body: message,
      }

    case 'html':
      // Seen on a seller's API: a login page with status 200.
      return [401, 403].includes(status)
        ? { status: 200, body: LOGIN_PAGE }
        : { status, body: LOGIN_PAGE }
  }
}

export const NOT_FOUND: [string, string] = ['OMS007', 'Order Not Found']
export const UNAUTHORIZED: [string, string] = ['1', 'Unauthorized access']
export const WRONG_STATUS: [string, string] = [
  'OMS003',
  'Order status should be another one to perform this action',
]
export const INVALID_INVOICE: [string, string] = ['OMS012', 'Invalid invoice']
export const NO_ROUTE: [string, string] = ['1', 'No route matches the request']
export const UNREADABLE: [string, string] = [
  '1',
  'The request cannot be understood',
]
