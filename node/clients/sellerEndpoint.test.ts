import { isOutsideVtex } from './sellerEndpoint'

describe('field case 5: the endpoint of a seller', () => {
  it.each([
    'http://fulfillment.vtexcommerce.com.br/api/fulfillment?affiliateid=X',
    'https://portal.vtexcommercestable.com.br/api',
    'https://acme.vtexcommercebeta.com.br',
    'https://acme.myvtex.com:443/x',
    'https://app.io.vtex.com/acme.seller/v1',
    'http://oms.vtexinternal.com.br/api/oms?an=acme',
    'HTTPS://ACME.VTEX.COM',
    'https://vtex.com',
  ])('is on VTEX: %s', (endpoint) => {
    expect(isOutsideVtex(endpoint)).toBe(false)
  })

  it.each([
    'https://external.example/api/SellerCenter/Vtex',
    'https://vtex.com.external.example',
    'https://notvtex.com',
    'https://external.example/?to=portal.vtexcommercestable.com.br',
    'https://portal.vtexcommercestable.com.br@external.example/',
    'http://10.0.0.1/api',
    'ftp://external.example',
  ])('is outside VTEX: %s', (endpoint) => {
    expect(isOutsideVtex(endpoint)).toBe(true)
  })

  it.each([
    null,
    undefined,
    '',
    7,
    'pedidos',
    'external.example/api',
    '/api/fulfillment',
    'mailto:seller@external.example',
    'https://',
  ])('that cannot be read tells nothing: %j', (endpoint) => {
    expect(isOutsideVtex(endpoint)).toBe(false)
  })
})
