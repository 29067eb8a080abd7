import type { Context } from '../globals'
import { orderPorts } from './orderPorts'

describe('orderPorts', () => {
  it('throws for a request without a token, so the app never acts as itself', () => {
    const actingAs = jest.fn()
    const ctx = {
      cookies: { get: () => undefined },
      get: () => '',
      clients: { oms: { actingAs } },
    } as unknown as Context

    expect(() => orderPorts(ctx)).toThrow(
      'A resolver ran without a checked caller.'
    )
    expect(actingAs).not.toHaveBeenCalled()
  })
})
