import { BoundaryError, publicError } from './publicError'

const axiosError = (url: string, status?: number) =>
  Object.assign(new Error(`token in ${url}`), {
    isAxiosError: true,
    config: { url, headers: { authorization: 'SECRET' } },
    response: status && { status, data: 'SECRET' },
  })

const VTEX_ID =
  'http://vtexid.vtex.com.br/api/vtexid/pub/authenticated/user?authToken=SECRET'

const LICENSE_MANAGER =
  'http://acme.vtexcommercestable.com.br/api/license-manager/pvt/x'

describe('publicError', () => {
  it.each([
    [{ extensions: { code: 'UNAUTHENTICATED' } }, 'UNAUTHENTICATED'],
    [{ extensions: { code: 'FORBIDDEN' } }, 'FORBIDDEN'],
    [axiosError(VTEX_ID, 401), 'UNAUTHENTICATED'],
    [axiosError(VTEX_ID, 500), 'AUTH_UNAVAILABLE'],
    [axiosError(VTEX_ID), 'AUTH_UNAVAILABLE'],
    [axiosError(LICENSE_MANAGER, 403), 'FORBIDDEN'],
    [axiosError(LICENSE_MANAGER, 401), 'AUTH_UNAVAILABLE'],
    [axiosError(LICENSE_MANAGER, 500), 'AUTH_UNAVAILABLE'],
    [axiosError(LICENSE_MANAGER), 'AUTH_UNAVAILABLE'],
    [new TypeError('SECRET'), 'INTERNAL_SERVER_ERROR'],
    ['SECRET', 'INTERNAL_SERVER_ERROR'],
    [undefined, 'INTERNAL_SERVER_ERROR'],
    [null, 'INTERNAL_SERVER_ERROR'],
  ])('%#: turns %s into %s and keeps no text of it', (thrown, code) => {
    const error = publicError(thrown, 'CancelAction')

    expect(error.extensions).toEqual({ code })
    expect(error.level).toBe(
      code === 'INTERNAL_SERVER_ERROR' ? 'error' : 'warn'
    )
    expect(error.stack).toBe(`BoundaryError: ${error.message}`)
    expect(JSON.stringify(error) + error.message).not.toContain('SECRET')
    expect(error.cause).toBeUndefined()
  })

  it('names the resource that is missing, where it is known', () => {
    const denied = { extensions: { code: 'FORBIDDEN' } }

    expect(publicError(denied, 'ListOrders').message).toContain(
      'License Manager resource ListOrders of product OMS'
    )
    expect(publicError(denied, null).message).toContain(
      'License Manager resource that this operation needs'
    )
  })

  it('passes on an error of the boundary itself', () => {
    const own = new BoundaryError('BAD_REQUEST', 'Send one mutation a request.')

    expect(publicError(own, null)).toBe(own)
  })
})
