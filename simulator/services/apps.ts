import { ACCOUNT, APP_TOKEN, WORKSPACE } from '../callers'
import type { SimulatedService } from '../edge/exchange'

const SETTINGS =
  /^\/apps\/v0\/([^/]+)\/([^/]+)\/apps\/([\w-]+\.[\w-]+)(?:@[^/]+)?\/settings$/

/** What an operator has set for the app in the Admin. */
export class AppSettings {
  private values: object = {}

  public read = () => this.values

  public set(values: object) {
    this.values = values
  }
}

/** Creates the simulated endpoint of apps, of which only the app's own settings are served. */
export function apps(
  settings: Pick<AppSettings, 'read'>,
  { vendor, name }: { vendor: string; name: string }
): SimulatedService {
  return ({ method, path, headers }) => {
    const [, account, workspace, app] = SETTINGS.exec(path) ?? []

    if (method !== 'GET' || !account) return { status: 404 }
    if (headers.authorization !== `Bearer ${APP_TOKEN}`) return { status: 401 }
    if (account !== ACCOUNT || workspace !== WORKSPACE) return { status: 403 }
    if (app !== `${vendor}.${name}`) return { status: 403 }

    return { status: 200, body: settings.read() }
  }
}
