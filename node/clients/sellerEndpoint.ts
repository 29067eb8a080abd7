import { isText } from './untrusted'

/** The domains under which VTEX's own accounts take the orders that they ship. */
const VTEX_DOMAINS =
  /(^|\.)(vtex|myvtex|vtexinternal|vtexcommerce|vtexcommercestable|vtexcommercebeta)\.(com|com\.br|io)$/i

/** Tells whether a seller takes its orders outside of VTEX (`fulfillmentEndpoint`). An endpoint that cannot be read tells nothing. */
export function isOutsideVtex(endpoint: unknown): boolean {
  const host = isText(endpoint) ? hostOf(endpoint) : null

  return host !== null && !VTEX_DOMAINS.test(host)
}

/** The end of an order's id on a marketplace of VTEX. */
const VTEX_ID_END = /-\d{2}$/

/**
 * Tells whether the marketplace is not on VTEX: by its endpoint, or by an id of its own
 * form. The letters of an affiliate alone do not tell, since VTEX's marketplaces have some,
 * too (help page Configuring affiliates).
 */
export function isMarketplaceOutside({
  marketplaceServicesEndpoint: endpoint,
  affiliateId,
  marketplaceOrderId,
}: Record<string, unknown>): boolean {
  return (
    isOutsideVtex(endpoint) ||
    (isText(affiliateId) &&
      isText(marketplaceOrderId) &&
      !VTEX_ID_END.test(marketplaceOrderId))
  )
}

function hostOf(endpoint: string): string | null {
  try {
    return new URL(endpoint).hostname || null
  } catch {
    return null
  }
}
