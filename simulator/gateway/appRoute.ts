import { ACCOUNT, WORKSPACE } from '../callers'
import type { Manifest } from '../edge/policies'

/** Where VTEX IO apps reach each other. */
const APPS_HOST = 'app.io.vtex.com'

/** Whether a request is another app's to the GraphQL of the app with this manifest. */
export function isCallToApp(
  { vendor, name, version }: Manifest,
  url: URL
): boolean {
  const [major] = version.split('.')
  const path = `/${vendor}.${name}/v${major}/${ACCOUNT}/${WORKSPACE}/_v/graphql`

  return url.hostname === APPS_HOST && url.pathname === path
}
