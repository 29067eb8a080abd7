import { ACCOUNT, APP_TOKEN } from '../callers'
import type { SimulatedCall } from './exchange'

/** The part of manifest.json that decides which hosts an app may call. */
export interface Manifest {
  vendor: string
  name: string
  version: string
  policies: Array<{ name: string; attrs?: { host?: string; path?: string } }>
}

/**
 * True if the manifest has an `outbound-access` policy for a call. `{{account}}` matches
 * the account, `*` one path segment other than `.` and `..`. This may be stricter than
 * VTEX, so that a policy that passes here names the path exactly.
 */
export function isOutboundAllowed(
  { policies }: Pick<Manifest, 'policies'>,
  account: string,
  { host, path }: Pick<SimulatedCall, 'host' | 'path'>
): boolean {
  return policies.some(
    ({ name, attrs }) =>
      name === 'outbound-access' &&
      attrs?.host?.replaceAll('{{account}}', account) === host &&
      pathPattern(attrs.path ?? '', account).test(path)
  )
}

/**
 * Says why VTEX's edge would refuse a call of the app: the call must carry the app's
 * token, and the manifest must have the policy for that service.
 */
export function whyForbidden(
  manifest: Pick<Manifest, 'policies'>,
  call: Pick<SimulatedCall, 'host' | 'path' | 'headers'>,
  policy?: string
): string | undefined {
  if (policy === 'none') return undefined

  if (policy) {
    // Such a service checks the token itself.
    return manifest.policies.some(({ name }) => name === policy)
      ? undefined
      : `manifest.json has no policy ${policy}.`
  }

  const { 'proxy-authorization': proxyToken, authorization } = call.headers

  if (![proxyToken, authorization].includes(APP_TOKEN)) {
    return "the call does not carry the app's token."
  }

  return isOutboundAllowed(manifest, ACCOUNT, call)
    ? undefined
    : 'manifest.json has no outbound-access policy for this host and path.'
}

function pathPattern(path: string, account: string): RegExp {
  const source = path
    .replaceAll('{{account}}', account)
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('(?!\\.\\.?(?:/|$))[^/]+')

  return new RegExp(`^${source}$`)
}
