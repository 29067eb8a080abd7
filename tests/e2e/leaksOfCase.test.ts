import { ask, cancelOrder } from '../support/graphql'
import { ACCESS_QUERY, caseQuery } from '../support/orderCase'
import { useSimulator } from '../support/simulator'
import { ANSWERS, SECRETS } from '../support/upstreamAnswers'

const ORDER = '1390000000001-01'

const LIST_QUERY = `{ cancellationRequests {
  items { orderId awaiting requestedBy requestedAt decideBy value currency actions }
  nextCursor total dropped unread since refusal { code message }
} }`

/** Every place that these queries ask behind `@auth`, which asks twice itself. */
const PLACES: Record<string, object> = {
  'an order': { path: `/oms/pvt/orders/${ORDER}` },
  'the purchase': { path: '/order-group/' },
  'the payment': { path: '/payment-transaction' },
  'the list of orders': { path: '/oms/pvt/orders?' },
  VBase: { host: 'infra.io.vtex.com', path: '/vbase/' },
  'the settings': { host: 'infra.io.vtex.com', path: '/settings' },
  'VTEX ID': { host: 'vtexid.vtex.com.br', skip: 1 },
  'License Manager': { path: '/granted', skip: 1 },
}

describe('secrets and upstream text', () => {
  const simulator = useSimulator(
    { orderId: ORDER, status: 'payment-approved' },
    { replicas: 1 }
  )

  it.each(Object.keys(PLACES))(
    'do not leak from cancellationCase, cancellationAccess and cancellationRequests, whatever %s answers',
    async (place) => {
      await cancelOrder(simulator, ORDER, { reason: 'Damaged' })

      for (const [what, answer] of Object.entries(ANSWERS)) {
        for (const query of [caseQuery(ORDER), ACCESS_QUERY, LIST_QUERY]) {
          // eslint-disable-next-line no-await-in-loop
          await simulator.clearFaults()
          // eslint-disable-next-line no-await-in-loop
          await simulator.fault({
            name: what,
            times: 20,
            ...PLACES[place],
            ...answer,
          })

          // eslint-disable-next-line no-await-in-loop
          const { text, data, errors } = await ask(simulator, query)

          expect({
            what,
            found: SECRETS.filter((secret) => text.includes(secret)),
            errors,
            hasData: data !== null,
          }).toEqual({ what, found: [], errors: [], hasData: true })
        }
      }

      const log = (await simulator.app()).logLines.join('\n')

      expect(SECRETS.filter((secret) => log.includes(secret))).toEqual([])
      expect(
        (await simulator.omsCalls()).filter((call) => call.startsWith('POST'))
      ).toEqual([`POST ${ORDER}/cancel`])
    }
  )
})
