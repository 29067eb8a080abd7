import { isOutboundAllowed } from '../../simulator/edge/policies'
import type { Manifest } from '../../simulator/edge/policies'
import {
  ask,
  cancelOrder,
  decideRequest,
  orderCancellation,
  returnInvoicedOrder,
} from '../support/graphql'
import { readJson } from '../support/repository'
import { useSimulator } from '../support/simulator'

const { policies } = readJson('manifest.json') as Manifest

/** The host of VTEX IO's own services, which are no outbound access: VBase, and the app's settings. */
const PLATFORM = 'infra.io.vtex.com'

const outbound = policies.filter(({ name }) => name === 'outbound-access')

describe('the outbound calls', () => {
  const simulator = useSimulator()

  it('use every outbound policy of the manifest and need no other', async () => {
    const [first, asked, invoiced] = ['1-01', '2-01', '3-01']

    await simulator.seed({ orderId: first })
    await simulator.seed({
      orderId: asked,
      status: 'cancellation-requested',
      origin: 'Fulfillment',
      cancellation: { requestedByUser: true },
    })
    await simulator.seed({
      orderId: invoiced,
      status: 'invoiced',
      packages: [{ type: 'Output', invoiceNumber: '1001' }],
    })

    await cancelOrder(simulator, first)
    await orderCancellation(simulator, first)
    await decideRequest(simulator, asked, { deny: 'Sent already' })
    await returnInvoicedOrder(simulator, invoiced)
    await ask(simulator, '{ cancellationRequests { total } }')

    const calls = (await simulator.ledger()).filter(
      ({ host }) => host !== PLATFORM
    )

    const unused = outbound.filter(
      (policy) =>
        !calls.some((call) =>
          isOutboundAllowed({ policies: [policy] }, 'acme', call)
        )
    )

    expect(unused).toEqual([])
    expect(
      calls.filter((call) => !isOutboundAllowed({ policies }, 'acme', call))
    ).toEqual([])
  })
})
