import { isText } from './untrusted'

/** The domains under which VTEX's own accounts take the orders that they ship. */
const VTEX_DOMAINS =
  /(^|\.)(vtex|myvtex|vtexinternal|vtexcommerce|vtexcommercestable|vtexcommercebeta)\.(com|com\.br|io)$/i

/** Tells whether a seller takes its orders outside of VTEX (`fulfillmentEndpoint`). An endpoint that cannot be read tells nothing. */
export function isOutsideVtex(endpoint: unknown): boolean {
  const host = isText(endpoint) ? hostOf(endpoint) : null

  return host !== null && !VTEX_DOMAINS.test(host)
}

function hostOf(endpoint: string): string | null {
  try {
    return new URL(endpoint).hostname || null
  } catch {
    return null
  }
}
