import { isOutboundAllowed } from './policies'

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
  it('takes * for one segment of the path, and {{account}} for the account', () => {
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
