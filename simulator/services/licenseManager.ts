import { ACCOUNT, APP_TOKEN } from '../callers'
import type { SimulatedService } from '../edge/exchange'
import type { Grants } from './grants'

const GRANTED =
  /^\/api\/license-manager\/pvt\/accounts\/([^/]+)\/products\/([^/]+)\/logins\/([^/]+)\/resources\/([^/]+)\/granted$/

/** Creates the simulated License Manager, which answers if a login holds a resource of a product. */
export function licenseManager(grants: Grants): SimulatedService {
  return ({ method, path, headers }) => {
    const [, account, product, login, resource] = GRANTED.exec(path) ?? []

    if (method !== 'GET' || !account) return { status: 404 }
    if (headers.authorization !== APP_TOKEN) return { status: 401 }
    if (account !== ACCOUNT) return { status: 403 }

    return {
      status: 200,
      body: grants.has(decodeURIComponent(login), product, resource),
    }
  }
}
