import { APP_TOKEN } from '../callers'
import { isOutboundAllowed, whyForbidden } from './policies'

const manifest = {
  policies: [
    { name: 'CancelAction' },
    {
      name: 'outbound-access',
      attrs: { host: 'oms.example', path: '/orders/*/cancel' },
    },
    {
      name: 'outbound-access',
      attrs: { host: '{{account}}.example', path: '/accounts/{{account}}' },
    },
  ],
}

const allowed = (host: string, path: string) =>
  isOutboundAllowed(manifest, 'acme', { host, path })

describe('isOutboundAllowed', () => {
  it('matches * with exactly one path segment, and {{account}} with the account', () => {
    expect({
      one: allowed('oms.example', '/orders/1-01/cancel'),
      none: allowed('oms.example', '/orders//cancel'),
      two: allowed('oms.example', '/orders/1/2/cancel'),
      dots: allowed('oms.example', '/orders/../cancel'),
      dotsInside: allowed('oms.example', '/orders/..a/cancel'),
      longer: allowed('oms.example', '/orders/1/cancel/now'),
      shorter: allowed('oms.example', '/orders/1'),
      otherHost: allowed('oms.example.evil', '/orders/1/cancel'),
      account: allowed('acme.example', '/accounts/acme'),
      otherAccount: allowed('globex.example', '/accounts/globex'),
      dotIsNoWildcard: allowed('omsXexample', '/orders/1/cancel'),
    }).toEqual({
      one: true,
      none: false,
      two: false,
      dots: false,
      dotsInside: true,
      longer: false,
      shorter: false,
      otherHost: false,
      account: true,
      otherAccount: false,
      dotIsNoWildcard: false,
    })
  })
})

describe('whyForbidden', () => {
  const call = {
    host: 'oms.example',
    path: '/orders/1-01/cancel',
    headers: { authorization: APP_TOKEN },
  }

  it('requires only the policy of a service that has one, and no outbound access', () => {
    const without = whyForbidden(manifest, call, 'vbase-read-write')
    const policies = [{ name: 'vbase-read-write' }]

    expect(without).toBe('manifest.json has no policy vbase-read-write.')
    expect(
      whyForbidden({ policies }, { ...call, headers: {} }, 'vbase-read-write')
    ).toBeUndefined()
  })

  it("requires the app's token and an outbound access for any other service", () => {
    expect(whyForbidden(manifest, call)).toBeUndefined()
    expect(whyForbidden(manifest, { ...call, headers: {} })).toContain('token')
    expect(whyForbidden(manifest, { ...call, path: '/' })).toContain(
      'outbound-access'
    )
  })
})
