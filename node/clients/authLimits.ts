import { createRequire } from 'module'

const TIMEOUT_MS = 4_000

/** The largest answer that is read: it names a caller, or it is a yes or a no. */
const MAX_REPLY_BYTES = 64 * 1024

/** What this file uses of the HTTP client that `@auth` of `@vtex/api` calls. */
interface AuthHttp {
  interceptors: {
    request: { use: (change: (config: object) => object) => unknown }
  }
}

/**
 * Limits the two calls that `@auth` makes: by itself it waits for VTEX ID and License
 * Manager without an end, and reads as much as they send. It calls the shared instance
 * of the HTTP client, which all other calls of `@vtex/api` leave alone: they are made by
 * an instance of their own.
 */
export function limitAuth() {
  // The very copy that `@vtex/api` uses. Where that has none, the app does not start.
  const requireOfApi = createRequire(require.resolve('@vtex/api'))
  const http = requireOfApi('axios') as AuthHttp

  http.interceptors.request.use((config) => ({
    ...config,
    timeout: TIMEOUT_MS,
    // `timeout` only counts silence: a body that drips would never end.
    signal: AbortSignal.timeout(TIMEOUT_MS),
    maxContentLength: MAX_REPLY_BYTES,
  }))
}
