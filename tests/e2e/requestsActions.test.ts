import { createHash } from 'crypto'

import { decideRequest } from '../support/graphql'
import {
  aRequest,
  requestsOf,
  withoutOwnRequests,
} from '../support/requestList'
import { sorted } from '../support/lists'
import { useSimulator } from '../support/simulator'

/** The bucket of an order's journal. */
const bucketOf = (orderId: string) =>
  `/journal-${createHash('sha256').update(orderId).digest('hex').slice(0, 2)}/`

const FIELDS =
  'items { orderId actions } unread notices { code message subject } refusal { code }'

describe('the actions of the rows of cancellationRequests', () => {
  const simulator = useSimulator()
  const { page } = requestsOf(simulator)
  const actionsFor = (as = 'operator') => page({}, { as, fields: FIELDS })

  beforeEach(async () => {
    await withoutOwnRequests(simulator)
    await simulator.seed(aRequest('R-1', 3))
    await simulator.seed(aRequest('R-2', 2))
  })

  const license = async () =>
    (await simulator.ledger('licenseManager')).map(({ path }) =>
      path.replace(/.*resources\/(\w+).*/, '$1')
    )

  const reads = async () =>
    (await simulator.ledger('oms')).map(({ path }) =>
      path.replace('/api/oms/pvt/orders', '')
    )

  it('are what accept and deny then do, for a caller who may cancel', async () => {
    expect(await actionsFor()).toEqual({
      items: [
        { orderId: 'R-1', actions: ['ACCEPT', 'DENY'] },
        { orderId: 'R-2', actions: ['ACCEPT', 'DENY'] },
      ],
      unread: 0,
      notices: [],
      refusal: null,
    })
    expect(
      (await decideRequest(simulator, 'R-1', { accept: null })).refusal
    ).toBeNull()
    expect(
      (await decideRequest(simulator, 'R-2', { deny: 'Sent' })).refusal
    ).toBeNull()
  })

  it('are none for a viewer, and that is no warning', async () => {
    expect(await actionsFor('viewer')).toMatchObject({
      items: [{ actions: [] }, { actions: [] }],
      notices: [],
    })
  })

  it('cost a question for each resource, and a read of each order', async () => {
    await actionsFor()

    // The first is that of @auth.
    expect(sorted(await license())).toEqual(
      sorted(['ListOrders', 'ListOrders', 'CancelAction', 'RefundAction'])
    )
    expect(sorted(await reads())).toEqual(['', '/R-1', '/R-2'])
  })

  it('cost a read of the purchase, too, where an order does not name its request: without the id nothing can be denied', async () => {
    await simulator.choose({ cancellationData: 'PascalCase' })

    expect((await actionsFor()).items).toMatchObject([
      { actions: ['ACCEPT', 'DENY'] },
      { actions: ['ACCEPT', 'DENY'] },
    ])
    expect(sorted(await reads())).toEqual(
      sorted(['', '/R-1', '/R-2', '/order-group/vR', '/order-group/vR'])
    )
  })

  it('ask License Manager nothing where no client selects them', async () => {
    await page({}, { fields: 'items { orderId requestedBy }' })

    expect(await license()).toEqual(['ListOrders'])
  })

  it('are none, with a warning, where License Manager does not say what the caller may do', async () => {
    await simulator.fault({
      name: 'grants unread',
      path: '/granted',
      skip: 1,
      times: 3,
      status: 500,
    })

    expect(await actionsFor()).toMatchObject({
      items: [{ actions: [] }, { actions: [] }],
      notices: [
        {
          code: 'GRANTS_UNREAD',
          message:
            'License Manager did not say all that you may do, so an action that you may take may be missing. Ask again later.',
          subject: null,
        },
      ],
    })
  })

  it('are none, with a warning that counts, for an order whose journal cannot be read', async () => {
    await simulator.fault({
      name: 'no journal',
      path: bucketOf('R-1'),
      times: 10,
      status: 500,
    })

    expect(await actionsFor()).toMatchObject({
      items: [
        { orderId: 'R-1', actions: [] },
        { orderId: 'R-2', actions: ['ACCEPT', 'DENY'] },
      ],
      notices: [
        {
          code: 'JOURNALS_UNREAD',
          message:
            'The journal could not be read for so many orders of this page, so nothing is offered for them: 1. Ask again later.',
          subject: '1',
        },
      ],
    })
  })

  it('are none of an order that could not be read, which is counted', async () => {
    await simulator.fault({
      name: 'no order',
      method: 'GET',
      path: '/orders/R-1',
      times: 5,
      status: 500,
    })

    expect(await actionsFor()).toMatchObject({
      items: [
        { orderId: 'R-1', actions: [] },
        { orderId: 'R-2', actions: ['ACCEPT', 'DENY'] },
      ],
      unread: 1,
    })
  })
})
