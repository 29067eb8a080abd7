import { ACCOUNT, WORKSPACE } from '../callers'
import type { Manifest } from '../edge/policies'

/** The host through which VTEX IO apps call each other. */
const APPS_HOST = 'app.io.vtex.com'

/** True for another app's request to the GraphQL endpoint of the app with this manifest. */
export function isCallToApp(
  { vendor, name, version }: Manifest,
  url: URL
): boolean {
  const [major] = version.split('.')
  const path = `/${vendor}.${name}/v${major}/${ACCOUNT}/${WORKSPACE}/_v/graphql`

  return url.hostname === APPS_HOST && url.pathname === path
}
