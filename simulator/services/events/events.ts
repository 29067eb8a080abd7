import { ACCOUNT, APP_TOKEN, WORKSPACE } from '../../callers'
import type { SimulatedService } from '../../edge/exchange'
import type { Courier } from './courier'

const PATH = /^\/courier\/v0\/([^/]+)\/([^/]+)\/events\/([\w.-]+)$/

/** Creates the simulated endpoint to which apps publish events. */
export function events(courier: Pick<Courier, 'publish'>): SimulatedService {
  return ({ method, path, headers, body }) => {
    const [, account, workspace, key] = PATH.exec(path) ?? []

    if (method !== 'PUT' || !key) return { status: 404 }
    if (headers.authorization !== `Bearer ${APP_TOKEN}`) return { status: 401 }
    if (account !== ACCOUNT || workspace !== WORKSPACE) return { status: 403 }

    const message = messageOf(body)

    if (!message) return { status: 400, body: { message: 'No JSON object.' } }

    courier.publish(key, message)

    return { status: 204 }
  }
}

function messageOf(body: string): object | undefined {
  try {
    const message: unknown = body === '' ? {} : JSON.parse(body)

    return typeof message === 'object' && message !== null ? message : undefined
  } catch {
    return undefined
  }
}
